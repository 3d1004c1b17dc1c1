/**
 * What AWS Budgets takes.
 * Sources: Billing User Guide, "Create a budget"; AWS Budgets API Reference, CreateBudget; read 2026-11.
 * A budget tells, hours late; it stops nothing.
 */
export const BUDGET_QUOTAS = {
  nameLength: 100,
  /** Notifications of one budget. */
  notifications: 10,
  emailsPerNotification: 10,
} as const;
