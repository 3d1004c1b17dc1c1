import { afterEach, describe, expect, it } from "vitest";
import type { Organization } from "../../src/organization/index.ts";
import { observe } from "../../src/resources/index.ts";
import { jumpingClock } from "../kit/jumping-clock.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.emulator.close());

const BARE: Organization = { name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"] };
const DENY = { Version: "2012-10-17" as const, Statement: [{ Effect: "Deny" as const, Action: "s3:DeleteBucket", Resource: "*" }] };

/** An organization that others made, with each thing of which there is only one. */
async function madeByOthers(): Promise<{ accountId: string; policyId: string }> {
  stage = await openStage({ clock: jumpingClock() });
  const organizations = await stage.aws.organizations();
  const { Organization: made } = await organizations.createOrganization({});
  const RootId = (await organizations.listRoots({})).Roots?.[0]?.Id ?? "";
  for (const ServicePrincipal of ["iam.amazonaws.com", "config.amazonaws.com"]) await organizations.enableAWSServiceAccess({ ServicePrincipal });
  await (await stage.aws.iam()).enableOrganizationsRootSessions({});
  await organizations.enablePolicyType({ RootId, PolicyType: "SERVICE_CONTROL_POLICY" });
  await stage.aws.clock.sleep(60_000);
  const begun = await organizations.createAccount({ AccountName: "Theirs", Email: "theirs@example.com", Tags: [{ Key: "owner", Value: "them" }] });
  await stage.aws.clock.sleep(10 * 60_000);
  const { CreateAccountStatus } = await organizations.describeCreateAccountStatus({ CreateAccountRequestId: begun.CreateAccountStatus?.Id ?? "" });
  const accountId = CreateAccountStatus?.AccountId ?? "";
  await organizations.registerDelegatedAdministrator({ AccountId: accountId, ServicePrincipal: "config.amazonaws.com" });
  const Content = JSON.stringify({ Version: "2012-10-17", Statement: [{ Sid: "Delegate", Effect: "Allow", Principal: { AWS: `arn:aws:iam::${accountId}:root` }, Action: ["organizations:ListAccounts"], Resource: "*" }] });
  expect(made?.Id).toBeDefined();
  await organizations.putResourcePolicy({ Content });
  const policy = await organizations.createPolicy({ Name: "Theirs", Description: "", Content: JSON.stringify(DENY), Type: "SERVICE_CONTROL_POLICY" });
  const policyId = policy.Policy?.PolicySummary?.Id ?? "";
  await organizations.attachPolicy({ PolicyId: policyId, TargetId: RootId });
  return { accountId, policyId };
}

/** What of the calls to AWS changed something since a moment. */
const writes = (): string[] => Object.entries(stage.emulator.calls().counts).flatMap(([name, count]) => (/:(List|Describe|Get)/.test(name) ? [] : [`${name} ${count}`]));

describe("things of others", () => {
  it("are all seen, the singletons too, and watched", async () => {
    await madeByOthers();
    const { items } = await observe(stage.aws, { desired: new Map() });
    const watched = [...items.values()].filter(({ owner }) => owner === "watched").map(({ item }) => item.address);
    expect(watched).toEqual(
      expect.arrayContaining([
        "policy-type:scp",
        "trusted-access:config.amazonaws.com",
        "trusted-access:iam.amazonaws.com",
        "policy:scp/Theirs",
        "attachment:scp/Theirs>root",
        "delegation-policy",
      ]),
    );
    expect(watched.filter((address) => address.startsWith("delegated-administrator:config"))).toHaveLength(1);
    expect([...items.keys()].some((address) => address.startsWith("root-access"))).toBe(true);
  });

  it("are shown and left alone by a plan and an apply that do not name them", async () => {
    await madeByOthers();
    const plan = await stage.plan(BARE);
    expect(plan.changes).toEqual([]);
    const shown = plan.unmanaged.map(({ address }) => address.replace(/\d{12}/, "ID"));
    for (const address of ["account:ID", "policy:scp/Theirs", "attachment:scp/Theirs>root", "policy-type:scp", "trusted-access:config.amazonaws.com", "delegation-policy"]) expect(shown).toContain(address);
    const before = writes();
    expect((await stage.apply(BARE)).done).toEqual([]);
    expect(writes()).toEqual(before);
  });

  it("are changed in what the file says and in nothing else, and get no tag of ours until they are adopted", async () => {
    const { policyId, accountId } = await madeByOthers();
    const file: Organization = { ...BARE, root: { policies: ["theirs"], accounts: { theirs: { name: "Theirs", id: accountId, email: "theirs@example.com" } } }, policies: { theirs: { type: "scp", name: "Theirs", document: DENY, tags: { team: "blue" } } } };
    const watched = await stage.apply(file);
    expect(watched.failed).toEqual([]);
    expect(watched.done.map(({ address }) => address)).toEqual(["policy:scp/Theirs"]);
    const organizations = await stage.aws.organizations();
    const tagsOf = async (ResourceId: string): Promise<Record<string, string | undefined>> => Object.fromEntries(((await organizations.listTagsForResource({ ResourceId })).Tags ?? []).map(({ Key = "", Value }) => [Key, Value]));
    expect(await tagsOf(policyId)).toEqual({ team: "blue" });
    expect(await tagsOf(accountId)).toEqual({ owner: "them" });
    const adopted = { ...file, adopt: ["policy:scp/Theirs", "account:theirs"] };
    expect((await stage.apply(adopted)).failed).toEqual([]);
    expect(await tagsOf(policyId)).toMatchObject({ "landfall:address": "policy:scp/Theirs" });
    expect(await tagsOf(accountId)).toMatchObject({ "landfall:address": "account:theirs" });
    expect((await stage.plan(adopted)).changes).toEqual([]);
  });
});
