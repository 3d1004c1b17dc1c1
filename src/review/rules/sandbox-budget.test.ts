import { expect, it } from "vitest";
import type { Budget } from "../../organization/index.ts";
import { organization, told } from "../../../test/kit/review.ts";
import { sandboxBudget } from "./sandbox-budget.ts";

const sandboxes = (budget: Partial<Budget>) =>
  told(
    sandboxBudget,
    organization({
      ous: { Sandbox: { accounts: { ann: {}, gone: { state: "held" } } }, Workloads: { accounts: { shop: {}, bob: { stage: "sandbox" } } } },
      budgets: { sandboxes: { amount: 100, notify: [{ at: 80, kind: "actual", emails: ["a@acme.dev"] }], ...budget } },
    }),
  );

it("sandboxes with a budget each are fine, one by one or by their OU", () => {
  expect(sandboxes({ ous: ["Sandbox"], accounts: ["bob"], perAccount: true })).toEqual([]);
  expect(sandboxes({ accounts: ["bob"] })).toEqual(['ous.Sandbox.accounts.ann: The sandbox "ann" has no budget of its own.']);
});

it("sandboxes that share one, or have none, are told (LF2154)", () => {
  expect(sandboxes({ ous: ["root"] })).toEqual([
    'ous.Sandbox.accounts.ann: The sandbox "ann" has no budget of its own.',
    'ous.Workloads.accounts.bob: The sandbox "bob" has no budget of its own.',
  ]);
});
