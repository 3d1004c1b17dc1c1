import type { Blueprint } from "./blueprint.ts";
import { AROUND, INFRASTRUCTURE, ROOT, SANDBOX_OU, SECURITY, workloads } from "./foundations.ts";
import { organizationBudget, sandboxBudget } from "./budgets.ts";

/**
 * What to begin the journey with, before OUs for maintenance and expansion are added.
 * Source: AWS Cloud Operations Blog, "Best Practices for Organizational Units with AWS Organizations", "the starting
 * framework".
 */
export const starter: Blueprint = {
  name: "starter",
  summary: "Security, Infrastructure, Workloads, Sandbox: 14 accounts",
  rows: [10, 14, 17, 18, 19, 20, 23, 31, 139],
  draft: (answers) => ({
    ...AROUND,
    growth: "framework",
    root: { ...ROOT, ous: { Security: SECURITY, Infrastructure: INFRASTRUCTURE, Workloads: workloads(answers), Sandbox: SANDBOX_OU } },
    budgets: { ...organizationBudget(answers, 1_000), ...sandboxBudget(answers) },
  }),
};
