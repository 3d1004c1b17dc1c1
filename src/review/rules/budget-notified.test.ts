import { expect, it } from "vitest";
import { organization, told } from "../../../test/kit/review.ts";
import { budgetNotified } from "./budget-notified.ts";

it("a budget that tells nobody is told (LF2160)", () => {
  const budgets = { all: { amount: 1, notify: [{ at: 80, kind: "actual" as const, emails: ["a@acme.dev"] }] }, silent: { amount: 1, notify: [] } };
  expect(told(budgetNotified, organization({ budgets }))).toEqual(['budgets.silent.notify: The budget "silent" tells nobody.']);
});
