import { afterEach, describe, expect, it } from "vitest";
import type { Organization } from "../../src/organization/index.ts";
import { SMALL } from "./organizations.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.emulator.close());

const named = (changes: readonly { readonly address: string }[]) => changes.map(({ address }) => address);

describe("a step that only a person can do", () => {
  it("raise the quota of accounts: is in the plan with its link; what has room is made, the rest after it", async () => {
    stage = await openStage({ accountLimit: 3 });
    const plan = await stage.plan(SMALL);
    expect(plan.yours).toMatchObject([
      { kind: "you", address: "you:account-quota", link: "https://console.aws.amazon.com/servicequotas/home/services/organizations/quotas/L-E619E033", holdsUp: ["account:shop-prod"] },
    ]);
    const first = await stage.apply(SMALL);
    expect(first.failed).toEqual([]);
    expect(named(first.skipped)).toEqual(["account:shop-prod"]);
    expect(named(first.done)).toEqual(expect.arrayContaining(["account:log-archive", "account:shop-dev"]));
    await raiseQuota(10);
    const second = await stage.apply(SMALL);
    expect(second.plan.yours).toEqual([]);
    expect(named(second.done)).toEqual(["account:shop-prod"]);
    expect((await stage.plan(SMALL)).changes).toEqual([]);
  });

  it("is no step where there is room, and its quota is read only where accounts are to be created", async () => {
    stage = await openStage();
    expect((await stage.apply(SMALL)).plan.yours).toEqual([]);
    const before = stage.aws.calls()["servicequotas:GetServiceQuota"];
    await stage.plan(SMALL);
    expect(stage.aws.calls()["servicequotas:GetServiceQuota"]).toBe(before);
  });

  it("enable Identity Center: holds up its administrators, and the next run goes on", async () => {
    stage = await openStage();
    const goal: Organization = { ...SMALL, delegatedAdministrators: { "sso.amazonaws.com": ["log-archive"] } };
    const first = await stage.apply(goal);
    expect(first.plan.yours).toMatchObject([{ address: "you:identity-center", what: expect.stringContaining("eu-west-1") as unknown, holdsUp: ["trusted-access:sso.amazonaws.com"] }]);
    expect(named(first.skipped)).toEqual(["trusted-access:sso.amazonaws.com", "delegated-administrator:sso.amazonaws.com>account:log-archive"]);
    // Enabling it in the console gives it trusted access.
    await (await stage.aws.organizations()).enableAWSServiceAccess({ ServicePrincipal: "sso.amazonaws.com" });
    const second = await stage.apply(goal);
    expect(named(second.done)).toEqual(["delegated-administrator:sso.amazonaws.com>account:log-archive"]);
    expect((await stage.plan(goal)).changes).toEqual([]);
  });

  it.each([
    ["ACCOUNT_NUMBER_LIMIT_EXCEEDED", "servicequotas/home/services/organizations"],
    ["MASTER_ACCOUNT_MISSING_CONTACT_INFO", "billing/home#/account"],
    ["MANAGEMENT_ACCOUNT_EMAIL_NOT_VERIFIED", "organizations/v2/home/accounts"],
    ["PAYMENT_INSTRUMENT_REQUIRED", "billing/home#/paymentpreferences"],
  ])("LF5009: is named with its link where AWS refuses for %s", async (reason, link) => {
    stage = await openStage();
    stage.emulator.setFaults([{ name: "refusal", parameter: `ConstraintViolationException.${reason}`, operations: ["organizations:CreateAccount"], count: 3 }]);
    const { failed } = await stage.apply(SMALL);
    expect(failed.map(({ diagnostics }) => diagnostics[0]?.code)).toEqual(["LF5009", "LF5009", "LF5009"]);
    expect(failed[0]?.diagnostics[0]?.fix).toContain(link);
  });
});

async function raiseQuota(DesiredValue: number): Promise<void> {
  const quotas = await stage.aws.serviceQuotas();
  await quotas.requestServiceQuotaIncrease({ ServiceCode: "organizations", QuotaCode: "L-E619E033", DesiredValue });
  await stage.aws.clock.sleep(3 * 3_600_000);
}
