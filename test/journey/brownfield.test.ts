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

/** A document of each of several types of settings. */
const SETTINGS_POLICIES = {
  TAG_POLICY: { tags: { owner: { tag_key: { "@@assign": "Owner" } } } },
  BACKUP_POLICY: { plans: { Daily: { regions: { "@@append": ["eu-west-1"] }, rules: { R: { target_backup_vault_name: { "@@assign": "V" } } } } } },
  AISERVICES_OPT_OUT_POLICY: { services: { default: { opt_out_policy: { "@@assign": "optOut" } } } },
  CHATBOT_POLICY: { chatbot: { default: { client: { "@@assign": "disabled" } } } },
  DECLARATIVE_POLICY_EC2: { ec2_attributes: { serial_console_access: { status: { "@@assign": "disabled" } } } },
  S3_POLICY: { s3_attributes: { public_access_block_configuration: { "@@assign": "all" } } },
  SECURITYHUB_POLICY: { securityhub: { enable_in_regions: { "@@assign": ["eu-west-1"] }, disable_in_regions: { "@@assign": [] } } },
} as const;

const SERVICES = ["config.amazonaws.com", "guardduty.amazonaws.com", "ram.amazonaws.com", "securityhub.amazonaws.com"];

/** An organization with a policy of each of several types, all of one name, with trusted access and delegation. */
async function madeWithServices(): Promise<void> {
  const organizations = await stage.aws.organizations();
  await organizations.createOrganization({ FeatureSet: "ALL" });
  const RootId = (await organizations.listRoots({})).Roots?.[0]?.Id ?? "";
  for (const ServicePrincipal of SERVICES) await organizations.enableAWSServiceAccess({ ServicePrincipal });
  for (const [PolicyType, content] of Object.entries(SETTINGS_POLICIES)) {
    await organizations.enablePolicyType({ RootId, PolicyType: PolicyType as keyof typeof SETTINGS_POLICIES });
    await stage.aws.clock.sleep(60_000);
    const made = await organizations.createPolicy({ Name: "Ours", Description: "", Content: JSON.stringify(content), Type: PolicyType as keyof typeof SETTINGS_POLICIES });
    await organizations.attachPolicy({ PolicyId: made.Policy?.PolicySummary?.Id ?? "", TargetId: RootId });
  }
  const begun = await organizations.createAccount({ AccountName: "Security Tools", Email: "tools@example.com" });
  await stage.aws.clock.sleep(10 * 60_000);
  const { CreateAccountStatus } = await organizations.describeCreateAccountStatus({ CreateAccountRequestId: begun.CreateAccountStatus?.Id ?? "" });
  for (const ServicePrincipal of ["guardduty.amazonaws.com", "config.amazonaws.com"]) {
    await organizations.registerDelegatedAdministrator({ AccountId: CreateAccountStatus?.AccountId ?? "", ServicePrincipal });
  }
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

  it("is written down with policies of other types, trusted access and delegated administrators", async () => {
    stage = await openStage();
    await madeWithServices();
    const organization = await written();
    expect(Object.values(organization.policies ?? {}).map(({ type }) => type)).toEqual(["tag", "backup", "ai-opt-out", "chat", "ec2", "security-hub", "s3"]);
    expect(organization.root?.policies).toEqual(Object.keys(organization.policies ?? {}));
    expect(organization.delegatedAdministrators).toEqual({ "config.amazonaws.com": ["security-tools"], "guardduty.amazonaws.com": ["security-tools"] });
    // Delegation brings config and guardduty along, the policy type brings securityhub.
    expect(organization.trustedAccess).toEqual(["ram.amazonaws.com"]);
    expect(await stage.plan(organization)).toMatchObject({ changes: [], unmanaged: [] });
  });

  it("keeps out of the file what could not stand there without a change", async () => {
    stage = await openStage();
    await madeWithServices();
    const organizations = await stage.aws.organizations();
    const RootId = (await organizations.listRoots({})).Roots?.[0]?.Id ?? "";
    await organizations.disablePolicyType({ RootId, PolicyType: "S3_POLICY" });
    await organizations.disableAWSServiceAccess({ ServicePrincipal: "guardduty.amazonaws.com" });
    await stage.aws.clock.sleep(60_000);
    const { changes, unmanaged, remarks } = await stage.plan(await written());
    expect(changes).toEqual([]);
    expect(unmanaged.map(({ address }) => address)).toEqual(["delegated-administrator:guardduty.amazonaws.com>account:security-tools"]);
    // The policy of a type that is off has no effect, and looking for it costs a call for each type.
    expect(remarks?.join(" ")).toContain("in the 8 policy types that are off were not looked for");
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
