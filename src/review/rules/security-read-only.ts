import { isActive, isSecurityReadOnly } from "../accounts.ts";
import type { Rule } from "../rule.ts";
import { topOu } from "../stages.ts";

export const securityReadOnly: Rule = {
  code: "LF2119",
  name: "security-read-only",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [19],
  from: "framework",
  check: ({ accounts, nodes }) => {
    if (accounts.length === 0 || accounts.some((placed) => isActive(placed) && isSecurityReadOnly(placed))) return [];
    const path = nodes.find((node) => node.names.length === 1 && topOu(node) === "security")?.path;
    return [{ ...(path === undefined ? {} : { path }), summary: "No account is the security team's way to read in all others." }];
  },
};
