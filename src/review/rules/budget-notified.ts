import type { Rule } from "../rule.ts";

export const budgetNotified: Rule = {
  code: "LF2160",
  name: "budget-notified",
  severity: "warning",
  source: "Billing User Guide, Create a budget: one without alerts is seen only by who looks",
  rows: [27, 59],
  check: ({ organization }) =>
    Object.entries(organization.budgets ?? {})
      .filter(([, { notify }]) => notify.length === 0)
      .map(([name]) => ({ path: ["budgets", name, "notify"], summary: `The budget "${name}" tells nobody.` })),
};
