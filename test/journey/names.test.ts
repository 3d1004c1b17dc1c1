import { afterEach, describe, expect, it } from "vitest";
import { expand } from "../../src/inventory/index.ts";
import type { Account, Organization } from "../../src/organization/index.ts";
import { wayBack } from "../../src/plan/index.ts";
import { SMALL } from "./organizations.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.emulator.close());

const LOGS = SMALL.ous?.["Security"]?.accounts?.["log-archive"] ?? {};
/** The small organization with other words about its account for logs, or with the account under another key. */
const withLogs = (parts: Account, key = "log-archive"): Organization => ({ ...SMALL, ous: { ...SMALL.ous, Security: { accounts: { [key]: { ...LOGS, ...parts } } } } });

async function accounts(): Promise<(string | undefined)[]> {
  const { Accounts = [] } = await (await stage.aws.organizations()).listAccounts({});
  return Accounts.map(({ Name }) => Name).toSorted((a = "", b = "") => a.localeCompare(b));
}

describe("the name of an account", () => {
  it("is changed in place, through the trusted access that it needs, and goes back", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    const before = await accounts();
    const goal = withLogs({ name: "Log Archive" });
    const { plan, failed } = await stage.apply(goal);
    expect(failed).toEqual([]);
    expect(plan.changes.map(({ address, action, differences, waitsFor }) => [address, action, differences, waitsFor])).toEqual([
      ["trusted-access:account.amazonaws.com", "enable", [], []],
      ["account:log-archive", "update", [{ field: "name", before: "log-archive", after: "Log Archive" }], ["trusted-access:account.amazonaws.com"]],
    ]);
    expect(await accounts()).toEqual(before.map((name) => (name === "log-archive" ? "Log Archive" : name)));
    expect((await stage.plan(goal)).changes).toEqual([]);
    const { desired, statements, irreversible } = wayBack(plan, expand(goal));
    expect(irreversible).toEqual([]);
    expect((await stage.applyInventory(SMALL.name, desired, { statements })).failed).toEqual([]);
    expect((await (await stage.aws.organizations()).listAWSServiceAccessForOrganization({})).EnabledServicePrincipals).toEqual([]);
    expect(await accounts()).toEqual(before);
  });

  it("follows its key when the file says that the account moved to another", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    const { plan, failed } = await stage.apply({ ...withLogs({}, "logs"), moved: { "account:log-archive": "account:logs" } });
    expect(failed).toEqual([]);
    expect(plan.changes.some(({ action }) => action === "create")).toBe(false);
    expect(plan.changes.find(({ kind }) => kind === "account")?.differences.map(({ field }) => field)).toEqual(["name", "tag landfall:address"]);
    expect(await accounts()).toContain("logs");
    expect((await stage.plan(withLogs({}, "logs"))).changes).toEqual([]);
  });

  it("of an account that others made stays until the file states one", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    const organizations = await stage.aws.organizations();
    const { CreateAccountStatus } = await organizations.createAccount({ AccountName: "Old Name", Email: "old@example.com" });
    await stage.aws.clock.sleep(10 * 60_000);
    const { CreateAccountStatus: made } = await organizations.describeCreateAccountStatus({ CreateAccountRequestId: CreateAccountStatus?.Id ?? "" });
    const withOld = (parts: Account): Organization => ({ ...SMALL, tags: {}, root: { ...SMALL.root, accounts: { old: { id: made?.AccountId ?? "", ...parts } } } });
    const fieldsOf = async (parts: Account): Promise<unknown> => (await stage.plan(withOld(parts))).changes.find(({ address }) => address === "account:old")?.differences;
    expect(await fieldsOf({})).toBeUndefined();
    expect(await fieldsOf({ name: "New" })).toEqual([{ field: "name", before: "Old Name", after: "New" }]);
  });
});

describe("the e-mail address of an account", () => {
  it("is changed by a person, with two commands, and then the step is gone", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    const goal = withLogs({ email: "logs@acme.example" });
    const [without] = (await stage.plan(goal)).yours ?? [];
    expect(without).toMatchObject({ kind: "you", address: "you:email>account:log-archive", why: expect.stringContaining("trustedAccess") as string });
    const trusting: Organization = { ...goal, trustedAccess: ["account.amazonaws.com"] };
    await stage.apply(trusting);
    const { yours = [], changes } = await stage.plan(trusting);
    expect(changes).toEqual([]);
    const [start, accept] = yours[0]?.commands ?? [];
    const AccountId = /--account-id (\d{12})/.exec(start ?? "")?.[1] ?? "";
    expect(start).toBe(`aws account start-primary-email-update --account-id ${AccountId} --primary-email 'logs@acme.example'`);
    expect(accept).toBe(`aws account accept-primary-email-update --account-id ${AccountId} --primary-email 'logs@acme.example' --otp CODE`);
    const account = await stage.aws.account();
    await account.startPrimaryEmailUpdate({ AccountId, PrimaryEmail: "logs@acme.example" });
    await account.acceptPrimaryEmailUpdate({ AccountId, PrimaryEmail: "logs@acme.example", Otp: AccountId.slice(-6) });
    expect(await stage.plan(trusting)).toMatchObject({ changes: [], yours: [] });
  });

  it("that the rule makes is for new accounts only", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    expect(await stage.plan({ ...SMALL, accountEmail: "root+{account}@acme.example" })).toMatchObject({ changes: [], yours: [] });
  });
});
