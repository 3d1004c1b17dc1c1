import {
  DeleteParametersCommand,
  DescribeParametersCommand,
  type DescribeParametersCommandInput,
  GetParameterHistoryCommand,
  GetParametersByPathCommand,
  type GetParametersByPathCommandInput,
  paginateDescribeParameters,
  PutParameterCommand,
  type PutParameterCommandInput,
  SSMClient,
} from "@aws-sdk/client-ssm";
import { beforeEach, describe, expect, it } from "vitest";
import { manualClock, openEmulator } from "../../index.ts";

const START = Date.UTC(2026, 0, 1);
let ssm: SSMClient;

const put = (Name: string, input: Partial<PutParameterCommandInput> = {}) => ssm.send(new PutParameterCommand({ Name, Value: "v", Type: "String", ...input }));
const byPath = async (input: GetParametersByPathCommandInput) => (await ssm.send(new GetParametersByPathCommand(input))).Parameters?.map(({ Name }) => Name);
const described = async (...ParameterFilters: DescribeParametersCommandInput["ParameterFilters"] & object) =>
  (await ssm.send(new DescribeParametersCommand({ ParameterFilters }))).Parameters?.map(({ Name }) => Name);

beforeEach(async () => {
  const emulator = await openEmulator({ clock: manualClock(START) });
  ssm = new SSMClient({ region: "eu-west-1", credentials: emulator.credentials, requestHandler: emulator.requestHandler });
  await put("/app/prod/key", { Type: "SecureString", Description: "opens it", Tags: [{ Key: "stage", Value: "prod" }] });
  await put("/app/dev");
  await put("plain", { Type: "StringList", Value: "a,b" });
});

describe("parameters", () => {
  it("are found by their path, one level of it or all", async () => {
    expect(await byPath({ Path: "/app" })).toEqual(["/app/dev"]);
    expect(await byPath({ Path: "/app/", Recursive: true })).toEqual(["/app/dev", "/app/prod/key"]);
    expect(await byPath({ Path: "/", Recursive: true })).toEqual(["/app/dev", "/app/prod/key", "plain"]);
    expect(await byPath({ Path: "/ap", Recursive: true })).toEqual([]);
    expect(await byPath({ Path: "/", Recursive: true, ParameterFilters: [{ Key: "Type", Values: ["StringList", "SecureString"] }] })).toEqual(["/app/prod/key", "plain"]);
  });

  it("are opened on their path to those who ask", async () => {
    const { Parameters: [sealed] = [] } = await ssm.send(new GetParametersByPathCommand({ Path: "/app/prod" }));
    const { Parameters: [open] = [] } = await ssm.send(new GetParametersByPathCommand({ Path: "/app/prod", WithDecryption: true }));
    expect([sealed?.Value === "v", open?.Value]).toEqual([false, "v"]);
  });

  it("are described without their values", async () => {
    const { Parameters = [] } = await ssm.send(new DescribeParametersCommand({}));
    expect(Parameters[1]).toEqual({
      Name: "/app/prod/key",
      ARN: "arn:aws:ssm:eu-west-1:111111111111:parameter/app/prod/key",
      Type: "SecureString",
      KeyId: "alias/aws/ssm",
      LastModifiedDate: new Date(START),
      LastModifiedUser: "arn:aws:iam::111111111111:user/admin",
      Description: "opens it",
      Version: 1,
      Tier: "Standard",
      Policies: [],
      DataType: "text",
    });
  });

  it.each([
    [{ Key: "Name", Option: "Contains", Values: ["pp/"] }, ["/app/dev", "/app/prod/key"]],
    [{ Key: "Name", Values: ["plain", "/app/dev"] }, ["/app/dev", "plain"]],
    [{ Key: "Path", Values: ["/app"] }, ["/app/dev"]],
    [{ Key: "Path", Option: "Recursive", Values: ["/app"] }, ["/app/dev", "/app/prod/key"]],
    [{ Key: "tag:stage" }, ["/app/prod/key"]],
    [{ Key: "tag:stage", Values: ["dev"] }, []],
    [{ Key: "KeyId", Values: ["alias/aws/ssm"] }, ["/app/prod/key"]],
  ])("are filtered by %j", async (filter, names) => {
    expect(await described(filter)).toEqual(names);
  });

  it("are listed page by page", async () => {
    const pages: (string | undefined)[][] = [];
    for await (const { Parameters = [] } of paginateDescribeParameters({ client: ssm, pageSize: 2 }, {})) pages.push(Parameters.map(({ Name }) => Name));
    expect(pages).toEqual([["/app/dev", "/app/prod/key"], ["plain"]]);
    await expect(ssm.send(new DescribeParametersCommand({ NextToken: "nonsense" }))).rejects.toMatchObject({ name: "InvalidNextToken" });
  });

  it("have a history, the oldest version first", async () => {
    await put("plain", { Type: "StringList", Value: "c", Overwrite: true });
    const { Parameters = [] } = await ssm.send(new GetParameterHistoryCommand({ Name: "plain" }));
    expect(Parameters.map(({ Version, Value, Labels }) => [Version, Value, Labels])).toEqual([[1, "a,b", []], [2, "c", []]]);
    await expect(ssm.send(new GetParameterHistoryCommand({ Name: "none" }))).rejects.toMatchObject({ name: "ParameterNotFound" });
  });

  it("are deleted many at once, and what was not there is said", async () => {
    const answer = await ssm.send(new DeleteParametersCommand({ Names: ["plain", "none", "/app/dev"] }));
    expect(answer).toMatchObject({ DeletedParameters: ["plain", "/app/dev"], InvalidParameters: ["none"] });
    expect(await described()).toEqual(["/app/prod/key"]);
  });
});

describe("a list of parameters is refused", () => {
  it.each([
    [{ Key: "Label", Values: ["x"] }, "InvalidFilterKey"],
    [{ Key: "Type", Option: "Contains", Values: ["x"] }, "InvalidFilterOption"],
    [{ Key: "Name" }, "InvalidFilterValue"],
    [{ Key: "Odd", Values: ["x"] }, "ValidationException"],
  ])("with the filter %j", async (filter, name) => {
    await expect(described(filter)).rejects.toMatchObject({ name });
  });

  it.each([
    ["app", "ValidationException"],
    ["/a//b", "ValidationException"],
    ["/aws/service", "NotImplemented"],
  ])("at the path %s", async (Path, name) => {
    await expect(byPath({ Path })).rejects.toMatchObject({ name });
  });
});
