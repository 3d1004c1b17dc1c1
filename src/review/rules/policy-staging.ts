import type { Rule } from "../rule.ts";
import { plainOu } from "../stages.ts";

export const policyStaging: Rule = {
  code: "LF2121",
  name: "policy-staging",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [32, 49],
  from: "full",
  check: ({ nodes, accounts }) =>
    accounts.length === 0 || nodes.some((node) => plainOu(node) === "policystaging") ? [] : [{ summary: "No OU is there to try policies out." }],
};
