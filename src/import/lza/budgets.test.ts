import { expect, it } from "vitest";
import { importSmall, leftOf } from "./testing/configuration.ts";

const notice = (parts: object): object => ({ type: "ACTUAL", thresholdType: "PERCENTAGE", threshold: 80, comparisonOperator: "GREATER_THAN", subscriptionType: "EMAIL", address: "a@example.com", ...parts });
const budget = (name: string, parts: object): object => ({ name, type: "COST", timeUnit: "MONTHLY", amount: 100, unit: "USD", deploymentTargets: { accounts: ["Management"] }, notifications: [notice({})], ...parts });
const importBudgets = (...budgets: object[]): ReturnType<typeof importSmall> =>
  importSmall({ "global-config.yaml": JSON.stringify({ homeRegion: "eu-west-1", enabledRegions: ["eu-west-1"], reports: { budgets } }) });

it("a budget in the management account is for the whole organization; in several accounts each has its own", async () => {
  const { organization } = await importBudgets(
    budget("all", { notifications: [notice({}), notice({ address: "b@example.com" }), notice({ type: "FORECASTED", threshold: 100 })] }),
    budget("each", { timeUnit: "QUARTERLY", unit: "CNY", deploymentTargets: { organizationalUnits: ["Root"], excludedAccounts: ["Management"] } }),
  );
  expect(organization.budgets).toEqual({
    all: { amount: 100, notify: [{ at: 80, kind: "actual", emails: ["a@example.com", "b@example.com"] }, { at: 100, kind: "forecast", emails: ["a@example.com"] }] },
    each: { amount: 100, unit: "CNY", period: "quarterly", ous: ["root"], perAccount: true, notify: [{ at: 80, kind: "actual", emails: ["a@example.com"] }] },
  });
});

it("what a budget of the organization file cannot say is listed", async () => {
  const imported = await importBudgets(
    budget("use", { type: "USAGE" }),
    budget("daily", { timeUnit: "DAILY" }),
    budget("lost", { deploymentTargets: { accounts: ["Nobody"] } }),
    budget("kept", { includeTax: true, useBlended: true, notifications: [notice({}), notice({ subscriptionType: "SNS" })] }),
    budget("kept", {}),
  );
  expect(Object.keys(imported.organization.budgets ?? {})).toEqual(["kept"]);
  expect(leftOf(imported, "budget")).toEqual([
    "use: it counts USAGE, and the organization file's budgets count costs",
    "daily: it runs daily, which the organization file's budgets do not",
    "lost: not all of its accounts are carried: accounts-config.yaml has no account Nobody",
    "kept: a budget of that name stands above",
  ]);
  expect(leftOf(imported, "setting").filter((line) => line.startsWith("kept"))).toHaveLength(2);
});
