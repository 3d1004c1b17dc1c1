import { afterEach, describe, expect, it } from "vitest";
import { connect } from "../../src/aws/index.ts";
import { manualClock } from "../../src/emulator/index.ts";
import { expand, NO_STATEMENTS } from "../../src/inventory/index.ts";
import type { Clock } from "../../src/limits/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { type Plan, wayBack } from "../../src/plan/index.ts";
import { rehearse } from "../../src/rehearse/index.ts";
import { observe } from "../../src/resources/index.ts";
import { SMALL } from "./organizations.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.emulator.close());

const GUEST = "222222222222";
const OTHER = "333333333333";
const DAY = 86_400_000;

/** The small organization with an account that is outside: in an OU, with a policy and a contact of its own. */
const WITH_GUEST: Organization = {
  ...SMALL,
  ous: {
    ...SMALL.ous,
    Guests: { accounts: { guest: { id: GUEST, invite: true, email: "guest@example.com", owner: "guests", policies: ["deny-leave"], contacts: { security: { name: "G", title: "Owner", email: "g@example.com", phone: "1" } } } } },
  },
};

/** Waits by moving its time, since invitations last for days. */
function jumpingClock(): Clock {
  const clock = manualClock(Date.UTC(2026, 0, 1));
  return {
    ...clock,
    async sleep(millis) {
      clock.advance(millis);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** The Organizations client of an account. */
async function clientOf(accountId: string) {
  const credentials = await stage.emulator.issueAccessKey({ accountId });
  return connect({ homeRegion: "eu-west-1", clock: stage.emulator.clock, requestHandler: stage.emulator.requestHandler, credentials }).organizations();
}

const guest = () => clientOf(GUEST);

async function withGuestOutside(): Promise<void> {
  stage = await openStage({ clock: jumpingClock() });
  await stage.emulator.addAccount({ id: GUEST, email: "guest@example.com", name: "Guest" });
}

/** The handshake that the one step of a person names. */
const handshakeId = ({ yours = [] }: Plan): string => /--handshake-id (h-\w+)$/.exec(yours[0]?.commands?.[0] ?? "")?.[1] ?? "";

describe("an invited account", () => {
  it("is invited once, waits for its owner, and is then moved to its place", async () => {
    await withGuestOutside();
    const first = await stage.apply(WITH_GUEST);
    expect(first.failed).toEqual([]);
    expect(first.plan.changes.filter(({ address }) => address.includes("guest")).map(({ address, action }) => [address, action])).toEqual([["account:guest", "invite"]]);
    expect(first.plan.changes.find(({ action }) => action === "invite")?.reason).toContain("no role");

    const waiting = await stage.plan(WITH_GUEST);
    expect(waiting.changes).toEqual([]);
    expect(waiting.yours).toMatchObject([{ address: "you:invitation>account:guest", what: expect.stringContaining(`account ${GUEST} accept the invitation`) as string }]);
    await (await guest()).acceptHandshake({ HandshakeId: handshakeId(waiting) });

    const { plan, failed } = await stage.apply(WITH_GUEST);
    expect(failed).toEqual([]);
    expect(plan.changes.filter(({ address }) => address.includes("guest")).map(({ address, action }) => [address, action])).toEqual([
      ["attachment:scp/deny-leave>account:guest", "attach"],
      ["account:guest", "move"],
      ["contact:security>account:guest", "update"],
    ]);
    expect(await stage.plan(WITH_GUEST)).toMatchObject({ changes: [], unmanaged: [] });
    // The tags that waited with the invitation make it ours.
    expect((await observe(stage.aws, { desired: expand(WITH_GUEST) })).items.get("account:guest")).toMatchObject({ owner: "ours", id: GUEST });
  });

  it("comes over directly from another organization in the same way", async () => {
    stage = await openStage({ clock: jumpingClock() });
    await stage.apply(SMALL);
    await stage.emulator.addAccount({ id: OTHER, email: "other@example.com", name: "Other" });
    const other = await clientOf(OTHER);
    await other.createOrganization({ FeatureSet: "ALL" });
    const begun = await other.createAccount({ AccountName: "Guest", Email: "guest@example.com" });
    // An account is four days old before it leaves, and an organization seven before accounts of others come over.
    await stage.aws.clock.sleep(8 * DAY);
    const id = (await other.describeCreateAccountStatus({ CreateAccountRequestId: begun.CreateAccountStatus?.Id ?? "" })).CreateAccountStatus?.AccountId ?? "";
    const goal: Organization = { ...SMALL, ous: { ...SMALL.ous, Guests: { accounts: { guest: { id, invite: true } } } } };
    expect((await stage.apply(goal)).failed).toEqual([]);
    await (await clientOf(id)).acceptHandshake({ HandshakeId: handshakeId(await stage.plan(goal)) });
    const { plan, failed } = await stage.apply(goal);
    expect(failed).toEqual([]);
    expect(plan.changes.map(({ address, action }) => [address, action])).toEqual([["account:guest", "move"]]);
    expect((await stage.plan(goal)).changes).toEqual([]);
    expect((await other.listAccounts({})).Accounts?.map(({ Id }) => Id)).toEqual([OTHER]);
  });

  it("is not invited again when somebody else did, or when it said no; it is when the invitation ran out", async () => {
    await withGuestOutside();
    await stage.apply(SMALL);
    const organizations = await stage.aws.organizations();
    await organizations.inviteAccountToOrganization({ Target: { Type: "EMAIL", Id: "guest@example.com" } });
    expect((await stage.apply(WITH_GUEST)).failed).toEqual([]);
    const of = async (): Promise<string[]> => ((await organizations.listHandshakesForOrganization({ Filter: { ActionType: "INVITE" } })).Handshakes ?? []).map(({ State }) => State ?? "");
    expect(await of()).toEqual(["OPEN"]);

    await stage.aws.clock.sleep(16 * DAY);
    expect((await stage.apply(WITH_GUEST)).plan.changes.map(({ action }) => action)).toEqual(["invite"]);
    expect((await of()).toSorted((a, b) => a.localeCompare(b))).toEqual(["EXPIRED", "OPEN"]);
    await (await guest()).declineHandshake({ HandshakeId: handshakeId(await stage.plan(WITH_GUEST)) });
    const declined = await stage.plan(WITH_GUEST);
    expect(declined.changes).toEqual([]);
    expect(declined.yours).toMatchObject([{ why: "It declined the invitation, and landfall does not ask twice." }]);
  });

  it("costs a call only while it is outside, and an invitation cannot be undone by a plan", async () => {
    await withGuestOutside();
    const { plan } = await stage.apply(WITH_GUEST);
    expect((await stage.plan(WITH_GUEST)).calls["organizations:ListHandshakesForOrganization"]).toBe(1);
    expect((await stage.plan(SMALL)).calls["organizations:ListHandshakesForOrganization"]).toBeUndefined();
    expect(wayBack(plan, expand(WITH_GUEST)).irreversible.find(({ address }) => address === "account:guest")?.why).toContain("cancel-handshake");
  });

  it("is invited in a rehearsal too, and one already invited is not", async () => {
    await withGuestOutside();
    await stage.apply(SMALL);
    const rehearsed = async () => {
      const desired = expand(WITH_GUEST);
      const observation = await observe(stage.aws, { desired });
      return rehearse({ name: "acme", homeRegion: "eu-west-1", desired, statements: NO_STATEMENTS, observation, seed: "s", emit: () => {} });
    };
    const before = await rehearsed();
    expect(before.result.failed).toEqual([]);
    expect(before.plan.changes.map(({ action }) => action)).toContain("invite");
    expect(before.after.changes).toEqual([]);
    await stage.apply(WITH_GUEST);
    expect((await rehearsed()).plan.changes).toEqual([]);
  });
});
