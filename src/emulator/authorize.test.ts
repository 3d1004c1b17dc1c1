import { AttachUserPolicyCommand, CreateUserCommand, GetUserCommand, ListUsersCommand, PutUserPolicyCommand } from "@aws-sdk/client-iam";
import { DescribeOrganizationCommand, ListRootsCommand } from "@aws-sdk/client-organizations";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { beforeEach, describe, expect, it } from "vitest";
import type { EmulatorCredentials } from "./index.ts";
import { allow, failure, MANAGEMENT, policy, Stage } from "./services/iam/testing/stage.ts";

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
      `AccessDeniedException: User: ${ARN} is not authorized to perform: organizations:DescribeOrganization because no identity-based policy allows the organizations:DescribeOrganization action`,
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

  it("is denied by a Deny of named resources where the resource is not known", async () => {
    await give(policy({ Effect: "Allow", Action: "*", Resource: "*" }, { Effect: "Deny", Action: "organizations:*", Resource: "arn:aws:organizations::111111111111:policy/*" }));
    expect(await failure(describeOrganization())).toContain("with an explicit deny");
  });

  it("of the root user needs no policy", async () => {
    const root = await stage.emulator.issueAccessKey({ accountId: MANAGEMENT, arn: `arn:aws:iam::${MANAGEMENT}:root` });
    await stage.iam(root).send(new ListUsersCommand({}));
  });
});
