import type { Rule } from "../rule.ts";

export const accountOwner: Rule = {
  code: "LF2107",
  name: "account-owner",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [28],
  check: ({ accounts }) =>
    accounts
      .filter(({ account }) => (account.owner ?? "").trim() === "" && account.state !== "closed")
      .map(({ address, path, key }) => ({ address, path, summary: `Account "${key}" does not say who answers for it.` })),
};
