import { isActive, isSecurityTooling } from "../accounts.ts";
import type { Rule } from "../rule.ts";
import { topOu } from "../stages.ts";

export const securityTooling: Rule = {
  code: "LF2118",
  name: "security-tooling",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Multi-account strategy for small and medium businesses",
  rows: [23, 60, 61, 83, 97],
  from: "framework",
  check: ({ accounts, nodes }) => {
    if (accounts.length === 0 || accounts.some((placed) => isActive(placed) && isSecurityTooling(placed))) return [];
    const path = nodes.find((node) => node.names.length === 1 && topOu(node) === "security")?.path;
    return [{ ...(path === undefined ? {} : { path }), summary: "No account is for security tooling." }];
  },
};
