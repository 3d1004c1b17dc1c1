import type { ActionFacts, Catalog } from "../catalog/index.ts";
import { UNLISTED_RESOURCES } from "../data/unlisted-resources.ts";
import { arnsMeet } from "../patterns-meet.ts";
import type { PolicyCheck } from "./check.ts";
import { anyOf, type Located, quote, textsOf } from "./texts.ts";

const MOST_NAMED = 3;

/**
 * An action that none of the statement's resources is for, such as s3:ListAllMyBuckets on a bucket. Only actions that
 * are named without a wildcard are judged: a wildcard is meant for those that fit.
 */
export const resourceFitsCheck: PolicyCheck = {
  name: "resource-fits",
  *names(statement, path, catalog) {
    const resources = textsOf(statement, "Resource", path).map(({ value }) => value);
    if (resources.length === 0 || resources.some((resource) => !resource.startsWith("arn:"))) return;
    for (const action of textsOf(statement, "Action", path)) {
      const facts = exactAction(action, catalog);
      if (facts === undefined || resources.some((resource) => fits(resource, facts))) continue;
      yield {
        code: "LF3044",
        severity: "warning",
        message: `${facts.action} ${worksOn(facts)} (AWS's list of ${catalog.date}), so this statement never matches it.`,
        path: action.path,
        fix: facts.resourceTypes.length === 0 ? 'Move the action into a statement with "Resource": "*".' : `Name a resource as in ${quote(facts.resourceTypes[0]?.type.arns[0] ?? "*")}.`,
      };
    }
  },
};

const exactAction = ({ value }: Located<string>, catalog: Catalog): ActionFacts | undefined => (/[*?]/.test(value) ? undefined : catalog.action(value));

function fits(resource: string, { action, resourceTypes }: ActionFacts): boolean {
  const unlisted = UNLISTED_RESOURCES.get(action.toLowerCase());
  const arns = [...resourceTypes.flatMap(({ type }) => type.arns), ...(unlisted === undefined ? [] : [unlisted])];
  return arns.some((arn) => arnsMeet(resource, arn));
}

function worksOn({ resourceTypes }: ActionFacts): string {
  const types = [...new Set(resourceTypes.map(({ type }) => type.name))];
  if (types.length === 0) return 'works on no single resource, only on "*"';
  return `works on resources of type ${anyOf(types.length > MOST_NAMED ? [...types.slice(0, MOST_NAMED), `${types.length - MOST_NAMED} more`] : types)}, and none is named`;
}
