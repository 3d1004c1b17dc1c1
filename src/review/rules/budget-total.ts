import type { Rule } from "../rule.ts";

export const budgetTotal: Rule = {
  code: "LF2155",
  name: "budget-total",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Multi-account strategy for small and medium businesses",
  rows: [59, 127],
  from: "framework",
  check: ({ organization, accounts }) => {
    const total = Object.values(organization.budgets ?? {}).some((budget) => budget.accounts === undefined && budget.ous === undefined);
    return total || accounts.length === 0 ? [] : [{ summary: "No budget is for the organization as a whole." }];
  },
};
