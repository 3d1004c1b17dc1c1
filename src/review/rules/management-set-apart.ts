import { entriesOf } from "../entries.ts";
import type { Rule } from "../rule.ts";

/** A delegated administrator may touch no permission set that is provisioned in the management account. */
export const managementSetApart: Rule = {
  code: "LF2158",
  name: "management-set-apart",
  severity: "warning",
  source: "Identity Center User Guide, Delegated administration",
  rows: [79],
  check: (subject) => {
    if ((subject.organization.delegatedAdministrators?.["sso.amazonaws.com"] ?? []).length === 0) return [];
    const entries = entriesOf(subject);
    const elsewhere = new Set(entries.filter(({ members }) => members.length > 0).map(({ assignment }) => assignment.permissionSet));
    const shared = entries.filter(({ management, assignment }) => management && elsewhere.has(assignment.permissionSet));
    return [...new Map(shared.map((entry) => [entry.assignment.permissionSet, entry])).values()].map(({ path, assignment: { permissionSet } }) => ({
      path,
      summary: `"${permissionSet}" is assigned in the management account and in others, so the account that administers Identity Center cannot change it.`,
    }));
  },
};
