import { beforeEach, describe, expect, it } from "vitest";
import { breakLock, keepFingerprint, listRuns } from "../../src/apply/index.ts";
import type { Aws } from "../../src/aws/index.ts";
import { encodeText } from "../../src/emulator/http-message.ts";
import type { Organization } from "../../src/organization/index.ts";
import type { Plan } from "../../src/plan/index.ts";
import { fingerprintName, observe, readFingerprint } from "../../src/resources/index.ts";
import { type Gate, OPEN, openStage, type Stage } from "../properties/kit/stage.ts";
import { GUESTS } from "../properties/kit/sketch.ts";
import { deadly } from "../properties/kit/trouble.ts";
import { SMALL } from "./organizations.ts";
import { emptyFolder, planned, program } from "./program.ts";

let stage: Stage;
/** The folder of whoever made the organization. */
let ours: string;
/** The console of whoever changes things by hand. */
let aws: Aws;

beforeEach(async () => {
  stage = await openStage(3);
  ours = emptyFolder();
  expect((await applied(SMALL, ours)).reason).toBe("done");
  aws = stage.take(OPEN).aws;
});

const applied = (organization: Organization, folder = emptyFolder(), more: Partial<Parameters<typeof program>[0]> = {}) => program({ stage, organization, folder, ...more });
/** The plan in a fresh clone, unless a folder is named. */
const planFor = async (organization: Organization, folder = emptyFolder(), way = aws): Promise<Plan> => (await planned(way, organization, folder)).plan;
const told = ({ drift }: Plan) => drift?.things.map(({ address, what, outcome }) => [address, what, outcome]);
const kept = async () => (await readFingerprint(aws)).kept;
const withTag = (floor: string): Organization => ({ ...SMALL, ous: { ...SMALL.ous, Security: { ...SMALL.ous?.["Security"], tags: { floor } } } });
const refusing = (...operations: readonly string[]): Gate => async (call, reach) =>
  operations.includes(call.operation) && (call.operation !== "PutParameter" || String(call.input["Name"]).includes("fingerprint"))
    ? { status: 400, headers: { "content-type": "application/x-amz-json-1.1" }, body: encodeText(JSON.stringify({ __type: "AccessDeniedException", Message: "denied" })) }
    : reach();

async function byHand(): Promise<void> {
  const organizations = await aws.organizations();
  const { items, rootId = "" } = await observe(aws, { desired: new Map() });
  const id = (address: string): string => items.get(address)?.id ?? "";
  await organizations.updatePolicy({ PolicyId: id("policy:scp/deny-leave"), Description: "by hand" });
  await organizations.moveAccount({ AccountId: id("account:log-archive"), SourceParentId: id("ou:Security"), DestinationParentId: rootId });
  await organizations.detachPolicy({ PolicyId: id("policy:rcp/only-us"), TargetId: id("ou:Workloads") });
  await organizations.attachPolicy({ PolicyId: id("policy:scp/deny-leave"), TargetId: id("ou:Security") });
  await organizations.createOrganizationalUnit({ ParentId: rootId, Name: "Legacy" });
}

const BY_HAND = [
  ["account:log-archive", "changed", "put-back"],
  ["attachment:rcp/only-us>ou:Workloads", "gone", "put-back"],
  ["attachment:scp/deny-leave>ou:Security", "added", "put-back"],
  ["ou:Legacy", "added", "left"],
  ["policy:scp/deny-leave", "changed", "put-back"],
];

describe("a machine that has no record of the last run", () => {
  it("tells what others changed from what the file changes, with what it was", async () => {
    expect((await planFor(SMALL)).drift).toMatchObject({ by: "fingerprint", things: [] });
    await byHand();
    const plan = await planFor(withTag("3"));
    expect(told(plan)).toEqual(BY_HAND);
    expect(plan.drift?.things[0]?.differences).toEqual([{ field: "parent", before: "ou:Security", after: "root" }]);
    expect(plan.changes.find(({ address }) => address === "ou:Security")).toMatchObject({ action: "update", differences: [{ field: "tag floor", after: "3" }] });
    expect(plan.changes.find(({ address }) => address === "ou:Security")?.cause).toBeUndefined();
    expect(told(await planFor(withTag("3"), ours))).toEqual(BY_HAND);
  });

  it("says that a thing was changed where the file says something else by now, though not what it was", async () => {
    await byHand();
    const policies = { ...SMALL.policies, "deny-leave": { ...SMALL.policies?.["deny-leave"], type: "scp", description: "by file" } as const };
    const plan = await planFor({ ...SMALL, policies });
    expect(plan.drift?.things.at(-1)).toEqual({ address: "policy:scp/deny-leave", kind: "policy", what: "changed", differences: [], outcome: "changed-further" });
  });

  it("plans the same changes as one that has a record", async () => {
    await byHand();
    const [here, elsewhere] = [await planFor(withTag("3"), ours), await planFor(withTag("3"))];
    expect(elsewhere.changes).toEqual(here.changes);
    expect(elsewhere.drift?.things).toEqual(here.drift?.things);
  });

  it("tells nothing apart, and says so, where AWS keeps nothing either", async () => {
    await (await aws.ssm()).deleteParameter({ Name: fingerprintName(0) });
    const plan = await planFor(withTag("3"));
    expect(plan.drift).toBeUndefined();
    expect(plan.remarks).toContainEqual(expect.stringContaining("No run of this organization is on record, on this machine or in AWS"));
  });
});

describe("two machines", () => {
  it("do not take each other's runs for drift, whichever has the older record", async () => {
    const theirs = emptyFolder();
    expect((await applied(withTag("3"), theirs)).reason).toBe("done");
    for (const folder of [ours, theirs]) {
      expect((await planFor(SMALL, folder)).changes).toMatchObject([{ address: "ou:Security", action: "update" }]);
      expect(told(await planFor(SMALL, folder))).toEqual([]);
    }
    expect((await planFor(SMALL, theirs)).drift?.by).toBeUndefined();
    expect((await planFor(SMALL, ours)).drift?.by).toBe("fingerprint");
  });

  it("keep what a run without some kinds did not speak of", async () => {
    await byHand();
    expect((await applied(withTag("3"), emptyFolder(), { exclude: ["policy", "attachment"] })).reason).toBe("done");
    expect(told(await planFor(withTag("3")))).toEqual(BY_HAND.filter(([address]) => address !== "account:log-archive"));
  });

  it("know of a run that was taken back", async () => {
    expect((await applied(withTag("3"), ours)).reason).toBe("done");
    const [undo] = await listRuns(ours);
    expect((await applied(SMALL, ours, { undo })).reason).toBe("done");
    const plan = await planFor(SMALL);
    expect([plan.changes, told(plan)]).toEqual([[], []]);
  });
});

describe("what comes without landfall", () => {
  it("is no drift: an account that accepts an invitation, before and after", async () => {
    const [id = ""] = Object.values(GUESTS);
    const withGuest: Organization = { ...SMALL, ous: { ...SMALL.ous, Guests: { accounts: { guest: { id, invite: true } } } } };
    const folder = emptyFolder();
    await applied(withGuest, folder);
    expect(told(await planFor(withGuest))).toEqual([]);
    expect(await stage.acceptInvitations()).toBe(true);
    const [here, elsewhere] = [await planFor(withGuest, folder), await planFor(withGuest)];
    expect(elsewhere.changes.map(({ address }) => address)).toContain("account:guest");
    expect([told(here), told(elsewhere)]).toEqual([[], []]);
  });
});

describe("a run that did not end well", () => {
  it("leaves unknown what failed, and what others changed told apart", async () => {
    await byHand();
    expect((await applied(withTag("3"), emptyFolder(), { gate: refusing("UpdatePolicy") })).reason).toBe("interrupted");
    const plan = await planFor(withTag("3"));
    expect(plan.changes.map(({ address }) => address)).toContain("policy:scp/deny-leave");
    expect(told(plan)?.map(([address]) => address)).not.toContain("policy:scp/deny-leave");
    const organizations = await aws.organizations();
    const { items } = await observe(aws, { desired: new Map() });
    await organizations.tagResource({ ResourceId: items.get("ou:Workloads")?.id, Tags: [{ Key: "by", Value: "hand" }] });
    expect(told(await planFor(withTag("3")))).toContainEqual(["ou:Workloads", "changed", "put-back"]);
  });

  it("has nothing called drift where it was killed, until the next run ends", async () => {
    const { gate, killed } = deadly(5, true);
    await Promise.race([applied({ ...withTag("3"), tags: { "managed-by": "us" } }, ours, { gate }), killed]);
    const plan = await planFor({ ...withTag("3"), tags: { "managed-by": "us" } });
    expect(plan.drift).toBeUndefined();
    expect(plan.remarks).toContainEqual(expect.stringMatching(/^Run \S+ is at work elsewhere, or was cut off/));
    await breakLock(aws);
    expect((await applied(SMALL)).reason).toBe("done");
    expect(told(await planFor(SMALL))).toEqual([]);
  });

  it("has AWS say again what it said before where it was refused under the lock", async () => {
    const before = await kept();
    const { "deny-leave": denyLeave } = SMALL.policies ?? {};
    const { Security, ...others } = SMALL.ous ?? {};
    await expect(applied({ ...SMALL, policies: denyLeave === undefined ? {} : { "deny-leave": denyLeave }, ous: { ...others, Empty: {}, Moved: Security ?? {} } })).rejects.toThrow(/LF/);
    expect(await kept()).toEqual(before);
  });
});

describe("a run that was not alone", () => {
  it.each(["after the mark", "before the mark"])("leaves nothing to be believed where another run wrote meanwhile: %s", async (when) => {
    const whole = await readFingerprint(aws);
    const [text = ""] = whole.texts;
    if (whole.kept.state !== "closed") throw new TypeError(whole.kept.state);
    const { organizationId, fingerprint } = whole.kept;
    const other = async () => (await aws.ssm()).putParameter({ Name: fingerprintName(0), Value: text, Overwrite: true });
    if (when === "before the mark") await other();
    const keeper = keepFingerprint(aws, "late", Promise.resolve(whole));
    await keeper.opened;
    if (when === "after the mark") await other();
    await keeper.prepare({ organizationId, left: fingerprint });
    expect(await keeper.close(false)).toBeUndefined();
    expect(await kept()).toEqual({ state: "none" });
  });

  it("leaves the mark where it says nothing of its end, as when it lost the lock", async () => {
    const keeper = keepFingerprint(aws, "lost", readFingerprint(aws));
    await keeper.close(false);
    expect(await kept()).toMatchObject({ state: "open", run: "lost" });
  });
});

describe("a fingerprint that cannot be believed", () => {
  const put = async (Value: string) => (await aws.ssm()).putParameter({ Name: fingerprintName(0), Value, Overwrite: true });
  const text = async (): Promise<string> => (await (await aws.ssm()).getParameter({ Name: fingerprintName(0) })).Parameter?.Value ?? "";

  it.each([
    ["a truncated one", (whole: string) => whole.slice(0, 300)],
    ["one with another body", (whole: string) => `${whole.slice(0, -40)}ZZZZ${whole.slice(-36)}`],
    ["something else", () => "do not touch"],
  ])("LF4040: is ignored, and hides no change: %s", async (_what, forge) => {
    await byHand();
    const believed = await planFor(withTag("3"));
    await put(forge(await text()));
    const plan = await planFor(withTag("3"));
    expect(plan.findings.map(({ code, severity }) => [code, severity])).toEqual([["LF4040", "warning"]]);
    expect(plan.drift).toBeUndefined();
    expect(plan.changes.map(({ address, action }) => [address, action])).toEqual(believed.changes.map(({ address, action }) => [address, action]));
    expect((await applied(SMALL)).reason).toBe("done");
    expect(told(await planFor(SMALL))).toEqual([]);
  });

  it("LF4040: is ignored where it is another organization's", async () => {
    const whole = await text();
    const other = await openStage(4);
    await program({ stage: other, organization: SMALL, folder: emptyFolder() });
    const their = other.take(OPEN).aws;
    await (await their.ssm()).putParameter({ Name: fingerprintName(0), Value: whole, Overwrite: true });
    const plan = await planFor(SMALL, emptyFolder(), their);
    expect(plan.findings.map(({ summary }) => summary)).toEqual([expect.stringMatching(/it is of organization o-\w+, and this is o-\w+/)]);
    expect(plan.drift).toBeUndefined();
  });
});

describe("a role that lacks the permission", () => {
  it("to read the fingerprint plans as without, and says so", async () => {
    const plan = await planFor(withTag("3"), emptyFolder(), stage.take(refusing("GetParameters")).aws);
    expect(plan.drift).toBeUndefined();
    expect(plan.changes).toHaveLength(1);
    expect(plan.remarks).toContain("The fingerprint of the last run was not read: AWS answered AccessDeniedException.");
  });

  it.each([["PutParameter"], ["GetParameters"]])("LF5010: %s applies as without, and is warned that others cannot tell its changes from drift", async (operation) => {
    const { reason, said } = await applied(withTag("3"), emptyFolder(), { gate: refusing(operation) });
    expect(reason).toBe("done");
    expect(said).toContain("The fingerprint of this run could not be written");
  });
});
