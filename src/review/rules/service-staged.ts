import { isActive, isTrial } from "../accounts.ts";
import type { Rule } from "../rule.ts";
import { laneOf, topOu, WORKLOADS } from "../stages.ts";

export const serviceStaged: Rule = {
  code: "LF2132",
  name: "service-staged",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [12, 47],
  check: ({ accounts }) => {
    const inWorkloads = accounts.filter((placed) => isActive(placed) && topOu(placed.parent) === WORKLOADS);
    const staged = new Set(inWorkloads.filter(isTrial).map(({ account }) => account.service));
    return inWorkloads
      .filter(({ account }) => account.service !== undefined && laneOf(account.stage ?? "") === "production" && !staged.has(account.service))
      .map(({ address, path, account }) => ({ address, path, summary: `The service ${account.service} has an account in production and none before it.` }));
  },
};
