import { isActive } from "../accounts.ts";
import type { Rule } from "../rule.ts";
import { laneOf, topOu } from "../stages.ts";

export const securityStages: Rule = {
  code: "LF2142",
  name: "security-stages",
  severity: "warning",
  source: "AWS Whitepaper, Organizing Your AWS Environment Using Multiple Accounts",
  rows: [139],
  from: "framework",
  check: ({ accounts, nodes }) => {
    const security = nodes.find((node) => node.names.length === 1 && topOu(node) === "security");
    if (security === undefined || !accounts.some((placed) => isActive(placed) && topOu(placed.parent) === "security")) return [];
    const lanes = new Set(nodes.filter((node) => node.names.length === 2 && topOu(node) === "security").map((node) => laneOf(node.names[1] ?? "")));
    const missing = [...(lanes.has("non-production") ? [] : ["SDLC"]), ...(lanes.has("production") ? [] : ["Prod"])];
    return missing.length === 0 ? [] : [{ address: security.address, path: security.path, summary: `OU Security has no OU ${missing.join(" and no OU ")} of its own.` }];
  },
};
