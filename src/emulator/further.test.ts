import { AddRoleToInstanceProfileCommand, CreateInstanceProfileCommand, CreateRoleCommand, CreateUserCommand, DeleteServiceLinkedRoleCommand, GetRoleCommand, PutUserPolicyCommand } from "@aws-sdk/client-iam";
import {
  AcceptHandshakeCommand, CreateAccountCommand, CreateOrganizationalUnitCommand, CreateOrganizationCommand, CreatePolicyCommand, InviteAccountToOrganizationCommand, ListRootsCommand, PutResourcePolicyCommand,
} from "@aws-sdk/client-organizations";
import { RequestServiceQuotaIncreaseCommand, ServiceQuotasClient } from "@aws-sdk/client-service-quotas";
import { GetParameterCommand, GetParametersByPathCommand, GetParametersCommand, PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { beforeEach, describe, expect, it } from "vitest";
import type { EmulatorCredentials } from "./index.ts";
import { allow, failure, MANAGEMENT, policy, Stage, STANDALONE, trustAccount } from "./services/iam/testing/stage.ts";

let stage: Stage;
let ann: EmulatorCredentials;
const Tags = [{ Key: "team", Value: "blue" }];
const DENY_S3 = policy({ Effect: "Deny", Action: "s3:*", Resource: "*" });

beforeEach(async () => {
  stage = await Stage.open();
  ann = await userIn(MANAGEMENT);
});

/** A user `ann` who may do nothing yet. */
async function userIn(accountId: string): Promise<EmulatorCredentials> {
  await adminOf(accountId).then((admin) => stage.iam(admin).send(new CreateUserCommand({ UserName: "ann" })));
  return stage.emulator.issueAccessKey({ accountId, arn: `arn:aws:iam::${accountId}:user/ann` });
}

const adminOf = (accountId: string): Promise<EmulatorCredentials> => stage.emulator.issueAccessKey({ accountId });
const give = async (PolicyDocument: string, accountId = MANAGEMENT): Promise<unknown> =>
  stage.iam(await adminOf(accountId)).send(new PutUserPolicyCommand({ UserName: "ann", PolicyName: "p", PolicyDocument }));
const clientOf = <C>(Client: new (config: object) => C, credentials = ann): C => new Client({ region: "us-east-1", credentials, requestHandler: stage.emulator.requestHandler, maxAttempts: 1 });
const missing = (action: string, resource: string): string => `is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;

describe("a role that is handed to instances", () => {
  const ROLE = `arn:aws:iam::${MANAGEMENT}:role/app/web`;
  const add = (): Promise<unknown> => stage.iam(ann).send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: "web", RoleName: "web" }));

  beforeEach(async () => {
    await stage.iam().send(new CreateRoleCommand({ RoleName: "web", Path: "/app/", AssumeRolePolicyDocument: trustAccount(MANAGEMENT) }));
    await stage.iam().send(new CreateInstanceProfileCommand({ InstanceProfileName: "web" }));
  });

  it("needs iam:PassRole on the role", async () => {
    await give(allow("iam:AddRoleToInstanceProfile"));
    expect(await failure(add())).toBe(`AccessDenied: User: arn:aws:iam::${MANAGEMENT}:user/ann ${missing("iam:PassRole", ROLE)}`);
    await give(policy({ Effect: "Allow", Action: "iam:AddRoleToInstanceProfile", Resource: "*" }, { Effect: "Allow", Action: "iam:PassRole", Resource: ROLE }));
    await add();
  });

  it("is handed to EC2, for instances of the account", async () => {
    const Condition = { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" }, ArnEquals: { "iam:AssociatedResourceArn": `arn:aws:ec2:*:${MANAGEMENT}:instance/*` } };
    const others = { Effect: "Deny", Action: "iam:PassRole", Resource: "*", Condition: { StringNotEquals: { "iam:PassedToService": "lambda.amazonaws.com" } } };
    await give(policy({ Effect: "Allow", Action: "iam:*", Resource: "*" }, others));
    expect(await failure(add())).toContain(`iam:PassRole on resource: ${ROLE} with an explicit deny in an identity-based policy`);
    await give(policy({ Effect: "Allow", Action: "iam:AddRoleToInstanceProfile", Resource: "*" }, { Effect: "Allow", Action: "iam:PassRole", Resource: "*", Condition }));
    await add();
  });
});

describe("what is made with tags", () => {
  const rootId = async (): Promise<string | undefined> => (await stage.organizations().send(new ListRootsCommand({}))).Roots?.[0]?.Id;
  const cases: readonly (readonly [string, string, RegExp, (tags: typeof Tags | undefined) => Promise<unknown>])[] = [
    ["iam:CreateRole", "iam:TagRole", /arn:aws:iam::111111111111:role\/web because/, (tags) => stage.iam(ann).send(new CreateRoleCommand({ RoleName: "web", AssumeRolePolicyDocument: trustAccount(MANAGEMENT), Tags: tags }))],
    ["iam:CreateUser", "iam:TagUser", /arn:aws:iam::111111111111:user\/bob because/, (tags) => stage.iam(ann).send(new CreateUserCommand({ UserName: "bob", Tags: tags }))],
    ["organizations:CreateAccount", "organizations:TagResource", /:account\/o-\w+\/\* because/, (tags) => stage.organizations(ann).send(new CreateAccountCommand({ AccountName: "a", Email: "a@example.com", Tags: tags }))],
    ["organizations:CreateOrganizationalUnit", "organizations:TagResource", /:ou\/o-\w+\/\* because/, async (tags) => stage.organizations(ann).send(new CreateOrganizationalUnitCommand({ ParentId: await rootId(), Name: "a", Tags: tags }))],
    [
      "organizations:CreatePolicy", "organizations:TagResource", /:policy\/o-\w+\/service_control_policy\/\* because/,
      (tags) => stage.organizations(ann).send(new CreatePolicyCommand({ Type: "SERVICE_CONTROL_POLICY", Name: "a", Description: "", Content: DENY_S3, Tags: tags })),
    ],
    [
      "organizations:InviteAccountToOrganization", "organizations:TagResource", /:account\/o-\w+\/\* because/,
      (tags) => stage.organizations(ann).send(new InviteAccountToOrganizationCommand({ Target: { Type: "ACCOUNT", Id: STANDALONE }, Tags: tags })),
    ],
    [
      "organizations:PutResourcePolicy", "organizations:TagResource", /:resourcepolicy\/o-\w+\/\* because/,
      (tags) => stage.organizations(ann).send(new PutResourcePolicyCommand({ Content: policy({ Effect: "Deny", Principal: "*", Action: "organizations:ListAccounts", Resource: "*" }), Tags: tags })),
    ],
    ["ssm:PutParameter", "ssm:AddTagsToResource", /arn:aws:ssm:us-east-1:111111111111:parameter\/a because/, (tags) => clientOf(SSMClient).send(new PutParameterCommand({ Name: "/a", Value: "1", Type: "String", Tags: tags }))],
  ];

  it.each(cases)("by %s needs %s, and nothing more without tags", async (action, tagging, resource, make) => {
    await give(allow(action));
    const said = await failure(make(Tags));
    expect(said).toContain(`is not authorized to perform: ${tagging} on resource: `);
    expect(said).toMatch(resource);
    await make(undefined);
  });

  it.each(cases)("by %s is made by who may do both, with those tags only", async (action, tagging, _resource, make) => {
    await give(policy({ Effect: "Allow", Action: action, Resource: "*" }, { Effect: "Allow", Action: tagging, Resource: "*", Condition: { StringEquals: { "aws:RequestTag/team": "blue" } } }));
    expect(await failure(make([{ Key: "team", Value: "red" }]))).toContain(tagging);
    await make(Tags);
  });
});

describe("a service-linked role that a call brings about", () => {
  const LINKED = "arn:aws:iam::*:role/aws-service-role/organizations.amazonaws.com/AWSServiceRoleForOrganizations";
  const forOrganizations = { Effect: "Allow", Action: "iam:CreateServiceLinkedRole", Resource: LINKED, Condition: { StringEquals: { "iam:AWSServiceName": "organizations.amazonaws.com" } } };

  it("is needed to found an organization, and refused as AWS refuses it", async () => {
    const user = await userIn(STANDALONE);
    const found = (): Promise<unknown> => stage.organizations(user).send(new CreateOrganizationCommand({}));
    await give(allow("organizations:*"), STANDALONE);
    expect(await failure(found())).toMatch(/^AccessDeniedForDependencyException: .*service-linked role/);
    await give(policy({ Effect: "Allow", Action: "organizations:*", Resource: "*" }, forOrganizations), STANDALONE);
    await found();
  });

  it("is needed to join one with all features, and no more once it is there", async () => {
    const user = await userIn(STANDALONE);
    const invited = await stage.organizations().send(new InviteAccountToOrganizationCommand({ Target: { Type: "ACCOUNT", Id: STANDALONE } }));
    const accept = (): Promise<unknown> => stage.organizations(user).send(new AcceptHandshakeCommand({ HandshakeId: invited.Handshake?.Id }));
    await give(allow("organizations:AcceptHandshake"), STANDALONE);
    expect(await failure(accept())).toMatch(/^AccessDeniedForDependencyException/);
    await give(policy({ Effect: "Allow", Action: "organizations:AcceptHandshake", Resource: "*" }, forOrganizations), STANDALONE);
    await accept();
    expect(await failure(accept())).toMatch(/^HandshakeAlreadyInStateException/);
  });

  it("is made with the first request for a quota", async () => {
    const ask = (DesiredValue: number): Promise<unknown> => clientOf(ServiceQuotasClient).send(new RequestServiceQuotaIncreaseCommand({ ServiceCode: "organizations", QuotaCode: "L-E619E033", DesiredValue }));
    await give(allow("servicequotas:*"));
    expect(await failure(ask(20))).toMatch(/^DependencyAccessDeniedException/);
    await give(allow(["servicequotas:*", "iam:CreateServiceLinkedRole"]));
    await ask(20);
    await stage.iam().send(new GetRoleCommand({ RoleName: "AWSServiceRoleForServiceQuotas" }));
    await give(allow("servicequotas:*"));
    expect(await failure(ask(30))).toMatch(/^ResourceAlreadyExistsException/);
    await stage.iam().send(new DeleteServiceLinkedRoleCommand({ RoleName: "AWSServiceRoleForServiceQuotas" }));
  });
});

describe("a secret parameter", () => {
  const put = (Name: string, Type: "String" | "SecureString", credentials = ann): Promise<unknown> => clientOf(SSMClient, credentials).send(new PutParameterCommand({ Name, Value: "1", Type, Overwrite: true }));
  const noKeys = { Effect: "Deny", Action: "kms:*", Resource: "*" };

  beforeEach(async () => {
    await put("/app/secret", "SecureString", stage.emulator.credentials);
    await put("/app/plain", "String", stage.emulator.credentials);
  });

  it("is read and written by who may not use keys himself, since the key trusts the account", async () => {
    await give(allow("ssm:*"));
    await put("/app/secret", "SecureString");
    await clientOf(SSMClient).send(new GetParameterCommand({ Name: "/app/secret", WithDecryption: true }));
  });

  it("is neither decrypted nor sealed by who is denied to use keys", async () => {
    await give(policy({ Effect: "Allow", Action: "ssm:*", Resource: "*" }, noKeys));
    const client = clientOf(SSMClient);
    const denied = /^AccessDeniedException: .* is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:111111111111:key\/\* with an explicit deny in an identity-based policy$/;
    for (const Name of ["/app/secret", "/app/secret:1", "arn:aws:ssm:us-east-1:111111111111:parameter/app/secret"]) expect(await failure(client.send(new GetParameterCommand({ Name, WithDecryption: true })))).toMatch(denied);
    expect(await failure(client.send(new GetParametersCommand({ Names: ["/app/plain", "/app/secret"], WithDecryption: true })))).toMatch(denied);
    expect(await failure(client.send(new GetParametersByPathCommand({ Path: "/app", WithDecryption: true })))).toMatch(denied);
    expect(await failure(put("/app/secret", "SecureString"))).toContain("kms:Encrypt");
    await client.send(new GetParameterCommand({ Name: "/app/secret" }));
    await client.send(new GetParametersCommand({ Names: ["/app/plain"], WithDecryption: true }));
    await put("/app/plain", "String");
  });

  it("is decrypted in the caller's name, for one parameter", async () => {
    const Condition = { StringEquals: { "kms:EncryptionContext:PARAMETER_ARN": "arn:aws:ssm:us-east-1:111111111111:parameter/app/secret" }, Bool: { "aws:ViaAWSService": "true" } };
    await give(policy({ Effect: "Allow", Action: "ssm:*", Resource: "*" }, { ...noKeys, Condition }));
    await put("/app/other", "SecureString");
    await clientOf(SSMClient).send(new GetParameterCommand({ Name: "/app/other", WithDecryption: true }));
    expect(await failure(clientOf(SSMClient).send(new GetParameterCommand({ Name: "/app/secret", WithDecryption: true })))).toContain("kms:Decrypt");
  });
});
