import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { expand, type Observation, statementsOf } from "../../src/inventory/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { type Plan, readSavedPlan, refuseStale, savePlan } from "../../src/plan/index.ts";
import { observe } from "../../src/resources/index.ts";
import { SMALL } from "./organizations.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let approved: Plan;

const { Workloads = {}, Security = {} } = SMALL.ous ?? {};
const denying = (Action: string) => ({ type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action, Resource: "*" }] } }) as const;
const BEFORE: Organization = {
  ...SMALL,
  policies: { ...SMALL.policies, edited: denying("s3:*"), old: denying("ec2:*") },
  root: { policies: ["deny-leave", "old"] },
  ous: { Security, Workloads: { ...Workloads, ous: { ...Workloads.ous, Old: {} } } },
  trustedAccess: ["ram.amazonaws.com"],
  delegatedAdministrators: { "guardduty.amazonaws.com": ["log-archive"] },
};
/** One change of each kind and action that an organization which exists can see. */
const AFTER: Organization = {
  ...SMALL,
  policies: { ...SMALL.policies, edited: { ...denying("s3:*"), description: "New words" }, made: denying("iam:*") },
  root: { policies: ["deny-leave", "made"] },
  ous: {
    Security: { tags: { floor: "3" }, accounts: { ...Security.accounts, ...Workloads.ous?.["SDLC"]?.accounts, extra: {} } },
    Workloads: { ...Workloads, ous: { Prod: { accounts: { "shop-prod": { ...Workloads.ous?.["Prod"]?.accounts?.["shop-prod"], state: "closed" } } }, SDLC: {}, New: {} } },
  },
  trustedAccess: ["config.amazonaws.com"],
  delegatedAdministrators: { "guardduty.amazonaws.com": ["log-archive"] },
  remove: ["trusted-access:ram.amazonaws.com"],
};

beforeEach(async () => {
  stage = await openStage();
  expect((await stage.apply(BEFORE)).failed).toEqual([]);
  approved = readSavedPlan(savePlan(await stage.plan(AFTER), expand(AFTER), statementsOf(AFTER)), "plan.json").plan;
});
afterEach(() => stage.emulator.close());

const observed = (): Promise<Observation> => observe(stage.aws, { desired: expand(AFTER) });
const refusal = async (): Promise<void> => refuseStale(approved, await stage.plan(AFTER), (await observed()).items);
const organizations = () => stage.aws.organizations();

type Ground = (id: (address: string) => string) => Promise<unknown>;

const create = async (Name: string, ParentId: string) => (await organizations()).createOrganizationalUnit({ Name, ParentId });

/** What somebody else does between the approval and the apply, by the address whose change no longer is what was approved. */
const GROUNDS: readonly (readonly [address: string, ground: Ground])[] = [
  ["policy:scp/edited", async (id) => (await organizations()).updatePolicy({ PolicyId: id("policy:scp/edited"), Description: "Theirs" })],
  ["policy:scp/deny-leave", async (id) => (await organizations()).updatePolicy({ PolicyId: id("policy:scp/deny-leave"), Description: "Theirs" })],
  ["policy:scp/old", async (id) => (await organizations()).updatePolicy({ PolicyId: id("policy:scp/old"), Description: "Theirs" })],
  ["account:shop-dev", async (id) => (await organizations()).moveAccount({ AccountId: id("account:shop-dev"), SourceParentId: id("ou:Workloads/SDLC"), DestinationParentId: id("root") })],
  ["account:shop-prod", async (id) => (await organizations()).tagResource({ ResourceId: id("account:shop-prod"), Tags: [{ Key: "owner", Value: "theirs" }] })],
  ["account:log-archive", async (id) => (await organizations()).tagResource({ ResourceId: id("account:log-archive"), Tags: [{ Key: "owner", Value: "theirs" }] })],
  ["ou:Security", async (id) => (await organizations()).tagResource({ ResourceId: id("ou:Security"), Tags: [{ Key: "floor", Value: "4" }] })],
  ["ou:Workloads/Old", async (id) => create("Theirs", id("ou:Workloads/Old"))],
  ["attachment:rcp/only-us>ou:Workloads", async (id) => (await organizations()).detachPolicy({ PolicyId: id("policy:rcp/only-us"), TargetId: id("ou:Workloads") })],
  ["policy:scp/made", async () => (await organizations()).createPolicy({ Name: "made", Description: "", Type: "SERVICE_CONTROL_POLICY", Content: '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}' })],
  ["delegated-administrator:guardduty.amazonaws.com>account:log-archive", async (id) => (await organizations()).deregisterDelegatedAdministrator({ AccountId: id("account:log-archive"), ServicePrincipal: "guardduty.amazonaws.com" })],
];

describe("a saved plan", () => {
  it("holds a change of each kind", () => {
    expect(new Set(approved.changes.map(({ action, kind }) => `${action} ${kind}`))).toEqual(
      new Set(["enable trusted-access", "create ou", "update ou", "create policy", "update policy", "attach attachment", "move account", "create account", "detach attachment", "delete policy", "delete ou", "close account", "disable trusted-access"]),
    );
  });

  it("is not refused while nothing has changed, nor for what has nothing to do with it", async () => {
    await expect(refusal()).resolves.toBeUndefined();
    const { items } = await observed();
    await create("Unrelated", items.get("root")?.id ?? "");
    await expect(refusal()).resolves.toBeUndefined();
  });

  it.each(GROUNDS)("LF4006: is refused by the name of %s when its ground has changed", async (address, ground) => {
    const { items } = await observed();
    await ground((name) => items.get(name)?.id ?? "");
    const refused: unknown = await refusal().catch((error: unknown) => error);
    expect(String(refused)).toContain("LF4006");
    expect(String(refused)).toContain(address);
  });
});
