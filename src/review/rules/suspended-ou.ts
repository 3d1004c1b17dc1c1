import type { Rule } from "../rule.ts";
import { plainOu } from "../stages.ts";

export const suspendedOu: Rule = {
  code: "LF2123",
  name: "suspended-ou",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [35, 37, 49],
  from: "full",
  check: ({ nodes, accounts }) =>
    accounts.length === 0 || nodes.some((node) => plainOu(node) === "suspended") ? [] : [{ summary: "No OU is there for accounts out of use." }],
};
