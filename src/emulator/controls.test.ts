import { CreateRoleCommand, ListRolesCommand, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import {
  AttachPolicyCommand, CreateOrganizationalUnitCommand, CreatePolicyCommand, DetachPolicyCommand, DisablePolicyTypeCommand, EnablePolicyTypeCommand, ListRootsCommand, MoveAccountCommand, UpdatePolicyCommand,
  type PolicyType,
} from "@aws-sdk/client-organizations";
import { beforeEach, describe, expect, it } from "vitest";
import type { EmulatorCredentials } from "./index.ts";
import { failure, MANAGEMENT, policy, Stage, STANDALONE, trust } from "./services/iam/testing/stage.ts";

let stage: Stage;
let root: string;
let member: string;
let admin: EmulatorCredentials;

const SESSION = (): string => `arn:aws:sts::${member}:assumed-role/OrganizationAccountAccessRole/session`;
const DENY_ROLES = policy({ Sid: "No", Effect: "Deny", Action: "iam:ListRoles", Resource: "*" });

beforeEach(async () => {
  stage = await Stage.open();
  root = (await stage.organizations().send(new ListRootsCommand({}))).Roots?.[0]?.Id ?? "";
  await enable("SERVICE_CONTROL_POLICY");
  member = await stage.account("shop");
  admin = await stage.assume(`arn:aws:iam::${member}:role/OrganizationAccountAccessRole`);
});

async function enable(type: PolicyType): Promise<void> {
  await stage.organizations().send(new EnablePolicyTypeCommand({ RootId: root, PolicyType: type }));
  stage.clock.advance(10_000);
}

/** Makes a policy, attaches it, and answers its id and ARN. */
async function attach(TargetId: string, Content = DENY_ROLES, Type: PolicyType = "SERVICE_CONTROL_POLICY"): Promise<{ PolicyId: string; Arn: string }> {
  const made = await stage.organizations().send(new CreatePolicyCommand({ Type, Name: `p${Math.random()}`, Description: "", Content }));
  const { Id: PolicyId = "", Arn = "" } = made.Policy?.PolicySummary ?? {};
  await stage.organizations().send(new AttachPolicyCommand({ PolicyId, TargetId }));
  return { PolicyId, Arn };
}

const listRoles = (credentials = admin): Promise<unknown> => stage.iam(credentials).send(new ListRolesCommand({}));

describe("a service control policy", () => {
  it("denies what it denies, with its ARN, from the moment it is attached until it is detached", async () => {
    await listRoles();
    const { PolicyId, Arn } = await attach(member);
    expect(await failure(listRoles())).toBe(
      `AccessDenied: User: ${SESSION()} is not authorized to perform: iam:ListRoles on resource: * with an explicit deny in a service control policy: ${Arn}`,
    );
    expect(Arn).toMatch(/^arn:aws:organizations::111111111111:policy\/o-\w+\/service_control_policy\/p-\w+$/);
    await stage.organizations().send(new DetachPolicyCommand({ PolicyId, TargetId: member }));
    await listRoles();
  });

  it("has a say in every account below, and follows a move and a new text", async () => {
    const unit = await stage.organizations().send(new CreateOrganizationalUnitCommand({ ParentId: root, Name: "Prod" }));
    const DestinationParentId = unit.OrganizationalUnit?.Id ?? "";
    const { PolicyId } = await attach(DestinationParentId);
    await listRoles();
    await stage.organizations().send(new MoveAccountCommand({ AccountId: member, SourceParentId: root, DestinationParentId }));
    expect(await failure(listRoles())).toContain("explicit deny in a service control policy");
    await stage.organizations().send(new UpdatePolicyCommand({ PolicyId, Content: DENY_ROLES.replace("ListRoles", "ListUsers") }));
    await listRoles();
  });

  it("has to allow at every level, and AWS names no policy where none does", async () => {
    await attach(member, policy({ Effect: "Allow", Action: "s3:*", Resource: "*" }));
    await listRoles();
    await stage.organizations().send(new DetachPolicyCommand({ PolicyId: "p-FullAWSAccess", TargetId: member }));
    expect(await failure(listRoles())).toBe(
      `AccessDenied: User: ${SESSION()} is not authorized to perform: iam:ListRoles on resource: * because no service control policy allows the iam:ListRoles action`,
    );
  });

  it("reaches the root user of a member, and nobody of the management account", async () => {
    await attach(root);
    const rootUser = await stage.emulator.issueAccessKey({ accountId: member, arn: `arn:aws:iam::${member}:root` });
    expect(await failure(listRoles(rootUser))).toContain("explicit deny in a service control policy");
    await listRoles(stage.emulator.credentials);
  });

  it("reaches no service-linked role", async () => {
    await attach(member);
    const linked = await stage.emulator.issueAccessKey({ accountId: member, arn: `arn:aws:sts::${member}:assumed-role/AWSServiceRoleForOrganizations/s` });
    expect(await failure(listRoles(linked))).not.toContain("service control policy");
  });

  it("has no say while its type is disabled", async () => {
    await attach(member);
    await stage.organizations().send(new DisablePolicyTypeCommand({ RootId: root, PolicyType: "SERVICE_CONTROL_POLICY" }));
    stage.clock.advance(10_000);
    await listRoles();
  });

  it("that asks for what comes from outside never allows, and says so", async () => {
    await attach(member, policy({ Effect: "Deny", Action: "*", Resource: "*", Condition: { NotIpAddress: { "aws:SourceIp": "192.0.2.0/24" } } }));
    expect(await failure(listRoles())).toContain("landfall's emulator does not know the condition key aws:sourceip");
  });

  it("sees the Region of the one endpoint of a global service", async () => {
    await attach(member, policy({ Effect: "Deny", Action: "iam:*", Resource: "*", Condition: { StringNotEquals: { "aws:RequestedRegion": "us-east-1" } } }));
    const far = stage.iam(admin);
    far.config.region = async () => "eu-west-1";
    await far.send(new ListRolesCommand({}));
  });

  it("on the way to a role is the caller's", async () => {
    await attach(member, policy({ Effect: "Deny", Action: "sts:AssumeRole", Resource: `arn:aws:iam::${MANAGEMENT}:role/*` }));
    await stage.iam().send(new CreateRoleCommand({ RoleName: "hub", AssumeRolePolicyDocument: trust({ AWS: `arn:aws:iam::${member}:root` }) }));
    expect(await failure(stage.assume(`arn:aws:iam::${MANAGEMENT}:role/hub`, admin))).toContain("sts:AssumeRole on resource: arn:aws:iam::111111111111:role/hub with an explicit deny in a service control policy: arn:");
    await stage.assume(`arn:aws:iam::${member}:role/OrganizationAccountAccessRole`);
  });
});

describe("a resource control policy", () => {
  const STRANGERS = policy({ Effect: "Deny", Principal: "*", Action: "sts:AssumeRole", Resource: "*", Condition: { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "${aws:ResourceOrgID}" } } });

  beforeEach(async () => {
    await enable("RESOURCE_CONTROL_POLICY");
    const both = trust({ AWS: [`arn:aws:iam::${STANDALONE}:root`, `arn:aws:iam::${MANAGEMENT}:root`] });
    await stage.iam(admin).send(new CreateRoleCommand({ RoleName: "open", AssumeRolePolicyDocument: both }));
    await stage.iam(admin).send(new PutRolePolicyCommand({ RoleName: "open", PolicyName: "p", PolicyDocument: policy({ Effect: "Allow", Action: "*", Resource: "*" }) }));
  });

  it("of the role's account keeps strangers out, who are not told which policy", async () => {
    const stranger = await stage.emulator.issueAccessKey({ accountId: STANDALONE });
    const role = `arn:aws:iam::${member}:role/open`;
    await stage.assume(role, stranger);
    await attach(member, STRANGERS, "RESOURCE_CONTROL_POLICY");
    expect(await failure(stage.assume(role, stranger))).toBe(
      `AccessDenied: User: arn:aws:iam::${STANDALONE}:user/admin is not authorized to perform: sts:AssumeRole on resource: ${role} with an explicit deny in a resource control policy`,
    );
    await stage.assume(role);
  });

  it("reaches the management account's callers too, and names itself to them", async () => {
    const { Arn } = await attach(root, policy({ Effect: "Deny", Principal: "*", Action: "sts:AssumeRole", Resource: "*" }), "RESOURCE_CONTROL_POLICY");
    expect(await failure(stage.assume(`arn:aws:iam::${member}:role/open`))).toMatch(new RegExp(`with an explicit deny in a resource control policy: ${Arn}$`));
  });

  it("has no say in services that it does not reach", async () => {
    await attach(member, policy({ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" }), "RESOURCE_CONTROL_POLICY");
    await listRoles();
  });
});
