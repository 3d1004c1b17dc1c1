import type { Expectation } from "../../organization/index.ts";
import { decide, type PolicyStatement } from "../../policy/index.ts";
import { boundsOf, isDenied } from "../decide.ts";
import { exampleResource } from "../example-resource.ts";
import type { AccessModel } from "../model.ts";
import { hasUnknown } from "../permissions.ts";
import { makeRequest } from "../request.ts";
import { type ActionGroup, type Asker, type IndexOf, plainResource } from "../space/index.ts";
import type { AccountClass } from "./accounts.ts";
import { counterexampleOf } from "./counterexample.ts";
import type { Counterexample, Proof } from "./model.ts";
import { resourcesOf } from "./restrict.ts";

/** Whether each of some can take each of some actions in an ordinary request: one without keys that it need not have. */
export function proveCan(model: AccessModel, indexOf: IndexOf, { expectation, actions, askers, home }: { readonly expectation: Expectation; readonly actions: readonly string[]; readonly askers: readonly Asker[]; readonly home: AccountClass }): Proof {
  const asked: PolicyStatement[] = actions.map((action) => ({ Effect: "Allow", Action: action, Resource: "*" }));
  const index = indexOf(actions);
  const groups = asked.flatMap((statement) => index.groups([statement], [statement], []));
  const on = resourcesOf(expectation, home.account);
  const counterexamples = askers.flatMap((asker) => groups.flatMap((group) => (refused(model, { asker, group, on, when: expectation.when, home }) ?? [])));
  return { counterexamples, requests: askers.length * groups.length, heldFixed: [], askers: askers.length };
}

interface Asked {
  readonly asker: Asker;
  readonly group: ActionGroup;
  readonly on: readonly string[];
  readonly when: Readonly<Record<string, string>> | undefined;
  readonly home: AccountClass;
}

function refused(model: AccessModel, { asker, group, on: [pattern], when = {}, home }: Asked): Counterexample | undefined {
  const { account } = home;
  const resource = pattern === undefined ? (group.facts && exampleResource(model, group.facts, account)) : plainResource(pattern, { accountId: account.id, region: model.homeRegion, partition: model.partition });
  const asked = { principal: asker.principal, action: group.asked, ...(resource === undefined ? {} : { resource }), resourceAccount: account, context: when, ...(asker.resourcePolicy === undefined ? {} : { resourcePolicy: asker.resourcePolicy }) };
  const made = makeRequest(model, asked);
  const { least, most } = boundsOf(model, asked, made);
  const request = { ...made.request, contextMode: "exact" as const };
  if (decide(model.cache.chainOf(hasUnknown(asker.principal.permissions) ? { ...least, bound: "worst" } : least), request).outcome === "allowed") return undefined;
  const isUnknown = !isDenied(decide(model.cache.chainOf(most), request).outcome);
  return counterexampleOf(model, { expected: "allowed", isUnknown, asker, home, asked, context: when });
}
