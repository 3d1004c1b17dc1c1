import {
  AttachRolePolicyCommand, AttachUserPolicyCommand, CreateAccessKeyCommand, CreateRoleCommand, CreateUserCommand, DeleteAccessKeyCommand, DeleteUserCommand,
  GetAccessKeyLastUsedCommand, GetUserCommand, ListAccessKeysCommand, UpdateAccessKeyCommand, UpdateUserCommand,
} from "@aws-sdk/client-iam";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { beforeEach, describe, expect, it } from "vitest";
import type { EmulatorCredentials } from "../../index.ts";
import { failure, MANAGEMENT, Stage, STANDALONE, trustAccount } from "./testing/stage.ts";

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
  await stage.iam().send(new CreateUserCommand({ UserName: "ann" }));
});

async function createKey(UserName?: string, by?: EmulatorCredentials): Promise<EmulatorCredentials> {
  const { AccessKey } = await stage.iam(by).send(new CreateAccessKeyCommand({ UserName }));
  return { accessKeyId: AccessKey?.AccessKeyId ?? "", secretAccessKey: AccessKey?.SecretAccessKey ?? "" };
}

const whoIs = async (key: EmulatorCredentials): Promise<string | undefined> => (await stage.sts(key).send(new GetCallerIdentityCommand({}))).Arn;

describe("access keys", () => {
  it("sign requests at once, as their user", async () => {
    const key = await createKey("ann");
    expect(key.accessKeyId).toMatch(/^AKIA[A-Z2-7]{16}$/);
    expect(key.secretAccessKey).toMatch(/^[\w+/]{40}$/);
    expect(await whoIs(key)).toBe(`arn:aws:iam::${MANAGEMENT}:user/ann`);
  });

  it("are two per user at most", async () => {
    await createKey("ann");
    await createKey("ann");
    expect(await failure(createKey("ann"))).toBe("LimitExceeded: Cannot exceed quota for AccessKeysPerUser: 2");
  });

  it("are listed without their secrets; the key of the console is one of its user's", async () => {
    const { accessKeyId } = await createKey("ann");
    const { AccessKeyMetadata } = await stage.iam().send(new ListAccessKeysCommand({ UserName: "ann" }));
    expect(AccessKeyMetadata).toEqual([{ UserName: "ann", AccessKeyId: accessKeyId, Status: "Active", CreateDate: new Date(stage.clock.now()) }]);
    const own = await stage.iam().send(new ListAccessKeysCommand({}));
    expect(own.AccessKeyMetadata?.map(({ AccessKeyId }) => AccessKeyId)).toEqual([stage.emulator.credentials.accessKeyId]);
  });

  it("that are inactive or deleted sign nothing", async () => {
    const key = await createKey("ann");
    const set = (Status: "Active" | "Inactive") => stage.iam().send(new UpdateAccessKeyCommand({ UserName: "ann", AccessKeyId: key.accessKeyId, Status }));
    await set("Inactive");
    expect(await failure(whoIs(key))).toBe("InvalidClientTokenId: The security token included in the request is invalid.");
    await set("Active");
    expect(await whoIs(key)).toContain("user/ann");
    await stage.iam().send(new DeleteAccessKeyCommand({ UserName: "ann", AccessKeyId: key.accessKeyId }));
    expect(await failure(whoIs(key))).toContain("InvalidClientTokenId");
  });

  it("of a user who is renamed go on under the new name", async () => {
    const key = await createKey("ann");
    await stage.iam().send(new UpdateUserCommand({ UserName: "ann", NewUserName: "anne" }));
    expect(await whoIs(key)).toContain("user/anne");
  });

  it("stand in the way of deleting the user", async () => {
    const { accessKeyId } = await createKey("ann");
    const remove = (): Promise<unknown> => stage.iam().send(new DeleteUserCommand({ UserName: "ann" }));
    expect(await failure(remove())).toBe("DeleteConflict: Cannot delete entity, must delete access keys first.");
    await stage.iam().send(new DeleteAccessKeyCommand({ UserName: "ann", AccessKeyId: accessKeyId }));
    await remove();
  });

  it("of others, or of nobody, are not found", async () => {
    const { accessKeyId } = await createKey("ann");
    const wrong = new DeleteAccessKeyCommand({ UserName: "admin", AccessKeyId: accessKeyId });
    expect(await failure(stage.iam().send(wrong))).toBe(`NoSuchEntity: The Access Key with id ${accessKeyId} cannot be found.`);
    const standalone = await stage.emulator.issueAccessKey({ accountId: STANDALONE });
    expect(await failure(stage.iam(standalone).send(new GetAccessKeyLastUsedCommand({ AccessKeyId: accessKeyId })))).toContain("AccessDenied");
  });

  it("of the root user are made by himself, who then names nobody", async () => {
    const root = await stage.emulator.issueAccessKey({ accountId: MANAGEMENT, arn: `arn:aws:iam::${MANAGEMENT}:root` });
    const second = await createKey(undefined, root);
    expect(await whoIs(second)).toBe(`arn:aws:iam::${MANAGEMENT}:root`);
    expect(await failure(createKey(undefined, root))).toContain("AccessKeysPerUser");
  });

  it("need a user's name when a role calls", async () => {
    const session = await stage.assume((await adminRole()) ?? "");
    expect(await failure(stage.iam(session).send(new ListAccessKeysCommand({})))).toBe("ValidationError: Must specify userName when calling with non-User credentials");
  });

  it("tell when and where they were last used, to the minute", async () => {
    const key = await createKey("ann");
    const use = async () => (await stage.iam().send(new GetAccessKeyLastUsedCommand({ AccessKeyId: key.accessKeyId }))).AccessKeyLastUsed;
    expect(await use()).toEqual({ ServiceName: "N/A", Region: "N/A" });
    stage.clock.advance(90_000);
    await whoIs(key);
    expect(await use()).toEqual({ LastUsedDate: new Date(Math.floor(stage.clock.now() / 60_000) * 60_000), ServiceName: "sts", Region: "us-east-1" });
  });

  it("let their user do what his policies say, and nothing else", async () => {
    const key = await createKey("ann");
    const own = (): Promise<unknown> => stage.iam(key).send(new GetUserCommand({}));
    expect(await failure(own())).toContain(`AccessDenied: User: arn:aws:iam::${MANAGEMENT}:user/ann is not authorized to perform: iam:GetUser`);
    await stage.iam().send(new AttachUserPolicyCommand({ UserName: "ann", PolicyArn: "arn:aws:iam::aws:policy/IAMReadOnlyAccess" }));
    await own();
    expect(await failure(stage.iam(key).send(new CreateUserCommand({ UserName: "bob" })))).toContain("because no identity-based policy allows the iam:CreateUser action");
  });
});

async function adminRole(): Promise<string | undefined> {
  const { Role } = await stage.iam().send(new CreateRoleCommand({ RoleName: "ops", AssumeRolePolicyDocument: trustAccount(MANAGEMENT) }));
  await stage.iam().send(new AttachRolePolicyCommand({ RoleName: "ops", PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }));
  return Role?.Arn;
}
