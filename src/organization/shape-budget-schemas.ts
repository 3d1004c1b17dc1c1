import * as z from "zod";
import { BUDGET_PERIODS } from "./budget-types.ts";
import { text } from "./shape-parts.ts";

const notice = z
  .strictObject({
    at: z.number().positive({ error: "budgetAmount" }).describe("In percent of the amount."),
    kind: z.enum(["actual", "forecast"]).describe("What is compared: what was spent, or what AWS expects to be spent by the end of the period."),
    emails: z.array(text("noticeEmail")).min(1).describe("1 to 10 addresses."),
  })
  .meta({ id: "BudgetNotice", description: "Tells people by e-mail that a part of the amount is passed." });

export const budget = z
  .strictObject({
    amount: z.number().positive({ error: "budgetAmount" }).describe("In the currency of `unit`."),
    unit: z.enum(["USD", "CNY"]).optional().describe("Default: `USD`."),
    period: z.enum(BUDGET_PERIODS).optional().describe("Default: `monthly`."),
    accounts: z
      .array(z.string())
      .optional()
      .describe("Accounts by key; `management` is the management account. Without `accounts` and `ous`: the whole organization."),
    ous: z
      .array(z.string())
      .optional()
      .describe("OUs by their path, for example `Sandbox`: all accounts below. `root` is all member accounts."),
    perAccount: z
      .literal(true)
      .optional()
      .describe("Says that each of the accounts has a budget of this amount of its own; otherwise they share one."),
    notify: z.array(notice).describe("Who is told, and when; up to 10."),
  })
  .meta({ id: "Budget", description: "An amount that accounts are meant not to pass, and who is told when they do. A budget stops nothing." });

export const BUDGET_SCHEMAS = { budget, notice } as const;
