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
    const first = new Map<string, number>();
    return entriesOf(subject).flatMap(({ assignment, path, who, members, management }, index): Finding[] => {
      const keys = [...members.map(({ key }) => key), ...(management ? [MANAGEMENT_KEY] : [])];
      const said = keys.map((key) => JSON.stringify([who, assignment.permissionSet, key]));
      const again = said.filter((one) => first.has(one));
      const before = first.get(again[0] ?? "");
      for (const one of said) if (!first.has(one)) first.set(one, index);
      if (before === undefined) return [];
      const where = again.length === keys.length ? "" : ` in ${count(again.length, "account")}`;
      return [{ path, summary: `Assignment ${index + 1} gives ${who} "${assignment.permissionSet}" again${where}: assignment ${before + 1} does.` }];
    });
  },
};
