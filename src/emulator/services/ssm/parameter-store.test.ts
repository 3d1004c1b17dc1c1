import * as sdk from "@aws-sdk/client-ssm";
import { GetResourcesCommand, GetTagKeysCommand, GetTagValuesCommand, ResourceGroupsTaggingAPIClient } from "@aws-sdk/client-resource-groups-tagging-api";
import { beforeEach, describe, expect, it } from "vitest";
import { manualClock, openEmulator, type Emulator } from "../../index.ts";

let emulator: Emulator;
let ssm: sdk.SSMClient;

beforeEach(async () => {
  emulator = await openEmulator({ clock: manualClock(Date.UTC(2026, 0, 1)) });
  ssm = new sdk.SSMClient({ region: "eu-west-1", credentials: emulator.credentials, requestHandler: emulator.requestHandler });
});

const put = (Name: string, input: Partial<sdk.PutParameterCommandInput> = {}) => ssm.send(new sdk.PutParameterCommand({ Name, Value: "v", Type: "String", ...input }));
const byPath = async (input: sdk.GetParametersByPathCommandInput) => (await ssm.send(new sdk.GetParametersByPathCommand(input))).Parameters?.map(({ Name }) => Name);
const described = async (...ParameterFilters: sdk.ParameterStringFilter[]) => (await ssm.send(new sdk.DescribeParametersCommand({ ParameterFilters }))).Parameters?.map(({ Name }) => Name);

describe("parameters in a hierarchy", () => {
  beforeEach(async () => {
    for (const name of ["/a/b/c", "/a/b", "/a/d", "/ab", "e"]) await put(name);
  });

  it("are found right below a path, or at any depth", async () => {
    expect(await byPath({ Path: "/a" })).toEqual(["/a/b", "/a/d"]);
    expect(await byPath({ Path: "/a/", Recursive: true })).toEqual(["/a/b", "/a/b/c", "/a/d"]);
    expect(await byPath({ Path: "/none", Recursive: true })).toEqual([]);
    await expect(byPath({ Path: "a" })).rejects.toMatchObject({ name: "ValidationException" });
  });

  it("are found page by page, ten at most, also while some come and go", async () => {
    await expect(byPath({ Path: "/a", MaxResults: 11 })).rejects.toMatchObject({ name: "ValidationException" });
    const first = await ssm.send(new sdk.GetParametersByPathCommand({ Path: "/a", Recursive: true, MaxResults: 1 }));
    await ssm.send(new sdk.DeleteParameterCommand({ Name: "/a/b" }));
    await put("/a/a");
    expect(await byPath({ Path: "/a", Recursive: true, NextToken: first.NextToken })).toEqual(["/a/b/c", "/a/d"]);
    await expect(byPath({ Path: "/a", NextToken: "nonsense" })).rejects.toMatchObject({ name: "InvalidNextToken" });
  });

  it("are described by name, path, type and tag", async () => {
    await put("/secret", { Type: "SecureString", Tags: [{ Key: "stage", Value: "prod" }] });
    expect(await described()).toEqual(["/a/b", "/a/b/c", "/a/d", "/ab", "/secret", "e"]);
    expect(await described({ Key: "Name", Option: "Contains", Values: ["b"] })).toEqual(["/a/b", "/a/b/c", "/ab"]);
    expect(await described({ Key: "Path", Option: "Recursive", Values: ["/a"] }, { Key: "Name", Option: "BeginsWith", Values: ["/a/b"] })).toEqual(["/a/b", "/a/b/c"]);
    expect(await described({ Key: "Type", Values: ["SecureString"] })).toEqual(["/secret"]);
    expect(await described({ Key: "tag:stage", Values: ["prod", "test"] })).toEqual(["/secret"]);
    await expect(described({ Key: "Label", Values: ["x"] })).rejects.toMatchObject({ name: "InvalidFilterKey" });
    await expect(described({ Key: "Type", Option: "Contains", Values: ["x"] })).rejects.toMatchObject({ name: "InvalidFilterOption" });
    await expect(described({ Key: "Path", Values: ["a"] })).rejects.toMatchObject({ name: "InvalidFilterValue" });
  });

  it("are deleted together, and what was not there is said", async () => {
    expect(await ssm.send(new sdk.DeleteParametersCommand({ Names: ["/a/b", "/none"] }))).toMatchObject({ DeletedParameters: ["/a/b"], InvalidParameters: ["/none"] });
    expect(await byPath({ Path: "/a" })).toEqual(["/a/d"]);
  });
});

describe("a parameter's history", () => {
  it("tells every version, its writer and its labels", async () => {
    await put("p", { Description: "what it is" });
    await put("p", { Value: "w", Overwrite: true });
    await ssm.send(new sdk.LabelParameterVersionCommand({ Name: "p", ParameterVersion: 1, Labels: ["good"] }));
    const { Parameters } = await ssm.send(new sdk.GetParameterHistoryCommand({ Name: "p" }));
    expect(Parameters).toMatchObject([
      { Name: "p", Version: 1, Value: "v", Labels: ["good"], Description: "what it is", LastModifiedUser: "arn:aws:iam::111111111111:user/admin", Tier: "Standard" },
      { Name: "p", Version: 2, Value: "w", Labels: [] },
    ]);
    await expect(ssm.send(new sdk.GetParameterHistoryCommand({ Name: "q" }))).rejects.toMatchObject({ name: "ParameterNotFound" });
  });

  it("has labels, which select a version, move and are taken off", async () => {
    await put("p");
    await put("p", { Value: "w", Overwrite: true });
    const label = (input: Partial<sdk.LabelParameterVersionCommandInput>) => ssm.send(new sdk.LabelParameterVersionCommand({ Name: "p", Labels: ["good"], ...input }));
    expect(await label({ ParameterVersion: 1, Labels: ["good", "aws-x", "1st"] })).toMatchObject({ ParameterVersion: 1, InvalidLabels: ["aws-x", "1st"] });
    const read = async () => (await ssm.send(new sdk.GetParameterCommand({ Name: "p:good" }))).Parameter;
    expect(await read()).toMatchObject({ Version: 1, Selector: ":good" });
    await label({});
    expect(await read()).toMatchObject({ Version: 2 });
    await expect(label({ Labels: Array.from({ length: 10 }, (_, i) => `l${i}`) })).rejects.toMatchObject({ name: "ParameterVersionLabelLimitExceeded" });
    await expect(label({ ParameterVersion: 3 })).rejects.toMatchObject({ name: "ParameterVersionNotFound" });
    const off = await ssm.send(new sdk.UnlabelParameterVersionCommand({ Name: "p", ParameterVersion: 2, Labels: ["good", "bad"] }));
    expect(off).toMatchObject({ RemovedLabels: ["good"], InvalidLabels: ["bad"] });
    await expect(read()).rejects.toMatchObject({ name: "ParameterVersionNotFound" });
  });

  it("keeps a version that has a label", async () => {
    await put("p");
    await ssm.send(new sdk.LabelParameterVersionCommand({ Name: "p", Labels: ["first"] }));
    for (let i = 1; i < 100; i++) await put("p", { Overwrite: true });
    await expect(put("p", { Overwrite: true })).rejects.toMatchObject({ name: "ParameterMaxVersionLimitExceeded" });
  });
});

describe("a parameter's value", () => {
  it("fits the pattern that it was given", async () => {
    await expect(put("p", { AllowedPattern: "\\d+" })).rejects.toMatchObject({ name: "ParameterPatternMismatchException" });
    await expect(put("p", { AllowedPattern: "(" })).rejects.toMatchObject({ name: "InvalidAllowedPatternException" });
    await put("p", { AllowedPattern: "\\d+", Value: "42" });
    expect((await ssm.send(new sdk.DescribeParametersCommand({}))).Parameters).toMatchObject([{ AllowedPattern: "\\d+", Tier: "Standard", DataType: "text" }]);
  });
});

describe("a parameter's tags", () => {
  const tags = async (ResourceId = "p") => (await ssm.send(new sdk.ListTagsForResourceCommand({ ResourceType: "Parameter", ResourceId }))).TagList;
  const Tags = [{ Key: "stage", Value: "prod" }];

  it("are given with it or later, taken off, and go with it", async () => {
    await put("p", { Tags });
    await expect(put("p", { Tags, Overwrite: true })).rejects.toMatchObject({ name: "ValidationException" });
    await ssm.send(new sdk.AddTagsToResourceCommand({ ResourceType: "Parameter", ResourceId: "p", Tags: [{ Key: "stage", Value: "test" }, { Key: "team", Value: "a" }] }));
    expect(await tags()).toEqual([{ Key: "stage", Value: "test" }, { Key: "team", Value: "a" }]);
    await ssm.send(new sdk.RemoveTagsFromResourceCommand({ ResourceType: "Parameter", ResourceId: "p", TagKeys: ["stage"] }));
    expect(await tags()).toEqual([{ Key: "team", Value: "a" }]);
    await ssm.send(new sdk.DeleteParameterCommand({ Name: "p" }));
    await expect(tags()).rejects.toMatchObject({ name: "InvalidResourceId" });
    await put("p");
    expect(await tags()).toEqual([]);
  });

  it("are fifty at most, none of them AWS's", async () => {
    await put("p", { Tags: Array.from({ length: 50 }, (_, i) => ({ Key: `k${i}`, Value: "" })) });
    const add = (Key: string) => ssm.send(new sdk.AddTagsToResourceCommand({ ResourceType: "Parameter", ResourceId: "p", Tags: [{ Key, Value: "" }] }));
    await add("k0");
    await expect(add("k50")).rejects.toMatchObject({ name: "TooManyTagsError" });
    await expect(add("aws:x")).rejects.toMatchObject({ name: "ValidationException" });
    await expect(ssm.send(new sdk.ListTagsForResourceCommand({ ResourceType: "Document", ResourceId: "d" }))).rejects.toMatchObject({ name: "NotImplemented" });
  });

  it("are found by Resource Groups Tagging in the parameter's account and Region", async () => {
    await put("/app/p", { Tags });
    await put("untagged");
    const taggingIn = (region: string) => new ResourceGroupsTaggingAPIClient({ region, credentials: emulator.credentials, requestHandler: emulator.requestHandler });
    const found = async (region: string) => (await taggingIn(region).send(new GetResourcesCommand({ ResourceTypeFilters: ["ssm:parameter"] }))).ResourceTagMappingList;
    expect(await found("eu-west-1")).toEqual([{ ResourceARN: "arn:aws:ssm:eu-west-1:111111111111:parameter/app/p", Tags }]);
    expect(await found("us-east-1")).toEqual([]);
    expect((await taggingIn("eu-west-1").send(new GetTagKeysCommand({}))).TagKeys).toEqual(["stage"]);
    expect((await taggingIn("eu-west-1").send(new GetTagValuesCommand({ Key: "stage" }))).TagValues).toEqual(["prod"]);
    expect((await taggingIn("us-east-1").send(new GetTagKeysCommand({}))).TagKeys).toEqual([]);
  });
});
