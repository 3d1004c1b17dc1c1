import { expect, it } from "vitest";
import type { Budget } from "../../organization/index.ts";
import { organization, told } from "../../../test/kit/review.ts";
import { budgetTotal } from "./budget-total.ts";

const budget: Budget = { amount: 1_000, notify: [{ at: 80, kind: "forecast", emails: ["a@acme.dev"] }] };
const root = { accounts: { shop: {} } };

it("a budget that names no accounts is for all of them", () => {
  expect(told(budgetTotal, organization({ root, budgets: { all: budget } }))).toEqual([]);
  expect(told(budgetTotal, organization())).toEqual([]);
});

it("an organization without one is told (LF2155)", () => {
  expect(told(budgetTotal, organization({ root, budgets: { shop: { ...budget, accounts: ["shop"] } } }))).toEqual([": No budget is for the organization as a whole."]);
});
