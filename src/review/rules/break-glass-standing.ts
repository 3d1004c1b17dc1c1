import { isBreakGlass } from "../accounts.ts";
import { entriesOf, isForEmergencies, mayWrite } from "../entries.ts";
import type { Finding, Rule } from "../rule.ts";

/** Who only reads in all accounts, reads in this one too; that is no way to use it. */
export const breakGlassStanding: Rule = {
  code: "LF2159",
  name: "break-glass-standing",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [20, 21, 102],
  check: (subject) =>
    entriesOf(subject).flatMap(({ assignment: { permissionSet }, set, path, who, members }): Finding[] => {
      if (isForEmergencies(permissionSet)) return [{ path, summary: `The ${who} has "${permissionSet}" at any time.` }];
      const writes = set === undefined || mayWrite(permissionSet, set);
      const way = writes ? members.find(isBreakGlass) : undefined;
      return way === undefined ? [] : [{ address: way.address, path, summary: `The ${who} can work in account "${way.key}" at any time, with "${permissionSet}".` }];
    }),
};
