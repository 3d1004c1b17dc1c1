import { entriesOf, isForEmergencies } from "../entries.ts";
import type { Finding, Rule } from "../rule.ts";
import { topOu } from "../stages.ts";

/** Groups that have work in Security, by their names. The log archive is read by operations too. */
const SECURITY = /secur|audit|complian|incident|forensic|soc(?![a-z])|infosec|ciso/i;
const READERS = /operat|ops(?![a-z])|sre|platform/i;
const ARCHIVE = /log[-_ ]?archive/i;

export const securityPeople: Rule = {
  code: "LF2153",
  name: "security-people",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [17, 60, 61],
  check: (subject) =>
    entriesOf(subject).flatMap(({ assignment: { group, permissionSet }, path, who, members }): Finding[] => {
      if (isForEmergencies(permissionSet) || SECURITY.test(group ?? "")) return [];
      const closed = members.filter(({ key, parent }) => topOu(parent) === "security" && !(ARCHIVE.test(key) && READERS.test(group ?? "")));
      const [first, ...more] = closed;
      if (first === undefined) return [];
      const others = more.length === 0 ? "" : ` and ${more.length} more in Security`;
      return [{ address: first.address, path, summary: `The ${who} enters account "${first.key}"${others} with "${permissionSet}".` }];
    }),
};
