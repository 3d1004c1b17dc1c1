import {
  DeleteParameterCommand,
  GetParameterCommand,
  GetParametersCommand,
  PutParameterCommand,
  SSMClient,
  type GetParameterCommandOutput,
  type PutParameterCommandInput,
  type PutParameterCommandOutput,
} from "@aws-sdk/client-ssm";
import { beforeEach, describe, expect, it } from "vitest";
import { manualClock, openEmulator, type Emulator } from "../../index.ts";

let emulator: Emulator;
let ssm: SSMClient;

const clientFor = (region: string, credentials = emulator.credentials): SSMClient => new SSMClient({ region, credentials, requestHandler: emulator.requestHandler });

beforeEach(async () => {
  emulator = await openEmulator({ clock: manualClock(Date.UTC(2026, 0, 1)) });
  ssm = clientFor("eu-west-1");
});

const put = (input: Partial<PutParameterCommandInput> = {}): Promise<PutParameterCommandOutput> =>
  ssm.send(new PutParameterCommand({ Name: "/landfall/lock", Value: "v", Type: "String", ...input }));
const get = (Name = "/landfall/lock", WithDecryption = false): Promise<GetParameterCommandOutput> => ssm.send(new GetParameterCommand({ Name, WithDecryption }));

describe("a parameter", () => {
  it("is written, read and deleted", async () => {
    expect(await put()).toMatchObject({ Version: 1, Tier: "Standard" });
    expect((await get()).Parameter).toEqual({
      Name: "/landfall/lock",
      Type: "String",
      Value: "v",
      Version: 1,
      LastModifiedDate: new Date(Date.UTC(2026, 0, 1)),
      ARN: "arn:aws:ssm:eu-west-1:111111111111:parameter/landfall/lock",
      DataType: "text",
    });
    await ssm.send(new DeleteParameterCommand({ Name: "/landfall/lock" }));
    await expect(get()).rejects.toMatchObject({ name: "ParameterNotFound" });
    await expect(ssm.send(new DeleteParameterCommand({ Name: "/landfall/lock" }))).rejects.toMatchObject({ name: "ParameterNotFound" });
  });

  it("is not overwritten by accident: of many writers one wins", async () => {
    const writers = await Promise.allSettled(["a", "b", "c"].map((Value) => put({ Value })));
    expect(writers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    await expect(put()).rejects.toMatchObject({ name: "ParameterAlreadyExists" });
  });

  it("gets a new version when it is overwritten, and its type need not be said again", async () => {
    await put();
    expect(await put({ Value: "w", Overwrite: true, Type: undefined })).toMatchObject({ Version: 2 });
    expect((await get()).Parameter).toMatchObject({ Value: "w", Version: 2 });
    expect((await get("/landfall/lock:1")).Parameter).toMatchObject({ Value: "v", Version: 1, Selector: ":1" });
    await expect(get("/landfall/lock:3")).rejects.toMatchObject({ name: "ParameterVersionNotFound" });
    await expect(put({ Overwrite: true, Type: "StringList" })).rejects.toMatchObject({ name: "HierarchyTypeMismatchException" });
  });

  it("keeps its last hundred versions, and takes them along when it goes", async () => {
    for (let i = 0; i < 102; i++) await put({ Overwrite: true });
    await expect(get("/landfall/lock:2")).rejects.toMatchObject({ name: "ParameterVersionNotFound" });
    expect((await get("/landfall/lock:3")).Parameter?.Version).toBe(3);
    await ssm.send(new DeleteParameterCommand({ Name: "/landfall/lock" }));
    await put();
    await expect(get("/landfall/lock:101")).rejects.toMatchObject({ name: "ParameterVersionNotFound" });
  });

  it("is one account's in one Region", async () => {
    await put();
    await emulator.addAccount({ id: "222222222222", email: "b@example.com", name: "b" });
    const elsewhere = clientFor("us-east-1");
    const other = clientFor("eu-west-1", await emulator.issueAccessKey({ accountId: "222222222222" }));
    for (const client of [elsewhere, other]) {
      await expect(client.send(new GetParameterCommand({ Name: "/landfall/lock" }))).rejects.toMatchObject({ name: "ParameterNotFound" });
    }
  });

  it("may be named by its ARN", async () => {
    await put();
    expect((await get("arn:aws:ssm:eu-west-1:111111111111:parameter/landfall/lock")).Parameter?.Value).toBe("v");
    await expect(get("arn:aws:ssm:eu-west-1:222222222222:parameter/landfall/lock")).rejects.toMatchObject({ name: "NotImplemented" });
  });

  it("is readable as a SecureString only to those who ask for decryption", async () => {
    await put({ Type: "SecureString", Value: "secret" });
    expect((await get()).Parameter?.Value).toMatch(/^[A-Za-z0-9+/]{100,}=*$/);
    expect((await get("/landfall/lock", true)).Parameter?.Value).toBe("secret");
  });

  it("is read with others at once, and what is missing is said", async () => {
    await put();
    const answer = await ssm.send(new GetParametersCommand({ Names: ["/none", "/landfall/lock"] }));
    expect(answer.Parameters?.map(({ Name }) => Name)).toEqual(["/landfall/lock"]);
    expect(answer.InvalidParameters).toEqual(["/none"]);
  });
});

describe("a parameter is refused", () => {
  it.each([
    ["without a type", { Type: undefined }, "ValidationException", "A parameter type is required when you create a parameter."],
    ["without a value", { Value: "" }, "ValidationException", "1 validation error detected: Value '' at 'value'"],
    ["with a value over 4 KB", { Value: "ä".repeat(2_049) }, "ValidationException", "4096 characters"],
    ["that refers to another", { Value: "{{x}}" }, "ValidationException", "can't nest another parameter"],
    ["with a space in its name", { Name: "a b" }, "ValidationException", "each sub-path can be formed as a mix of letters"],
    ["as a path without a slash in front", { Name: "a/b" }, "ValidationException", "each sub-path"],
    ["with an empty level", { Name: "/a//b" }, "ValidationException", "each sub-path"],
    ["under ssm", { Name: "/SSM/x" }, "ValidationException", 'can\'t be prefixed with "ssm"'],
    ["under aws", { Name: "/aws/x" }, "AccessDeniedException", "reserved parameter name"],
    ["with more than 15 levels", { Name: "/a".repeat(16) }, "HierarchyLevelLimitExceededException", "15 levels"],
    ["with a name over 1011 characters, ARN included", { Name: `/${"a".repeat(1_000)}` }, "ValidationException", "1011"],
    ["of an unknown type", { Type: "Number" as "String" }, "ValidationException", "enum value set: [String, StringList, SecureString]"],
    ["of the advanced tier, by name", { Tier: "Advanced" as const }, "NotImplemented", "Tier of ssm:PutParameter"],
  ] as [string, Partial<PutParameterCommandInput>, string, string][])("%s", async (_what, input, name, message) => {
    await expect(put(input)).rejects.toMatchObject({ name, message: expect.stringContaining(message) as string });
  });
});
