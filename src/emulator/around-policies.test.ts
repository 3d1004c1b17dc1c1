import { CreateGroupCommand, CreateRoleCommand, CreateUserCommand, ListRolesCommand, PutUserPolicyCommand, UpdateGroupCommand, UpdateUserCommand } from "@aws-sdk/client-iam";
import { CreateOrganizationalUnitCommand, CreateOrganizationCommand, CreatePolicyCommand, ListRootsCommand, type Tag, TagResourceCommand, UpdateOrganizationalUnitCommand } from "@aws-sdk/client-organizations";
import { AddTagsToResourceCommand, GetParameterCommand, PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import { beforeEach, describe, expect, it } from "vitest";
import type { EmulatorCredentials } from "./index.ts";
import { allow, failure, MANAGEMENT, policy, Stage, STANDALONE, trust } from "./services/iam/testing/stage.ts";

let stage: Stage;
let ann: EmulatorCredentials;
const USERS = `arn:aws:iam::${MANAGEMENT}:user`;

beforeEach(async () => {
  stage = await Stage.open();
  await stage.iam().send(new CreateUserCommand({ UserName: "ann" }));
  ann = await stage.emulator.issueAccessKey({ accountId: MANAGEMENT, arn: `${USERS}/ann` });
});

const give = (PolicyDocument: string): Promise<unknown> => stage.iam().send(new PutUserPolicyCommand({ UserName: "ann", PolicyName: "p", PolicyDocument }));
const everythingBut = (...denies: readonly object[]): string => policy({ Effect: "Allow", Action: "*", Resource: "*" }, ...denies.map((deny) => ({ Effect: "Deny", Resource: "*", ...deny })));
const ssmOf = (credentials: EmulatorCredentials): SSMClient => new SSMClient({ region: "us-east-1", credentials, requestHandler: stage.emulator.requestHandler, maxAttempts: 1 });

describe("nobody gets around a policy", () => {
  it("by naming a parameter by its ARN, a version or a label", async () => {
    const owner = ssmOf(stage.emulator.credentials);
    await owner.send(new PutParameterCommand({ Name: "/a/b", Value: "1", Type: "String" }));
    await owner.send(new AddTagsToResourceCommand({ ResourceType: "Parameter", ResourceId: "/a/b", Tags: [{ Key: "secret", Value: "yes" }] }));
    await give(everythingBut({ Action: "ssm:GetParameter", Condition: { StringEquals: { "aws:ResourceTag/secret": "yes" } } }));
    for (const Name of ["/a/b", " /a/b ", "/a/b:1", "arn:aws:ssm:us-east-1:111111111111:parameter/a/b", "arn:aws:ssm:us-east-1:111111111111:parameter/a/b:1"]) {
      expect(await failure(ssmOf(ann).send(new GetParameterCommand({ Name })))).toContain("ssm:GetParameter on resource: arn:aws:ssm:us-east-1:111111111111:parameter/a/b with an explicit deny");
    }
  });

  it("by giving a user the name or the path of another", async () => {
    await stage.iam().send(new CreateUserCommand({ UserName: "bob", Path: "/people/" }));
    await give(allow("iam:UpdateUser", `${USERS}/people/*`));
    const update = (more: object): Promise<unknown> => stage.iam(ann).send(new UpdateUserCommand({ UserName: "bob", ...more }));
    expect(await failure(update({ NewPath: "/admins/" }))).toContain("iam:UpdateUser on resource: user bob because");
    await update({ NewUserName: "rob" });
    await give(allow("iam:UpdateUser", `${USERS}/people/rob`));
    expect(await failure(stage.iam(ann).send(new UpdateUserCommand({ UserName: "rob", NewUserName: "root" })))).toContain("iam:UpdateUser on resource: user root because");
  });

  it("by giving a group the name of another", async () => {
    await stage.iam().send(new CreateGroupCommand({ GroupName: "readers" }));
    await give(everythingBut({ Action: "iam:UpdateGroup", Resource: "arn:aws:iam::*:group/admins" }));
    expect(await failure(stage.iam(ann).send(new UpdateGroupCommand({ GroupName: "readers", NewGroupName: "admins" })))).toContain("iam:UpdateGroup on resource: group admins with an explicit deny");
  });

  it("by a role that is named as those of services are, which SCPs do not reach", async () => {
    const create = stage.iam().send(new CreateRoleCommand({ RoleName: "AWSServiceRoleForMe", AssumeRolePolicyDocument: trust({ AWS: MANAGEMENT }) }));
    expect(await failure(create)).toBe("InvalidInput: The name AWSServiceRoleForMe is reserved for roles that AWS makes.");
  });

  it("by a tag that differs by case only: which of the two counts, nobody says", async () => {
    const ParentId = (await stage.organizations().send(new ListRootsCommand({}))).Roots?.[0]?.Id;
    await give(everythingBut({ Action: "organizations:CreateOrganizationalUnit", Condition: { StringEquals: { "aws:RequestTag/team": "red" } } }));
    const create = (Name: string, ...Tags: Tag[]): Promise<{ OrganizationalUnit?: { Id?: string } }> => stage.organizations(ann).send(new CreateOrganizationalUnitCommand({ ParentId, Name, Tags }));
    const [red, blue] = [{ Key: "team", Value: "red" }, { Key: "Team", Value: "blue" }];
    for (const Tags of [[red, blue], [blue, red]]) expect(await failure(create("a", ...Tags))).toContain("landfall's emulator does not know the condition key aws:requesttag/team");
    const OrganizationalUnitId = (await create("b", blue)).OrganizationalUnit?.Id;
    await stage.organizations().send(new TagResourceCommand({ ResourceId: OrganizationalUnitId, Tags: [red] }));
    await give(everythingBut({ Action: "organizations:UpdateOrganizationalUnit", Condition: { StringEquals: { "aws:ResourceTag/team": "red" } } }));
    expect(await failure(stage.organizations(ann).send(new UpdateOrganizationalUnitCommand({ OrganizationalUnitId, Name: "c" })))).toContain("does not know the condition key aws:resourcetag/team");
  });

  it("by making a policy whose new tags may count as its own or not", async () => {
    const create = (Tags: Tag[]): Promise<unknown> => stage.organizations(ann).send(new CreatePolicyCommand({ Type: "SERVICE_CONTROL_POLICY", Name: "a", Description: "", Content: policy({ Effect: "Deny", Action: "s3:*", Resource: "*" }), Tags }));
    await give(everythingBut({ Action: "organizations:CreatePolicy", Condition: { StringEquals: { "aws:ResourceTag/team": "red" } } }));
    expect(await failure(create([{ Key: "team", Value: "red" }]))).toContain("does not know the condition key aws:resourcetag/team");
    await create([{ Key: "other", Value: "red" }]);
  });

  it("by the tags that another organization gave to what it has under the same id", async () => {
    const stranger = await stage.emulator.issueAccessKey({ accountId: STANDALONE });
    await stage.organizations(stranger).send(new CreateOrganizationCommand({}));
    const ParentId = (await stage.organizations(stranger).send(new ListRootsCommand({}))).Roots?.[0]?.Id;
    const theirs = await stage.organizations(stranger).send(new CreateOrganizationalUnitCommand({ ParentId, Name: "a", Tags: [{ Key: "open", Value: "yes" }] }));
    await give(allow("organizations:UpdateOrganizationalUnit", "*", { Condition: { StringEquals: { "aws:ResourceTag/open": "yes" } } }));
    const update = stage.organizations(ann).send(new UpdateOrganizationalUnitCommand({ OrganizationalUnitId: theirs.OrganizationalUnit?.Id, Name: "b" }));
    expect(await failure(update)).toContain("no identity-based policy allows");
  });
});

describe("a chain of roles", () => {
  const role = (name: string): string => `arn:aws:iam::${MANAGEMENT}:role/${name}`;
  const make = async (RoleName: string, trusted: string): Promise<unknown> =>
    stage.iam().send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust({ AWS: trusted }, { Action: ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"] }) }));

  beforeEach(async () => {
    await make("first", `arn:aws:iam::${MANAGEMENT}:root`);
    await make("second", role("first"));
    await give(allow("sts:*"));
  });

  it("is cut by a session policy, and a role's own trust is not enough for it", async () => {
    const limited = await stage.assume(role("first"), ann, { Policy: allow("iam:ListRoles") });
    expect(await failure(stage.assume(role("second"), limited))).toContain(`sts:AssumeRole on resource: ${role("second")} because no session policy allows`);
    await stage.assume(role("second"), await stage.assume(role("first"), ann));
  });

  it("carries tags that were made transitive, and lasts an hour", async () => {
    const tagged = await stage.assume(role("first"), ann, { Tags: [{ Key: "team", Value: "blue" }, { Key: "cost", Value: "1" }], TransitiveTagKeys: ["team"] });
    await stage.iam().send(new CreateRoleCommand({ RoleName: "third", AssumeRolePolicyDocument: trust({ AWS: role("second") }, { Condition: { StringEquals: { "aws:PrincipalTag/team": "blue" }, Null: { "aws:PrincipalTag/cost": "true" } } , Action: ["sts:AssumeRole", "sts:TagSession"] }) }));
    const second = await stage.assume(role("second"), tagged);
    await stage.assume(role("third"), second);
    expect(await failure(stage.assume(role("third"), await stage.assume(role("second"), await stage.assume(role("first"), ann))))).toContain("AccessDenied");
    expect(await failure(stage.sts(second).send(new AssumeRoleCommand({ RoleArn: role("third"), RoleSessionName: "s", DurationSeconds: 3_601 })))).toContain("ValidationError");
    stage.clock.advance(3_601_000);
    expect(await failure(stage.iam(second).send(new ListRolesCommand({})))).toContain("ExpiredToken");
  });
});
