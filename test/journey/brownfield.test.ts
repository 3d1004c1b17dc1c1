import { afterEach, describe, expect, it } from "vitest";
import { declareObserved } from "../../src/import/index.ts";
import { expand } from "../../src/inventory/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { observe } from "../../src/resources/index.ts";
import { SMALL } from "./organizations.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.emulator.close());

const SETTINGS = { name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"] };

/** An organization that others made by hand, with one of each kind of oddity. */
async function madeByOthers(): Promise<void> {
  const organizations = await stage.aws.organizations();
  await organizations.createOrganization({ FeatureSet: "ALL" });
  const RootId = (await organizations.listRoots({})).Roots?.[0]?.Id ?? "";
  await organizations.enablePolicyType({ RootId, PolicyType: "SERVICE_CONTROL_POLICY" });
  await stage.aws.clock.sleep(60_000);
  await organizations.tagResource({ ResourceId: RootId, Tags: [{ Key: "cost", Value: "central" }] });
  const ou = await organizations.createOrganizationalUnit({ ParentId: RootId, Name: "R&D / Lab", Tags: [{ Key: "floor", Value: "3" }] });
  const ouId = ou.OrganizationalUnit?.Id ?? "";
  const begun = await organizations.createAccount({ AccountName: "Lab One", Email: "lab@example.com", Tags: [{ Key: "owner", Value: "lab" }, { Key: "x", Value: "y" }] });
  await organizations.createAccount({ AccountName: "lab one", Email: "lab2@example.com" });
  await stage.aws.clock.sleep(10 * 60_000);
  const status = await organizations.describeCreateAccountStatus({ CreateAccountRequestId: begun.CreateAccountStatus?.Id ?? "" });
  await organizations.moveAccount({ AccountId: status.CreateAccountStatus?.AccountId ?? "", SourceParentId: RootId, DestinationParentId: ouId });
  const Content = JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Allow", Action: "ec2:*", Resource: "*" } });
  const policy = await organizations.createPolicy({ Name: "Only EC2", Description: "", Content, Type: "SERVICE_CONTROL_POLICY" });
  await organizations.attachPolicy({ PolicyId: policy.Policy?.PolicySummary?.Id ?? "", TargetId: ouId });
  await organizations.detachPolicy({ PolicyId: "p-FullAWSAccess", TargetId: ouId });
}

async function written(): Promise<Organization> {
  const { organization, files } = declareObserved(await observe(stage.aws, { desired: new Map() }), SETTINGS);
  const documents = new Map(files.map(({ path, text }) => [path, JSON.parse(text) as never]));
  const policies = Object.fromEntries(
    Object.entries(organization.policies ?? {}).map(([key, policy]) => [key, { ...policy, document: documents.get(policy.file ?? "") }]),
  );
  return { ...organization, policies };
}

describe("an organization that others made", () => {
  it("is written down so that its first plan is empty", async () => {
    stage = await openStage();
    await madeByOthers();
    const organization = await written();
    expect(organization.ous?.["R&D / Lab"]).toMatchObject({ policies: ["only-ec2"], fullAwsAccess: false, tags: { floor: "3" } });
    expect(organization.ous?.["R&D / Lab"]?.accounts?.["lab-one"]).toMatchObject({ name: "Lab One", owner: "lab", tags: { x: "y" } });
    expect(Object.keys(organization.root?.accounts ?? {})).toEqual(["lab-one-2"]);
    const plan = await stage.plan(organization);
    expect(plan.changes).toEqual([]);
    expect(plan.unmanaged).toEqual([]);
  });

  it("loses nothing when lines are removed from the file", async () => {
    stage = await openStage();
    await madeByOthers();
    const organization = await written();
    const plan = await stage.plan({ ...organization, policies: {}, ous: {} });
    expect(plan.changes).toEqual([]);
    expect(plan.unmanaged.map(({ address }) => address)).toEqual(
      expect.arrayContaining(["policy:scp/Only EC2", "ou:R&D %2F Lab", "attachment:scp/Only EC2>ou:R&D %2F Lab"]),
    );
  });

  it("is written down again from what landfall made", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    expect((await stage.plan(await written())).changes).toEqual([]);
    expect(expand(await written()).has("account:shop-prod")).toBe(true);
  });
});
