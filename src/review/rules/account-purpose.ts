import type { Rule } from "../rule.ts";

export const accountPurpose: Rule = {
  code: "LF2106",
  name: "account-purpose",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Multi-account strategy for small and medium businesses",
  rows: [56],
  check: ({ accounts }) =>
    accounts
      .filter(({ account }) => (account.purpose ?? "").trim() === "" && account.state !== "closed")
      .map(({ address, path, key }) => ({ address, path, summary: `Account "${key}" does not say what it is for.` })),
};
