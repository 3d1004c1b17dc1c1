import { afterEach, describe, expect, it } from "vitest";
import { declareObserved } from "../../src/import/index.ts";
import { expand } from "../../src/inventory/index.ts";
import type { Contact, Organization } from "../../src/organization/index.ts";
import { wayBack } from "../../src/plan/index.ts";
import { observe } from "../../src/resources/index.ts";
import { SMALL } from "./organizations.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.emulator.close());

const contact = (name: string): Contact => ({ name, title: "Team", email: `${name}@acme.example`, phone: "+49 30 123456" });

/** One contact for all, another for one OU, a third for one account. */
const WITH_CONTACTS: Organization = {
  ...SMALL,
  contacts: { security: contact("security") },
  ous: {
    ...SMALL.ous,
    Security: { contacts: { billing: contact("billing") }, accounts: { "log-archive": { ...SMALL.ous?.["Security"]?.accounts?.["log-archive"], contacts: { security: contact("soc") } } } },
  },
};

async function stored(accountName: string, AlternateContactType: "BILLING" | "SECURITY"): Promise<string | undefined> {
  const { Accounts = [] } = await (await stage.aws.organizations()).listAccounts({});
  const AccountId = Accounts.find(({ Name }) => Name === accountName)?.Id;
  const answer = await (await stage.aws.account()).getAlternateContact({ AccountId, AlternateContactType }).catch(() => undefined);
  return answer?.AlternateContact?.Name;
}

describe("alternate contacts", () => {
  it("are inherited and set once their accounts and trusted access are there, and a second plan is empty", async () => {
    stage = await openStage();
    const { plan, failed } = await stage.apply(WITH_CONTACTS);
    expect(failed).toEqual([]);
    expect(plan.changes.filter(({ kind }) => kind === "contact").map(({ address }) => address)).toEqual([
      "contact:billing>account:log-archive",
      "contact:security>account:log-archive",
      "contact:security>account:management",
      "contact:security>account:shop-dev",
      "contact:security>account:shop-prod",
    ]);
    expect(await Promise.all([stored("log-archive", "SECURITY"), stored("log-archive", "BILLING"), stored("shop-dev", "SECURITY"), stored("shop-dev", "BILLING")])).toEqual(["soc", "billing", "security", undefined]);
    expect(await stage.plan(WITH_CONTACTS)).toMatchObject({ changes: [], unmanaged: [] });
  });

  it("are read only where the file speaks of them, and the plan says so", async () => {
    stage = await openStage();
    await stage.apply(WITH_CONTACTS);
    const all = await stage.plan(WITH_CONTACTS);
    expect(all.calls["account:GetAlternateContact"]).toBe(5);
    expect(all.remarks).toContain("Of 12 alternate contacts 5 were read, those that the file states: each costs a call.");
    const none = await stage.plan(SMALL);
    expect(none.calls["account:GetAlternateContact"]).toBeUndefined();
    expect(none.remarks?.[0]).toContain("were not read");
    expect(none.changes).toEqual([]);
  });

  it("are told part by part when they change, and go back", async () => {
    stage = await openStage();
    await stage.apply(WITH_CONTACTS);
    const goal: Organization = { ...WITH_CONTACTS, contacts: { security: { ...contact("security"), phone: "+1 555 0100" }, operations: contact("noc") } };
    const { plan, failed } = await stage.apply(goal);
    expect(failed).toEqual([]);
    expect(plan.changes.find(({ address }) => address === "contact:security>account:shop-dev")?.differences).toEqual([{ field: "phone", before: "+49 30 123456", after: "+1 555 0100" }]);
    const operations = { field: "contact", after: "noc, Team, noc@acme.example, +49 30 123456" };
    expect(plan.changes.find(({ address }) => address === "contact:operations>account:shop-dev")?.differences).toEqual([operations]);
    const { desired, irreversible } = wayBack(plan, expand(goal));
    expect(irreversible).toEqual([]);
    expect((await stage.applyInventory(SMALL.name, desired)).failed).toEqual([]);
    const before = await stage.plan({ ...WITH_CONTACTS, contacts: { ...WITH_CONTACTS.contacts, operations: contact("noc") } });
    expect(before.changes.map(({ address, differences }) => [address, differences])).toEqual(
      ["log-archive", "management", "shop-dev", "shop-prod"].map((key) => [`contact:operations>account:${key}`, [operations]]),
    );
  });

  it("of members are written unseen where trusted access is off, and that cannot be undone", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    const { plan, failed } = await stage.apply(WITH_CONTACTS);
    expect(failed).toEqual([]);
    expect(plan.changes.find(({ address }) => address === "contact:security>account:shop-dev")).toMatchObject({ reason: expect.stringContaining("trusted access") as string, waitsFor: ["trusted-access:account.amazonaws.com"] });
    const { irreversible } = wayBack(plan, expand(WITH_CONTACTS));
    expect(irreversible.map(({ address }) => address)).toContain("contact:security>account:shop-dev");
    // The management account speaks for itself: its contacts are seen.
    expect(irreversible.map(({ address }) => address)).not.toContain("contact:security>account:management");
  });

  it("are written down from AWS when they are asked for, what all share once", async () => {
    stage = await openStage();
    const goal: Organization = { ...WITH_CONTACTS, contacts: { security: contact("security"), billing: contact("billing") } };
    await stage.apply(goal);
    const settings = { name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"] };
    const { organization, files } = declareObserved(await observe(stage.aws, { desired: new Map(), all: true }), settings);
    expect(organization.contacts).toEqual({ billing: contact("billing") });
    expect(organization.managementAccount?.contacts).toEqual({ security: contact("security") });
    expect(organization.ous?.["Security"]?.accounts?.["log-archive"]?.contacts).toEqual({ security: contact("soc") });
    expect(organization.trustedAccess).toBeUndefined();
    const documents = new Map(files.map(({ path, text }) => [path, JSON.parse(text) as never]));
    const policies = Object.fromEntries(Object.entries(organization.policies ?? {}).map(([key, policy]) => [key, { ...policy, document: documents.get(policy.file ?? "") }]));
    expect(await stage.plan({ ...organization, policies })).toMatchObject({ changes: [], unmanaged: [] });
    expect(declareObserved(await observe(stage.aws, { desired: new Map() }), settings).organization.trustedAccess).toEqual(["account.amazonaws.com"]);
  });

  it("stay when their lines go, and go when the file says remove", async () => {
    stage = await openStage();
    await stage.apply(WITH_CONTACTS);
    const goal: Organization = { ...SMALL, remove: ["contact:security>account:shop-dev"] };
    const { plan, failed } = await stage.apply(goal);
    expect(failed).toEqual([]);
    expect(plan.changes.map(({ address, action }) => [address, action])).toEqual([["contact:security>account:shop-dev", "delete"]]);
    expect(await Promise.all([stored("shop-dev", "SECURITY"), stored("shop-prod", "SECURITY")])).toEqual([undefined, "security"]);
    expect((await stage.plan(goal)).changes).toEqual([]);
  });
});
