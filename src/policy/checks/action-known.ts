import { nearest } from "../../diagnostics/index.ts";
import type { Catalog, ServiceFacts } from "../catalog/index.ts";
import { patternsMeet } from "../patterns-meet.ts";
import { placeholdersIn } from "../placeholders.ts";
import type { PolicyProblem } from "../problem.ts";
import type { PolicyCheck } from "./check.ts";
import { type Located, quote, textsOf } from "./texts.ts";

/** Actions and services that AWS does not have: a Deny of one denies nothing. Each unknown service is told once. */
export const actionKnownCheck: PolicyCheck = {
  name: "action-known",
  *names(statement, path, catalog) {
    const told = new Set<string>();
    for (const element of ["Action", "NotAction"]) {
      for (const action of textsOf(statement, element, path)) {
        const [prefix = "", name, ...more] = action.value.split(":");
        if (name === undefined || more.length > 0 || !/^[\w-]+$/.test(prefix) || !/^[\w*?-]+$/.test(name) || placeholdersIn(action.value).length > 0) continue;
        const service = catalog.service(prefix);
        if (service !== undefined) yield* unknownAction(action, name, service, catalog);
        else if (!told.has(prefix.toLowerCase())) {
          told.add(prefix.toLowerCase());
          yield unknownService(action, prefix, catalog);
        }
      }
    }
  },
};

function unknownService({ path }: Located<string>, prefix: string, catalog: Catalog): PolicyProblem {
  const message = `No AWS service has actions that begin with ${quote(`${prefix}:`)} (AWS's list of ${catalog.date}), so they match nothing.`;
  return { code: "LF3042", severity: "warning", message, path, fix: "Correct the name of the service.", ...suggested(nearest(prefix, catalog.prefixes())) };
}

function* unknownAction({ value, path }: Located<string>, name: string, service: ServiceFacts, { date }: Catalog): Iterable<PolicyProblem> {
  const wanted = name.toLowerCase();
  const known = /[*?]/.test(wanted) ? [...service.actions.keys()].some((action) => patternsMeet(wanted, action)) : service.actions.has(wanted);
  if (known) return;
  const message = `${service.name} has no action ${quote(value)} (AWS's list of ${date}), so it matches nothing.`;
  yield { code: "LF3042", severity: "warning", message, path, fix: "Correct the name of the action.", ...suggested(actionLike(name, service)) };
}

/** An action that does something else is none that was meant, however alike the rest of its name: the verbs have to be alike, too. */
function actionLike(name: string, service: ServiceFacts): string | undefined {
  const verb = verbOf(name);
  const actions = [...service.actions.values()].map(({ action }) => action.slice(action.indexOf(":") + 1));
  const found = nearest(name, verb === undefined ? actions : actions.filter((action) => nearest(verb, [verbOf(action) ?? ""]) !== undefined));
  return found === undefined ? undefined : `${service.prefix}:${found}`;
}

/** `Put` of `PutBucketPolicy`; undefined where capitals do not tell. */
const verbOf = (name: string): string | undefined => /^[A-Z][a-z]+/.exec(name)?.[0];

const suggested = (suggestion: string | undefined): { suggestion?: string } => (suggestion === undefined ? {} : { suggestion });
