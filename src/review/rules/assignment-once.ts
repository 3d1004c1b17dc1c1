import { MANAGEMENT_KEY } from "../../organization/index.ts";
import { entriesOf } from "../entries.ts";
import type { Finding, Rule } from "../rule.ts";
import { count } from "../words.ts";

export const assignmentOnce: Rule = {
  code: "LF2151",
  name: "assignment-once",
  severity: "warning",
  source: "Identity Center API Reference, CreateAccountAssignment: one per account, permission set and principal",
  check: (subject) => {
    /** By who and permission set, then by account: the assignment that said it first. */
    const first = new Map<string, Map<string, number>>();
    return entriesOf(subject).flatMap(({ assignment, path, who, members, management }, index): Finding[] => {
      const keys = [...members.map(({ key }) => key), ...(management ? [MANAGEMENT_KEY] : [])];
      const what = JSON.stringify([who, assignment.permissionSet]);
      const said = first.get(what) ?? new Map<string, number>();
      const again = keys.filter((key) => said.has(key));
      const before = said.get(again[0] ?? "");
      for (const key of keys) if (!said.has(key)) said.set(key, index);
      first.set(what, said);
      if (before === undefined) return [];
      const where = again.length === keys.length ? "" : ` in ${count(again.length, "account")}`;
      return [{ path, summary: `Assignment ${index + 1} gives ${who} "${assignment.permissionSet}" again${where}: assignment ${before + 1} does.` }];
    });
  },
};
