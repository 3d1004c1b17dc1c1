import { IAM_QUOTAS } from "../../limits/index.ts";
import type { Rule } from "../rule.ts";

/** Identity Center takes more per set, but the role it makes of the set has IAM's quota. */
export const grantCount: Rule = {
  code: "LF2156",
  name: "grant-count",
  severity: "warning",
  source: "IAM User Guide, IAM and AWS STS quotas",
  check: ({ organization }) =>
    [
      ...Object.entries(organization.identityCenter?.permissionSets ?? {}).map(([name, grants]) => ({ words: `Permission set "${name}"`, path: ["identityCenter", "permissionSets", name], grants })),
      ...Object.entries(organization.roles ?? {}).map(([name, grants]) => ({ words: `Role "${name}"`, path: ["roles", name], grants })),
    ].flatMap(({ words, path, grants: { managedPolicies = [], customerManagedPolicies = [] } }) => {
      const number = managedPolicies.length + customerManagedPolicies.length;
      if (number <= IAM_QUOTAS.attachedPoliciesPerRole) return [];
      return [{ path, summary: `${words} has ${number} managed policies; a role has room for ${IAM_QUOTAS.attachedPoliciesPerRole} until AWS raises that for each account.` }];
    }),
};
