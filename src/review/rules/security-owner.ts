import { isActive } from "../accounts.ts";
import type { Rule } from "../rule.ts";
import { topOu } from "../stages.ts";
import { listed, nameOf } from "../words.ts";

export const securityOwner: Rule = {
  code: "LF2137",
  name: "security-owner",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [17],
  check: ({ accounts, nodes }) => {
    const security = nodes.find((node) => node.names.length === 1 && topOu(node) === "security");
    const inside = accounts.filter((placed) => isActive(placed) && topOu(placed.parent) === "security");
    const owners = [...new Set(inside.flatMap(({ account }) => account.owner ?? []))];
    if (security === undefined || owners.length < 2) return [];
    return [{ address: security.address, path: security.path, summary: `Accounts in ${nameOf(security.address)} belong to ${listed(owners)}.` }];
  },
};
