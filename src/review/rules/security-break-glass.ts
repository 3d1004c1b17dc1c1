import { isActive, isBreakGlass } from "../accounts.ts";
import type { Rule } from "../rule.ts";
import { topOu } from "../stages.ts";

export const securityBreakGlass: Rule = {
  code: "LF2120",
  name: "security-break-glass",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [20],
  from: "framework",
  check: ({ accounts, nodes }) => {
    if (accounts.length === 0 || accounts.some((placed) => isActive(placed) && isBreakGlass(placed))) return [];
    const path = nodes.find((node) => node.names.length === 1 && topOu(node) === "security")?.path;
    return [{ ...(path === undefined ? {} : { path }), summary: "No account is the way in for incidents." }];
  },
};
