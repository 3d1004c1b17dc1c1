import { isActive } from "../accounts.ts";
import type { Rule } from "../rule.ts";
import { count } from "../words.ts";

export const accountsGrouped: Rule = {
  code: "LF2124",
  name: "accounts-grouped",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Multi-account strategy for small and medium businesses",
  rows: [64, 65, 78],
  from: "foundations",
  check: ({ accounts }) => {
    const [first, ...more] = accounts.filter((placed) => placed.parent.names.length === 0 && isActive(placed));
    if (first === undefined) return [];
    const number = more.length + 1;
    const summary = number === 1 ? `Account "${first.key}" is in no OU.` : `${count(number, "account")}, "${first.key}" among them, are in no OU.`;
    return [{ address: first.address, path: first.path, summary }];
  },
};
