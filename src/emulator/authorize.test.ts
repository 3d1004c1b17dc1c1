import { AttachUserPolicyCommand, CreatePolicyCommand as CreateManagedPolicyCommand, CreateUserCommand, GetUserCommand, ListRolesCommand, ListUsersCommand, PutUserPolicyCommand } from "@aws-sdk/client-iam";
import { AttachPolicyCommand, CreatePolicyCommand, DescribeOrganizationCommand, DescribePolicyCommand, ListRootsCommand } from "@aws-sdk/client-organizations";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { beforeEach, describe, expect, it } from "vitest";
import type { EmulatorCredentials } from "./index.ts";
import { allow, failure, MANAGEMENT, policy, Stage, STANDALONE } from "./services/iam/testing/stage.ts";

let stage: Stage;
let ann: EmulatorCredentials;
const ARN = `arn:aws:iam::${MANAGEMENT}:user/ann`;

beforeEach(async () => {
  stage = await Stage.open();
  await stage.iam().send(new CreateUserCommand({ UserName: "ann" }));
  ann = await stage.emulator.issueAccessKey({ accountId: MANAGEMENT, arn: ARN });
});

const give = (PolicyDocument: string): Promise<unknown> => stage.iam().send(new PutUserPolicyCommand({ UserName: "ann", PolicyName: "p", PolicyDocument }));
const describeOrganization = (): Promise<unknown> => stage.organizations(ann).send(new DescribeOrganizationCommand({}));

describe("a call", () => {
  it("is denied to who was given nothing, under the name that the protocol has for it", async () => {
    expect(await failure(describeOrganization())).toBe(
      `AccessDeniedException: User: ${ARN} is not authorized to perform: organizations:DescribeOrganization on resource: * because no identity-based policy allows the organizations:DescribeOrganization action`,
    );
    expect(await failure(stage.iam(ann).send(new ListUsersCommand({})))).toBe(
      `AccessDenied: User: ${ARN} is not authorized to perform: iam:ListUsers on resource: * because no identity-based policy allows the iam:ListUsers action`,
    );
    const ssm = new SSMClient({ region: "us-east-1", credentials: ann, requestHandler: stage.emulator.requestHandler, maxAttempts: 1 });
    expect(await failure(ssm.send(new GetParameterCommand({ Name: "/a" })))).toContain("AccessDeniedException");
  });

  it("is always allowed when it asks who one is", async () => {
    await give(policy({ Effect: "Deny", Action: "*", Resource: "*" }));
    await stage.sts(ann).send(new GetCallerIdentityCommand({}));
  });

  it("is allowed by its action, with wildcards and without regard to case", async () => {
    await give(allow("Organizations:describe*"));
    await describeOrganization();
    expect(await failure(stage.organizations(ann).send(new ListRootsCommand({})))).toContain("AccessDeniedException");
  });

  it("is denied by a Deny, whatever allows it", async () => {
    await stage.iam().send(new AttachUserPolicyCommand({ UserName: "ann", PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }));
    await describeOrganization();
    await give(policy({ Effect: "Deny", Action: "organizations:*", Resource: "*", Condition: { StringEquals: { "aws:RequestedRegion": "us-east-1" } } }));
    expect(await failure(describeOrganization())).toContain("with an explicit deny in an identity-based policy");
  });

  it("to IAM is about its resource", async () => {
    await give(allow("iam:GetUser", "arn:aws:iam::*:user/${aws:username}"));
    await stage.iam(ann).send(new GetUserCommand({}));
    await stage.iam(ann).send(new GetUserCommand({ UserName: "ann" }));
    expect(await failure(stage.iam(ann).send(new GetUserCommand({ UserName: "admin" })))).toContain("iam:GetUser on resource: user admin because");
  });

  it("is never allowed by what the emulator does not know, and says so", async () => {
    await give(allow("organizations:*", "*", { Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } }));
    expect(await failure(describeOrganization())).toContain("landfall's emulator does not know the condition key aws:sourceip, and what it cannot decide never allows");
    await stage.iam().send(new AttachUserPolicyCommand({ UserName: "ann", PolicyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }));
    expect(await failure(describeOrganization())).toContain("the document of arn:aws:iam::aws:policy/ReadOnlyAccess");
  });

  it("is denied by a Deny of the resources that it is about, and of no others", async () => {
    await give(policy({ Effect: "Allow", Action: "*", Resource: "*" }, { Effect: "Deny", Action: "organizations:*", Resource: "arn:aws:organizations::111111111111:policy/*" }));
    await describeOrganization();
    await stage.organizations(ann).send(new DescribePolicyCommand({ PolicyId: "p-FullAWSAccess" }));
    const made = await stage.organizations().send(new CreatePolicyCommand({ Type: "SERVICE_CONTROL_POLICY", Name: "own", Description: "", Content: policy({ Effect: "Deny", Action: "s3:*", Resource: "*" }) }));
    const PolicyId = made.Policy?.PolicySummary?.Id;
    expect(await failure(stage.organizations(ann).send(new DescribePolicyCommand({ PolicyId })))).toBe(
      `AccessDeniedException: User: ${ARN} is not authorized to perform: organizations:DescribePolicy on resource: ${made.Policy?.PolicySummary?.Arn} with an explicit deny in an identity-based policy`,
    );
  });

  it("that names several resources needs each of them", async () => {
    await give(policy({ Effect: "Allow", Action: "organizations:AttachPolicy", Resource: "arn:aws:organizations::111111111111:policy/*" }));
    expect(await failure(stage.organizations(ann).send(new AttachPolicyCommand({ PolicyId: "p-12345678", TargetId: STANDALONE })))).toMatch(
      /organizations:AttachPolicy on resource: arn:aws:organizations::111111111111:account\/o-\w+\/222222222222 because no identity-based policy/,
    );
  });

  it("is told the ARN of a managed policy that denies it, and none of an inline one", async () => {
    await stage.iam().send(new AttachUserPolicyCommand({ UserName: "ann", PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }));
    const { Policy } = await stage.iam().send(new CreateManagedPolicyCommand({ PolicyName: "no", PolicyDocument: policy({ Effect: "Deny", Action: "iam:ListUsers", Resource: "*" }) }));
    await stage.iam().send(new AttachUserPolicyCommand({ UserName: "ann", PolicyArn: Policy?.Arn }));
    expect(await failure(stage.iam(ann).send(new ListUsersCommand({})))).toMatch(/with an explicit deny in an identity-based policy: arn:aws:iam::111111111111:policy\/no$/);
    await give(policy({ Effect: "Deny", Action: "iam:ListRoles", Resource: "*" }));
    expect(await failure(stage.iam(ann).send(new ListRolesCommand({})))).toMatch(/with an explicit deny in an identity-based policy$/);
  });

  it("of the root user needs no policy", async () => {
    const root = await stage.emulator.issueAccessKey({ accountId: MANAGEMENT, arn: `arn:aws:iam::${MANAGEMENT}:root` });
    await stage.iam(root).send(new ListUsersCommand({}));
  });
});
