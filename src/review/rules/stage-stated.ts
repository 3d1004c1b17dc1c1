import { isActive } from "../accounts.ts";
import type { Rule } from "../rule.ts";
import { topOu, WORKLOADS } from "../stages.ts";

export const stageStated: Rule = {
  code: "LF2139",
  name: "stage-stated",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [10, 64],
  check: ({ accounts }) =>
    accounts
      .filter((placed) => isActive(placed) && topOu(placed.parent) === WORKLOADS && (placed.account.stage ?? "").trim() === "")
      .map(({ address, path, key }) => ({ address, path, summary: `Account "${key}" in Workloads does not state its stage.` })),
};
