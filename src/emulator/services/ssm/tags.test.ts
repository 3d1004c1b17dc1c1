import {
  AddTagsToResourceCommand,
  DeleteParameterCommand,
  ListTagsForResourceCommand,
  PutParameterCommand,
  RemoveTagsFromResourceCommand,
  SSMClient,
  type Tag,
} from "@aws-sdk/client-ssm";
import { beforeEach, describe, expect, it } from "vitest";
import { manualClock, openEmulator } from "../../index.ts";

let ssm: SSMClient;
const PARAMETER = { ResourceType: "Parameter", ResourceId: "lock" } as const;

const put = (Tags?: Tag[]) => ssm.send(new PutParameterCommand({ Name: "lock", Value: "v", Type: "String", Tags }));
const add = (...Tags: Tag[]) => ssm.send(new AddTagsToResourceCommand({ ...PARAMETER, Tags }));
const tags = async () => (await ssm.send(new ListTagsForResourceCommand(PARAMETER))).TagList;

beforeEach(async () => {
  const emulator = await openEmulator({ clock: manualClock() });
  ssm = new SSMClient({ region: "eu-west-1", credentials: emulator.credentials, requestHandler: emulator.requestHandler });
});

describe("tags of a parameter", () => {
  it("come with it, are added, overwritten and taken away", async () => {
    await put([{ Key: "owner", Value: "me" }]);
    await add({ Key: "owner", Value: "us" }, { Key: "stage", Value: "" });
    expect(await tags()).toEqual([{ Key: "owner", Value: "us" }, { Key: "stage", Value: "" }]);
    await ssm.send(new RemoveTagsFromResourceCommand({ ...PARAMETER, TagKeys: ["owner", "none"] }));
    expect(await tags()).toEqual([{ Key: "stage", Value: "" }]);
  });

  it("go with it", async () => {
    await put([{ Key: "owner", Value: "me" }]);
    await ssm.send(new DeleteParameterCommand({ Name: "lock" }));
    await expect(tags()).rejects.toMatchObject({ name: "InvalidResourceId" });
    await put();
    expect(await tags()).toEqual([]);
  });

  it("are fifty at most, one of a key, and none of AWS's own", async () => {
    await put();
    await expect(add(...Array.from({ length: 51 }, (_, n) => ({ Key: `k${n}`, Value: "" })))).rejects.toMatchObject({ name: "TooManyTagsError" });
    await expect(add({ Key: "a", Value: "1" }, { Key: "a", Value: "2" })).rejects.toMatchObject({ name: "ValidationException" });
    await expect(add({ Key: "aws:x", Value: "1" })).rejects.toMatchObject({ name: "ValidationException" });
    expect(await tags()).toEqual([]);
  });

  it("are not those of other resources, which are refused by name", async () => {
    await expect(ssm.send(new ListTagsForResourceCommand({ ResourceType: "Document", ResourceId: "d" }))).rejects.toMatchObject({ name: "NotImplemented" });
  });
});
