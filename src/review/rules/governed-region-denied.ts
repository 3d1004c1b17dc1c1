import { policyAddress, ROOT } from "../../ids/index.ts";
import { type PolicyStatement, wildcardExpression } from "../../policy/index.ts";
import { pathOfPolicy } from "../guardrails-as-policies.ts";
import type { Rule } from "../rule.ts";
import { listed } from "../words.ts";

/** Only at the root: an OU may well be kept to fewer Regions. */
export const governedRegionDenied: Rule = {
  code: "LF2111",
  name: "governed-region-denied",
  severity: "warning",
  source: "IAM User Guide, AWS: Denies access to AWS based on the requested Region",
  rows: [68, 105],
  check: ({ organization, targets, policies, statements, guardrails }) => {
    const root = targets.find((target) => target.address === ROOT);
    return (root?.declared.policies ?? []).flatMap((key) => {
      const policy = policies.get(key);
      if (policy?.type !== "scp") return [];
      const denied = organization.regions.filter((region) => (statements.get(key) ?? []).some((statement) => deniesRegion(statement, region)));
      if (denied.length === 0) return [];
      const summary = `The policy "${key}" at the root denies the governed ${denied.length === 1 ? "Region" : "Regions"} ${listed(denied)}.`;
      return [{ address: policyAddress(policy.type, policy.name ?? key), path: pathOfPolicy(key, organization, guardrails, ["root"]), summary }];
    });
  },
};

/** True for the usual form: everything, or everything but a list, denied where the Region is none of those named. */
function deniesRegion({ Effect, Action, NotAction, Condition }: PolicyStatement, region: string): boolean {
  if (Effect !== "Deny" || (NotAction === undefined && Action !== "*")) return false;
  return Object.entries(Condition ?? {}).some(([operator, keys]) => {
    if (!/^String(Not)(Equals|EqualsIgnoreCase|Like)(IfExists)?$/i.test(operator)) return false;
    const values = Object.entries(keys).find(([name]) => name.toLowerCase() === "aws:requestedregion")?.[1];
    return values !== undefined && ![values].flat().some((value) => wildcardExpression(String(value), "i").test(region));
  });
}
