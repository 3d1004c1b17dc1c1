import { CreateOrganizationCommand, CreateOrganizationalUnitCommand, CreatePolicyCommand, ListRootsCommand, OrganizationsClient, TagResourceCommand, UntagResourceCommand } from "@aws-sdk/client-organizations";
import { GetResourcesCommand, ResourceGroupsTaggingAPIClient, type GetResourcesCommandInput, type GetResourcesCommandOutput } from "@aws-sdk/client-resource-groups-tagging-api";
import { beforeAll, describe, expect, it } from "vitest";
import { manualClock, openEmulator, type Emulator } from "../index.ts";

let emulator: Emulator;
let organizations: OrganizationsClient;
let rootId: string;
const clock = manualClock();

const taggingIn = (region: string, credentials = emulator.credentials): ResourceGroupsTaggingAPIClient =>
  new ResourceGroupsTaggingAPIClient({ region, credentials, requestHandler: emulator.requestHandler });
const resources = (input: GetResourcesCommandInput = {}): Promise<GetResourcesCommandOutput> => taggingIn("us-east-1").send(new GetResourcesCommand(input));
const kinds = ({ ResourceTagMappingList = [] }: GetResourcesCommandOutput): string[] =>
  ResourceTagMappingList.map(({ ResourceARN }) => /:([a-z]+)\//.exec(ResourceARN ?? "")?.[1] ?? "").sort();
const unit = async (Name: string, Value?: string): Promise<string> => {
  const Tags = Value === undefined ? [] : [{ Key: "stage", Value }];
  const { OrganizationalUnit } = await organizations.send(new CreateOrganizationalUnitCommand({ ParentId: rootId, Name, Tags }));
  return OrganizationalUnit?.Id ?? expect.fail();
};

beforeAll(async () => {
  emulator = await openEmulator({ clock, throttle: false });
  organizations = new OrganizationsClient({ region: "us-east-1", credentials: emulator.credentials, requestHandler: emulator.requestHandler });
  await organizations.send(new CreateOrganizationCommand({ FeatureSet: "ALL" }));
  rootId = (await organizations.send(new ListRootsCommand({}))).Roots?.[0]?.Id ?? expect.fail();
  await organizations.send(new TagResourceCommand({ ResourceId: rootId, Tags: [{ Key: "stage", Value: "all" }] }));
  await organizations.send(new TagResourceCommand({ ResourceId: "111111111111", Tags: [{ Key: "owner", Value: "me" }] }));
  await unit("prod", "prod");
  await unit("test", "test");
  await unit("untagged");
  await emulator.addAccount({ id: "222222222222", email: "b@example.com", name: "b" });
  const document = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}';
  await organizations.send(new CreatePolicyCommand({ Name: "p", Description: "", Type: "SERVICE_CONTROL_POLICY", Content: document, Tags: [{ Key: "stage", Value: "prod" }] }));
});

describe("GetResources", () => {
  it("finds what is tagged in the organization, and nothing that is not", async () => {
    expect(kinds(await resources())).toEqual(["account", "ou", "ou", "policy", "root"]);
  });

  it("finds nothing from another Region, or from a member account", async () => {
    const fromEurope = await taggingIn("eu-west-1").send(new GetResourcesCommand({}));
    const fromElsewhere = await taggingIn("us-east-1", await emulator.issueAccessKey({ accountId: "222222222222" })).send(new GetResourcesCommand({}));
    expect([fromEurope.ResourceTagMappingList, fromElsewhere.ResourceTagMappingList]).toEqual([[], []]);
  });

  it("filters by type", async () => {
    expect(kinds(await resources({ ResourceTypeFilters: ["organizations:ou", "organizations:root"] }))).toEqual(["ou", "ou", "root"]);
    expect(kinds(await resources({ ResourceTypeFilters: ["organizations"] }))).toHaveLength(5);
    expect(kinds(await resources({ ResourceTypeFilters: ["ec2"] }))).toEqual([]);
  });

  it("filters by tags: every key, any of its values", async () => {
    expect(kinds(await resources({ TagFilters: [{ Key: "stage" }] }))).toEqual(["ou", "ou", "policy", "root"]);
    expect(kinds(await resources({ TagFilters: [{ Key: "stage", Values: ["prod", "all"] }] }))).toEqual(["ou", "policy", "root"]);
    expect(kinds(await resources({ TagFilters: [{ Key: "stage" }, { Key: "owner" }] }))).toEqual([]);
  });

  it("finds resources by their ARNs, but not together with filters", async () => {
    const [{ ResourceARN = "" } = {}] = (await resources({ ResourceTypeFilters: ["organizations:account"] })).ResourceTagMappingList ?? [];
    expect(await resources({ ResourceARNList: [ResourceARN] })).toMatchObject({ ResourceTagMappingList: [{ ResourceARN, Tags: [{ Key: "owner", Value: "me" }] }] });
    await expect(resources({ ResourceARNList: [ResourceARN], TagFilters: [{ Key: "a" }] })).rejects.toMatchObject({ name: "InvalidParameterException" });
  });

  it("gives pages, the last with an empty token", async () => {
    const first = await resources({ ResourcesPerPage: 3 });
    const second = await resources({ ResourcesPerPage: 3, PaginationToken: first.PaginationToken });
    expect([first, second].map((page) => page.ResourceTagMappingList?.length)).toEqual([3, 2]);
    expect(second.PaginationToken).toBe("");
    await expect(resources({ PaginationToken: "bogus" })).rejects.toMatchObject({ name: "InvalidParameterException" });
    clock.advance(16 * 60_000);
    await expect(resources({ PaginationToken: first.PaginationToken })).rejects.toMatchObject({ name: "PaginationTokenExpiredException" });
  });

  it("goes on showing what was tagged before, without tags", async () => {
    const id = await unit("once", "once");
    await organizations.send(new UntagResourceCommand({ ResourceId: id, TagKeys: ["stage"] }));
    const shown = (await resources()).ResourceTagMappingList?.find(({ ResourceARN }) => ResourceARN?.endsWith(id));
    expect(shown?.Tags).toEqual([]);
  });

  it("refuses by name what it does not compute", async () => {
    await expect(resources({ IncludeComplianceDetails: true })).rejects.toMatchObject({ name: "NotImplemented" });
    await expect(resources({ ExcludeCompliantResources: true })).rejects.toMatchObject({ name: "InvalidParameterException" });
    await expect(resources({ ResourceTypeFilters: ["organizations", "iam:policy"] })).rejects.toMatchObject({ name: "NotImplemented" });
    await expect(resources({ ResourcesPerPage: 101 })).rejects.toMatchObject({ name: "InvalidParameterException" });
  });
});
