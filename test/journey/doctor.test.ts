import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { breakLock, LOCK_NAME, openRun } from "../../src/apply/index.ts";
import { type Aws, connect } from "../../src/aws/index.ts";
import { ensureRole, placeOf, roleSpec } from "../../src/bootstrap/index.ts";
import { CHECKS, type DoctorInput, examine, type Finding } from "../../src/doctor/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { jumpingClock } from "../kit/jumping-clock.ts";
import { SMALL } from "./organizations.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "landfall-doctor-"));
});
afterEach(async () => {
  await stage.emulator.close();
  await rm(folder, { recursive: true });
});

const input = (aws: Aws | undefined, organization: Organization = SMALL): DoctorInput => ({
  node: { version: "20.20.2", required: "20.19" },
  file: { name: "landfall.config.ts", diagnostics: [], organization, folder },
  aws,
});

async function found(given: DoctorInput): Promise<Record<string, readonly Finding[]>> {
  const { checks } = await examine(given);
  return Object.fromEntries(checks.map(({ check, findings }) => [check, findings]));
}

const place = (organizationId?: string) => placeOf({ managementAccountId: stage.emulator.managementAccountId, organizationId, homeRegion: "eu-west-1" });
const organizationId = async (): Promise<string> => (await (await stage.aws.organizations()).describeOrganization({})).Organization?.Id ?? "";

async function as(policy: object): Promise<Aws> {
  const iam = await stage.aws.iam();
  await iam.createUser({ UserName: "half" });
  await iam.putUserPolicy({ UserName: "half", PolicyName: "p", PolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement: [policy] }) });
  const { AccessKey } = await iam.createAccessKey({ UserName: "half" });
  return connect({ homeRegion: "eu-west-1", clock: stage.emulator.clock, requestHandler: stage.emulator.requestHandler, credentials: { accessKeyId: AccessKey?.AccessKeyId ?? "", secretAccessKey: AccessKey?.SecretAccessKey ?? "" } });
}

describe("the doctor", () => {
  it("finds nothing wrong where the organization, the roles and the machine fit", async () => {
    stage = await openStage({ clock: jumpingClock() });
    await stage.apply(SMALL);
    for (const kind of ["plan", "apply"] as const) await ensureRole(stage.aws, roleSpec(kind, place(await organizationId())));
    const { checks, reason } = await examine(input(stage.aws));
    expect(reason).toBe("done");
    expect(checks.map(({ check }) => check)).toEqual(CHECKS.map(({ name }) => name));
    const told = checks.flatMap(({ check, findings }) => findings.filter(({ status }) => status !== "ok").map(({ status, text }) => `${status} ${check}: ${text}`));
    expect(told).toEqual(["skip member role: not tried: only landfall-plan and landfall-apply are let into member accounts"]);
    expect(checks.find(({ check }) => check === "permissions")?.findings[0]?.text).toMatch(/^each of \d+ reading calls may be made/);
  });

  it("says what a bare account still needs, and that the first apply makes it", async () => {
    stage = await openStage({ clock: jumpingClock() });
    const all = await found(input(stage.aws));
    expect(all["organization"]).toEqual([{ status: "warn", text: "there is none yet; the first apply creates it", fix: "landfall plan" }]);
    expect(all["roles"]?.map(({ text }) => text.split(" is not there")[0])).toEqual(["landfall-plan", "landfall-apply"]);
    expect(all["policy types"]?.[0]?.status).toBe("skip");
  });

  it("names every permission that is missing, with the policy that gives it", async () => {
    stage = await openStage({ clock: jumpingClock() });
    await stage.apply(SMALL);
    const aws = await as({ Effect: "Allow", Action: ["organizations:Describe*", "organizations:ListRoots", "organizations:ListAccounts", "tag:GetResources"], Resource: "*" });
    const { checks, reason } = await examine(input(aws));
    const [stopping] = checks.find(({ check }) => check === "permissions")?.findings ?? [];
    expect(reason).toBe("credentials");
    expect(stopping?.text).toContain("organizations:ListPolicies, ");
    expect(stopping?.text).not.toContain("organizations:ListRoots");
    expect(stopping?.fix).toContain("landfall doctor --print-policy read");
  });

  it("tells a member account and a delegated administrator from the management account", async () => {
    stage = await openStage({ clock: jumpingClock() });
    await stage.apply({ ...SMALL, trustedAccess: ["config.amazonaws.com"] });
    const organizations = await stage.aws.organizations();
    const { Accounts = [] } = await organizations.listAccounts({});
    const id = Accounts.find(({ Name }) => Name === "log-archive")?.Id ?? "";
    const aws = connect({ homeRegion: "eu-west-1", clock: stage.emulator.clock, requestHandler: stage.emulator.requestHandler, credentials: await stage.emulator.issueAccessKey({ accountId: id }) });
    const asMember = await found(input(aws));
    expect(asMember["account"]?.[0]).toMatchObject({ status: "fail", reason: "credentials", text: expect.stringContaining("is a member account") as string });
    // There the roles and the lock would seem to be missing.
    for (const check of ["roles", "lock"]) expect(asMember[check]).toEqual([{ status: "skip", text: `not looked at: it is in the management account ${stage.emulator.managementAccountId}` }]);
    await organizations.registerDelegatedAdministrator({ AccountId: id, ServicePrincipal: "config.amazonaws.com" });
    expect((await found(input(aws)))["account"]?.[0]).toMatchObject({ status: "warn", text: expect.stringContaining("is a delegated administrator for config.amazonaws.com") as string });
  });

  it("tells the file's organization from another", async () => {
    stage = await openStage({ clock: jumpingClock() });
    await stage.apply(SMALL);
    const [finding] = (await found(input(stage.aws, { ...SMALL, managementAccount: { id: "999999999999" } })))["account"] ?? [];
    expect(finding).toMatchObject({ status: "fail", reason: "credentials" });
  });

  it("tells how the roles differ, and names what they lack", async () => {
    stage = await openStage({ clock: jumpingClock() });
    await stage.apply(SMALL);
    const spec = roleSpec("plan", place(await organizationId()));
    await ensureRole(stage.aws, spec);
    const policy = JSON.stringify(spec.policy).replace('"organizations:ListRoots",', "");
    await (await stage.aws.iam()).putRolePolicy({ RoleName: spec.name, PolicyName: "landfall", PolicyDocument: policy });
    expect((await found(input(stage.aws)))["roles"]?.[0]).toEqual({ status: "warn", text: "landfall-plan lacks organizations:ListRoots", fix: "landfall bootstrap --create" });
  });

  it("tells who holds the lock, and which run was stopped in the middle of a call", async () => {
    stage = await openStage({ clock: jumpingClock() });
    await stage.apply(SMALL);
    const hold = (until: string) => JSON.stringify({ holder: "anna@laptop", run: "20261123-1412-3f9a", since: "2026-11-23T14:12:00Z", until });
    const ssm = await stage.aws.ssm();
    await ssm.putParameter({ Name: LOCK_NAME, Value: hold("9999-01-01T00:00:00Z"), Type: "String" });
    const plan = await stage.plan(SMALL);
    const journal = await openRun(folder, { format: "landfall.run/1", run: "20261123-1412-3f9a", startedAt: "2026-11-23T14:12:00Z", where: "local", plan, desired: [] });
    await journal.write({ at: "x", call: 1, operation: "organizations:CreatePolicy", input: {} });
    await journal.write({ at: "x", call: 1, outcome: "done" });
    await journal.write({ at: "x", call: 2, operation: "organizations:MoveAccount", input: {} });
    await journal.close();
    const all = await found(input(stage.aws));
    expect(all["lock"]?.[0]).toMatchObject({ status: "warn", text: expect.stringContaining("anna@laptop") as string });
    expect(all["runs"]?.[0]).toMatchObject({ status: "warn", text: "the last, 20261123-1412-3f9a, was stopped while organizations:MoveAccount was under way" });
    await ssm.putParameter({ Name: LOCK_NAME, Value: hold("2026-01-01T00:00:00Z"), Type: "String", Overwrite: true });
    expect((await found(input(stage.aws)))["lock"]?.[0]?.text).toContain("its lease has ended, and the next apply takes it over");
    await breakLock(stage.aws);
    expect((await found(input(stage.aws)))["lock"]).toEqual([{ status: "ok", text: "nobody holds it" }]);
  });

  it("tells which policy types and which access the plan will switch on", async () => {
    stage = await openStage({ clock: jumpingClock() });
    await stage.apply(SMALL);
    const all = await found(input(stage.aws, { ...SMALL, trustedAccess: ["config.amazonaws.com"], policies: { ...SMALL.policies, t: { type: "tag", document: { tags: {} } } } }));
    expect(all["policy types"]?.[0]?.text).toBe("not enabled yet: tag; the plan enables them");
    expect(all["trusted access"]?.[0]?.text).toContain("config.amazonaws.com");
  });

  it("enters member accounts as the plan role, and says where its role is missing", async () => {
    stage = await openStage({ clock: jumpingClock() });
    await stage.apply(SMALL);
    await ensureRole(stage.aws, roleSpec("plan", place(await organizationId())));
    const asPlan = stage.aws.as(`arn:aws:iam::${stage.emulator.managementAccountId}:role/landfall-plan`);
    const before = (await found(input(asPlan)))["member role"] ?? [];
    expect(before.map(({ status }) => status)).toEqual(["warn", "warn", "warn"]);
    const { Accounts = [] } = await (await stage.aws.organizations()).listAccounts({});
    for (const { Id = "" } of Accounts.filter((one) => one.Id !== stage.emulator.managementAccountId)) {
      await ensureRole(stage.aws.as(`arn:aws:iam::${Id}:role/OrganizationAccountAccessRole`), roleSpec("member", place(await organizationId())));
    }
    expect((await found(input(asPlan)))["member role"]).toEqual([{ status: "ok", text: "landfall-member is as it should be in 3 accounts that were looked into" }]);
  });
});

describe("the doctor in an organization with traces of Control Tower", () => {
  it("tells each trace, the roles in the accounts too, and that the register could not be read", async () => {
    stage = await openStage({ clock: jumpingClock() });
    await stage.apply(SMALL);
    await (await stage.aws.organizations()).enableAWSServiceAccess({ ServicePrincipal: "controltower.amazonaws.com" });
    const id = await organizationId();
    await ensureRole(stage.aws, roleSpec("plan", place(id)));
    const trust = JSON.stringify(roleSpec("plan", place(id)).trust);
    await (await stage.aws.iam()).createRole({ RoleName: "AWSControlTowerAdmin", Path: "/service-role/", AssumeRolePolicyDocument: trust });
    const { Accounts = [] } = await (await stage.aws.organizations()).listAccounts({});
    for (const { Id = "", Name } of Accounts.filter((one) => one.Id !== stage.emulator.managementAccountId)) {
      const inside = stage.aws.as(`arn:aws:iam::${Id}:role/OrganizationAccountAccessRole`);
      await ensureRole(inside, roleSpec("member", place(id)));
      if (Name === "log-archive") await (await inside.iam()).createRole({ RoleName: "AWSControlTowerExecution", AssumeRolePolicyDocument: trust });
    }
    const all = await found(input(stage.aws.as(`arn:aws:iam::${stage.emulator.managementAccountId}:role/landfall-plan`)));
    expect(all["control tower"]?.[0]).toMatchObject({
      status: "warn",
      text: "it has trusted access, its role AWSControlTowerAdmin is there, 1 of 3 accounts that were looked into are enrolled, and its register cannot be read (NotImplemented)",
    });
  });
});

describe("the doctor without AWS", () => {
  it("goes on with what it can look at, and ends as the first failure says", async () => {
    stage = await openStage({ clock: jumpingClock() });
    const old = await examine({ ...input(undefined), node: { version: "18.1.0", required: "20.19" } });
    expect(old.reason).toBe("failed");
    expect(old.checks.find(({ check }) => check === "region")?.findings[0]?.status).toBe("fail");
    const nothing = await examine({ node: { version: "v24.0.0", required: "20.19" }, aws: stage.aws });
    expect(nothing.reason).toBe("usage");
  });

  it("LF7004: says which service nobody answers for", async () => {
    stage = await openStage({ clock: jumpingClock() });
    const credentials = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "x" };
    const aws = connect({ homeRegion: "eu-west-1", clock: { now: Date.now, sleep: async () => {} }, endpoint: "http://127.0.0.1:9", credentials });
    const { checks, reason } = await examine(input(aws));
    const [finding] = checks.find(({ check }) => check === "credentials")?.findings ?? [];
    expect(finding?.text).toContain("AWS could not be reached for sts:GetCallerIdentity");
    expect(reason).toBe("failed");
  }, 30_000);
});
