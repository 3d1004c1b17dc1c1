import { EnableOrganizationsRootCredentialsManagementCommand, ListAccessKeysCommand } from "@aws-sdk/client-iam";
import { AttachPolicyCommand, CreatePolicyCommand, EnableAWSServiceAccessCommand, EnablePolicyTypeCommand, ListRootsCommand, type PolicyType, RegisterDelegatedAdministratorCommand } from "@aws-sdk/client-organizations";
import { AssumeRootCommand, GetFederationTokenCommand, GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { beforeEach, describe, expect, it } from "vitest";
import type { EmulatorCredentials } from "../../index.ts";
import { failure, policy, Stage } from "../iam/testing/stage.ts";

let stage: Stage;
let root: string;
let member: string;

beforeEach(async () => {
  stage = await Stage.open();
  root = (await stage.organizations().send(new ListRootsCommand({}))).Roots?.[0]?.Id ?? "";
  for (const PolicyType of ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"] as const) await stage.organizations().send(new EnablePolicyTypeCommand({ RootId: root, PolicyType }));
  stage.clock.advance(10_000);
  member = await stage.account("member");
});

async function attach(TargetId: string, statement: object, Type: PolicyType = "SERVICE_CONTROL_POLICY"): Promise<void> {
  const { Policy } = await stage.organizations().send(new CreatePolicyCommand({ Type, Name: `p${Math.random()}`, Description: "", Content: policy(statement) }));
  await stage.organizations().send(new AttachPolicyCommand({ PolicyId: Policy?.PolicySummary?.Id, TargetId }));
}

async function assumeRoot(credentials?: EmulatorCredentials, task = "IAMAuditRootUserCredentials", target = member): Promise<EmulatorCredentials> {
  const { Credentials } = await stage.sts(credentials).send(new AssumeRootCommand({ TargetPrincipal: target, TaskPolicyArn: { arn: `arn:aws:iam::aws:policy/root-task/${task}` } }));
  return { accessKeyId: Credentials?.AccessKeyId ?? "", secretAccessKey: Credentials?.SecretAccessKey ?? "", sessionToken: Credentials?.SessionToken };
}

async function trustIam(): Promise<void> {
  await stage.organizations().send(new EnableAWSServiceAccessCommand({ ServicePrincipal: "iam.amazonaws.com" }));
  await stage.iam().send(new EnableOrganizationsRootCredentialsManagementCommand({}));
}

const SCP = "with an explicit deny in a service control policy: arn:aws:organizations::";
const RCP = "with an explicit deny in a resource control policy: arn:aws:organizations::";

describe("sessions under the policies of the organization", () => {
  it("of GetFederationToken are denied by the SCPs and RCPs of the user's account", async () => {
    const user = await stage.emulator.issueAccessKey({ accountId: member });
    const federate = () => stage.sts(user).send(new GetFederationTokenCommand({ Name: "ann" }));
    await federate();
    await attach(member, { Effect: "Deny", Principal: "*", Action: "sts:GetFederationToken", Resource: "*" }, "RESOURCE_CONTROL_POLICY");
    expect(await failure(federate())).toContain(RCP);
    const other = await stage.account("other");
    const another = await stage.emulator.issueAccessKey({ accountId: other });
    await attach(other, { Effect: "Deny", Action: "sts:GetFederationToken", Resource: "*" });
    expect(await failure(stage.sts(another).send(new GetFederationTokenCommand({ Name: "ann" })))).toContain(SCP);
  });

  it("of AssumeRoot are denied by the SCPs of the caller and the RCPs of the member", async () => {
    await trustIam();
    const delegated = await stage.account("security");
    await stage.organizations().send(new RegisterDelegatedAdministratorCommand({ AccountId: delegated, ServicePrincipal: "iam.amazonaws.com" }));
    const theirs = await stage.emulator.issueAccessKey({ accountId: delegated });
    await assumeRoot(theirs);
    await attach(delegated, { Effect: "Deny", Action: "sts:AssumeRoot", Resource: "*" });
    expect(await failure(assumeRoot(theirs))).toContain(SCP);
    await assumeRoot();
    await attach(member, { Effect: "Deny", Principal: "*", Action: "sts:AssumeRoot", Resource: "*" }, "RESOURCE_CONTROL_POLICY");
    expect(await failure(assumeRoot())).toContain(RCP);
  });

  it("of a member's root user are under its SCPs, which can tell them from the root user himself", async () => {
    await trustIam();
    const audit = await assumeRoot();
    const NoRoot = { Effect: "Deny", Action: "*", Resource: "*", Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:root" }, Null: { "aws:AssumedRoot": "true" } } };
    await attach(member, NoRoot);
    await stage.iam(audit).send(new ListAccessKeysCommand({}));
    const himself = await stage.emulator.issueAccessKey({ accountId: member, arn: `arn:aws:iam::${member}:root` });
    expect(await failure(stage.iam(himself).send(new ListAccessKeysCommand({})))).toContain(SCP);
    await attach(member, { Effect: "Deny", Action: "iam:ListAccessKeys", Resource: "*" });
    expect(await failure(stage.iam(audit).send(new ListAccessKeysCommand({})))).toContain(SCP);
  });

  it("say who they are, whatever the organization denies", async () => {
    await attach(root, { Effect: "Deny", Action: "*", Resource: "*" });
    const user = await stage.emulator.issueAccessKey({ accountId: member });
    expect((await stage.sts(user).send(new GetCallerIdentityCommand({}))).Account).toBe(member);
    await stage.assume(`arn:aws:iam::${member}:role/OrganizationAccountAccessRole`);
  });
});
