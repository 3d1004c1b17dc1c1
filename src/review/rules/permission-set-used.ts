import { isForEmergencies } from "../entries.ts";
import type { Rule } from "../rule.ts";

export const permissionSetUsed: Rule = {
  code: "LF2157",
  name: "permission-set-used",
  severity: "warning",
  source: "PermissionSet: one that is assigned nowhere makes no role",
  rows: [58],
  check: ({ organization: { identityCenter } }) => {
    const used = new Set((identityCenter?.assignments ?? []).map(({ permissionSet }) => permissionSet));
    return Object.keys(identityCenter?.permissionSets ?? {})
      .filter((name) => !used.has(name) && !isForEmergencies(name))
      .map((name) => ({ path: ["identityCenter", "permissionSets", name], summary: `The permission set "${name}" is assigned nowhere.` }));
  },
};
