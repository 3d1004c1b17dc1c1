import type { Budget, BudgetNotice } from "../organization/index.ts";
import type { Answers } from "./blueprint.ts";

export type Budgets = Readonly<Record<string, Budget>>;

/** Who reads it: the address that the rule for accounts makes of `billing`. */
const notice = (answers: Answers, at: number, kind: BudgetNotice["kind"]): BudgetNotice => ({ at, kind, emails: [answers.accountEmail.replace("{account}", "billing").replace("{organization}", answers.name)] });

/** What the organization spends as a whole; the amount is one to begin with. */
export const organizationBudget = (answers: Answers, amount: number): Budgets => ({
  organization: { amount, notify: [notice(answers, 80, "actual"), notice(answers, 100, "forecast")] },
});

/** What some accounts spend together. */
export const sharedBudget = (answers: Answers, name: string, amount: number, ou: string): Budgets => ({
  [name]: { amount, ous: [ou], notify: [notice(answers, 80, "actual")] },
});

/** Source: AWS Cloud Operations Blog, "Best Practices for Organizational Units with AWS Organizations": a fixed limit each, such as $100 a month. */
export const sandboxBudget = (answers: Answers): Budgets => ({
  sandbox: { amount: 100, ous: ["Sandbox"], perAccount: true, notify: [notice(answers, 50, "actual"), notice(answers, 100, "actual")] },
});
