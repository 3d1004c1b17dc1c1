import * as Iam from "@aws-sdk/client-iam";
import * as Tagging from "@aws-sdk/client-resource-groups-tagging-api";
import * as Ssm from "@aws-sdk/client-ssm";
import {
  AttachRolePolicyCommand, CreateRoleCommand, DeleteRoleCommand, DetachRolePolicyCommand, GetRoleCommand, ListAttachedRolePoliciesCommand, ListRolesCommand, ListUsersCommand,
  TagRoleCommand,
} from "@aws-sdk/client-iam";
import { AcceptHandshakeCommand, CloseAccountCommand, InviteAccountToOrganizationCommand } from "@aws-sdk/client-organizations";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { beforeEach, describe, expect, it } from "vitest";
import type { EmulatorCredentials } from "../../index.ts";
import { openMemoryStore } from "../../store/index.ts";
import { knownAccountsTable } from "../organizations/index.ts";
import { dayOneRoles } from "./day-one.ts";
import { failure, MANAGEMENT, Stage, STANDALONE, trustAccount } from "./testing/stage.ts";

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

const roleArn = (accountId: string, name = "OrganizationAccountAccessRole"): string => `arn:aws:iam::${accountId}:role/${name}`;
const roles = async (credentials?: EmulatorCredentials): Promise<(string | undefined)[]> =>
  ((await stage.iam(credentials).send(new ListRolesCommand({}))).Roles ?? []).map(({ RoleName }) => RoleName);

describe("on day one a created account", () => {
  it("has the role that CreateAccount made for the management account, the one of Organizations, and no user", async () => {
    const session = await stage.assume(roleArn(await stage.account("member")));
    expect(await roles(session)).toEqual(["AWSServiceRoleForOrganizations", "OrganizationAccountAccessRole"]);
    expect((await stage.iam(session).send(new ListUsersCommand({}))).Users).toEqual([]);
  });

  it("has nothing else, in any list of any service", async () => {
    const credentials = await stage.assume(roleArn(await stage.account("member")));
    const config = { region: "us-east-1", credentials, requestHandler: stage.emulator.requestHandler, maxAttempts: 1 };
    const sdks = [[Iam, new Iam.IAMClient(config)], [Ssm, new Ssm.SSMClient(config)], [Tagging, new Tagging.ResourceGroupsTaggingAPIClient(config)]] as const;
    const filled: Record<string, number> = {};
    for (const [sdk, client] of sdks) {
      for (const [name, Command] of Object.entries(sdk).filter(([key]) => /^(List|Describe|Get)[A-Z]\w+Command$/.test(key))) {
        const send = client.send.bind(client) as (command: object) => Promise<object>;
        const answer = await send(new (Command as new (input: object) => object)(name === "ListPoliciesCommand" ? { Scope: "Local" } : {})).catch(() => ({}));
        for (const [member, items] of Object.entries(answer)) if (Array.isArray(items) && items.length > 0) filled[`${name}.${member}`] = items.length;
      }
    }
    // Details tell AWS's managed policies that are attached, too: those of the two roles.
    expect(filled).toEqual({ "ListRolesCommand.Roles": 2, "GetAccountAuthorizationDetailsCommand.RoleDetailList": 2, "GetAccountAuthorizationDetailsCommand.Policies": 2 });
  });

  it("lets the management account in as administrator, who may go on from there", async () => {
    const id = await stage.account("member");
    const session = await stage.assume(roleArn(id));
    expect((await stage.sts(session).send(new GetCallerIdentityCommand({}))).Account).toBe(id);
    const { Role } = await stage.iam(session).send(new GetRoleCommand({ RoleName: "OrganizationAccountAccessRole" }));
    expect(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? "")).toBe(trustAccount(MANAGEMENT));
    const { AttachedPolicies } = await stage.iam(session).send(new ListAttachedRolePoliciesCommand({ RoleName: "OrganizationAccountAccessRole" }));
    expect(AttachedPolicies).toEqual([{ PolicyName: "AdministratorAccess", PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }]);
    await stage.iam(session).send(new CreateRoleCommand({ RoleName: "more", AssumeRolePolicyDocument: trustAccount(MANAGEMENT) }));
    await stage.assume(roleArn(id, "more"));
  });

  it("has the role under the name that was asked for", async () => {
    const id = await stage.account("member", "Break-Glass");
    await stage.assume(roleArn(id, "Break-Glass"));
    expect(await failure(stage.assume(roleArn(id)))).toContain("AccessDenied");
  });

  it("lets no other account in", async () => {
    const [first, second] = [await stage.account("first"), await stage.account("second")];
    expect(await failure(stage.assume(roleArn(second), await stage.assume(roleArn(first))))).toContain("AccessDenied");
    expect(await failure(stage.assume(roleArn(first), await stage.emulator.issueAccessKey({ accountId: STANDALONE })))).toContain("AccessDenied");
  });

  it("has roles that can be changed, deleted and made again, and stay so", async () => {
    const id = await stage.account("member");
    const session = await stage.assume(roleArn(id));
    const own = stage.iam(session);
    const before = (await own.send(new GetRoleCommand({ RoleName: "OrganizationAccountAccessRole" }))).Role;
    await own.send(new TagRoleCommand({ RoleName: "OrganizationAccountAccessRole", Tags: [{ Key: "a", Value: "b" }] }));
    expect((await own.send(new GetRoleCommand({ RoleName: "OrganizationAccountAccessRole" }))).Role).toMatchObject({ RoleId: before?.RoleId, Tags: [{ Key: "a", Value: "b" }] });
    await own.send(new CreateRoleCommand({ RoleName: "ops", AssumeRolePolicyDocument: trustAccount(MANAGEMENT) }));
    await own.send(new AttachRolePolicyCommand({ RoleName: "ops", PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }));
    const ops = stage.iam(await stage.assume(roleArn(id, "ops")));
    await ops.send(new DetachRolePolicyCommand({ RoleName: "OrganizationAccountAccessRole", PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }));
    await ops.send(new DeleteRoleCommand({ RoleName: "OrganizationAccountAccessRole" }));
    expect(await failure(stage.assume(roleArn(id)))).toContain("AccessDenied");
    expect(await failure(own.send(new ListRolesCommand({})))).toContain("InvalidClientTokenId");
    const { Role } = await ops.send(new CreateRoleCommand({ RoleName: "OrganizationAccountAccessRole", AssumeRolePolicyDocument: trustAccount(MANAGEMENT) }));
    expect(Role?.RoleId).not.toBe(before?.RoleId);
    await stage.assume(roleArn(id));
  });
});

describe("an account that left", () => {
  it("keeps the role of the management account that made it", () => {
    const { world } = openMemoryStore("left");
    const accessRole = { roleName: "Access", managementAccountId: MANAGEMENT };
    const standalone = { agreement: true, phone: true, payment: true };
    knownAccountsTable(world).put(STANDALONE, { id: STANDALONE, email: "a@example.com", name: "a", createdAt: 1, accessRole, standalone });
    expect(dayOneRoles(world, STANDALONE).map(({ name }) => name)).toEqual(["Access"]);
  });
});

describe("an invited account", () => {
  it("gets the role of Organizations alone", async () => {
    const theirs = await stage.emulator.issueAccessKey({ accountId: STANDALONE });
    expect(await roles(theirs)).toEqual([]);
    const { Handshake } = await stage.organizations().send(new InviteAccountToOrganizationCommand({ Target: { Type: "ACCOUNT", Id: STANDALONE } }));
    await stage.organizations(theirs).send(new AcceptHandshakeCommand({ HandshakeId: Handshake?.Id }));
    expect(await roles(theirs)).toEqual(["AWSServiceRoleForOrganizations"]);
    expect(await failure(stage.assume(roleArn(STANDALONE)))).toContain("AccessDenied");
  });
});

describe("a closed account", () => {
  it("can be entered no more, and its keys are nobody's", async () => {
    const id = await stage.account("member");
    const session = await stage.assume(roleArn(id));
    const key = await stage.emulator.issueAccessKey({ accountId: id });
    await stage.organizations().send(new CloseAccountCommand({ AccountId: id }));
    await stage.sts(session).send(new GetCallerIdentityCommand({}));
    stage.clock.advance(180_000);
    await stage.sts().send(new GetCallerIdentityCommand({}));
    expect(await failure(stage.assume(roleArn(id)))).toContain("AccessDenied");
    for (const credentials of [session, key]) expect(await failure(stage.sts(credentials).send(new GetCallerIdentityCommand({})))).toContain("InvalidClientTokenId");
  });
});

describe("the management account", () => {
  it("has the administrator of the console as a user", async () => {
    const { Users } = await stage.iam().send(new ListUsersCommand({}));
    expect(Users?.map(({ UserName }) => UserName)).toEqual(["admin"]);
    expect(await roles()).toEqual(["AWSServiceRoleForOrganizations"]);
  });
});
