import type { Rule } from "../rule.ts";
import { topOu, WORKLOADS } from "../stages.ts";

export const accountService: Rule = {
  code: "LF2129",
  name: "account-service",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [28],
  check: ({ accounts }) =>
    accounts
      .filter(({ key, parent, account }) => topOu(parent) === WORKLOADS && account.owner !== undefined && key.toLowerCase() === account.owner.toLowerCase())
      .map(({ address, path, key }) => ({ address, path, summary: `Account "${key}" is named after its owner.` })),
};
