/** An amount that accounts are meant not to pass, and who is told when they do. A budget stops nothing. */
export interface Budget {
  /** In the currency of `unit`. */
  readonly amount: number;
  /** Default: `USD`. */
  readonly unit?: "USD" | "CNY";
  /** Default: `monthly`. */
  readonly period?: BudgetPeriod;
  /** Accounts by key; `management` is the management account. Without `accounts` and `ous`: the whole organization. */
  readonly accounts?: readonly string[];
  /** OUs by their path, for example `Sandbox`: all accounts below. `root` is all member accounts. */
  readonly ous?: readonly string[];
  /** Says that each of the accounts has a budget of this amount of its own; otherwise they share one. */
  readonly perAccount?: true;
  /** Who is told, and when; up to 10. */
  readonly notify: readonly BudgetNotice[];
}

export type BudgetPeriod = "monthly" | "quarterly" | "annually";
export const BUDGET_PERIODS: readonly BudgetPeriod[] = ["monthly", "quarterly", "annually"];

/** Tells people by e-mail that a part of the amount is passed. */
export interface BudgetNotice {
  /** In percent of the amount. */
  readonly at: number;
  /** What is compared: what was spent, or what AWS expects to be spent by the end of the period. */
  readonly kind: "actual" | "forecast";
  /** 1 to 10 addresses. */
  readonly emails: readonly string[];
}
