import {
  AttachRolePolicyCommand, CreateAccountAliasCommand, CreateGroupCommand, CreateOpenIDConnectProviderCommand, CreatePolicyCommand, CreateRoleCommand, CreateUserCommand, GetAccountAuthorizationDetailsCommand,
  GetGroupCommand, GetOpenIDConnectProviderCommand, GetPolicyCommand, GetRoleCommand, GetUserCommand, ListAccessKeysCommand, ListAccountAliasesCommand, TagPolicyCommand,
} from "@aws-sdk/client-iam";
import { beforeAll, describe, expect, it } from "vitest";
import type { IAMClient } from "@aws-sdk/client-iam";
import { allow, failure, MANAGEMENT, Stage, STANDALONE, trustAccount } from "./testing/stage.ts";

let stage: Stage;
let ours: IAMClient;
let theirs: IAMClient;

beforeAll(async () => {
  stage = await Stage.open();
  ours = stage.iam();
  theirs = stage.iam(await stage.emulator.issueAccessKey({ accountId: STANDALONE }));
  await ours.send(new CreateUserCommand({ UserName: "thing" }));
  await ours.send(new CreateGroupCommand({ GroupName: "thing" }));
  await ours.send(new CreateRoleCommand({ RoleName: "thing", AssumeRolePolicyDocument: trustAccount(MANAGEMENT) }));
  await ours.send(new CreatePolicyCommand({ PolicyName: "thing", PolicyDocument: allow("s3:*") }));
  await ours.send(new CreateOpenIDConnectProviderCommand({ Url: "https://thing.example.com" }));
  await ours.send(new CreateAccountAliasCommand({ AccountAlias: "our-alias" }));
});

const PolicyArn = `arn:aws:iam::${MANAGEMENT}:policy/thing`;

describe("an account", () => {
  it("sees nothing of another", async () => {
    expect(await failure(theirs.send(new GetUserCommand({ UserName: "thing" })))).toContain("NoSuchEntity");
    expect(await failure(theirs.send(new GetGroupCommand({ GroupName: "thing" })))).toContain("NoSuchEntity");
    expect(await failure(theirs.send(new GetRoleCommand({ RoleName: "thing" })))).toContain("NoSuchEntity");
    expect(await failure(theirs.send(new ListAccessKeysCommand({ UserName: "thing" })))).toContain("NoSuchEntity");
    const details = await theirs.send(new GetAccountAuthorizationDetailsCommand({ Filter: ["User", "Group", "Role", "LocalManagedPolicy"] }));
    expect([details.UserDetailList, details.GroupDetailList, details.RoleDetailList, details.Policies].map((list) => list?.length)).toEqual([1, 0, 0, 0]);
    expect((await theirs.send(new ListAccountAliasesCommand({}))).AccountAliases).toEqual([]);
  });

  it("is denied what it names by the ARN of another, whether it is there or not", async () => {
    const denied = `AccessDenied: User: arn:aws:iam::${STANDALONE}:user/admin is not authorized to perform: iam:GetPolicy on resource: ${PolicyArn}`;
    expect(await failure(theirs.send(new GetPolicyCommand({ PolicyArn })))).toContain(denied);
    expect(await failure(theirs.send(new GetPolicyCommand({ PolicyArn: `${PolicyArn}2` })))).toContain("AccessDenied");
    expect(await failure(theirs.send(new TagPolicyCommand({ PolicyArn, Tags: [{ Key: "a", Value: "b" }] })))).toContain("AccessDenied");
    const OpenIDConnectProviderArn = `arn:aws:iam::${MANAGEMENT}:oidc-provider/thing.example.com`;
    expect(await failure(theirs.send(new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn })))).toContain("AccessDenied");
  });

  it("may use the names that another uses, but for aliases", async () => {
    await theirs.send(new CreateUserCommand({ UserName: "thing" }));
    await theirs.send(new CreateRoleCommand({ RoleName: "thing", AssumeRolePolicyDocument: trustAccount(STANDALONE) }));
    expect(await failure(theirs.send(new CreateAccountAliasCommand({ AccountAlias: "our-alias" })))).toBe("EntityAlreadyExists: The account alias our-alias already exists.");
  });

  it("cannot attach a policy of another", async () => {
    expect(await failure(theirs.send(new AttachRolePolicyCommand({ RoleName: "thing", PolicyArn })))).toContain("NoSuchEntity");
  });
});
