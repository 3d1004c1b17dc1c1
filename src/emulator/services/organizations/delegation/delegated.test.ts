import { AttachRolePolicyCommand, CreateRoleCommand } from "@aws-sdk/client-iam";
import { DescribePolicyCommand, ListRootsCommand, PutResourcePolicyCommand } from "@aws-sdk/client-organizations";
import { beforeEach, describe, expect, it } from "vitest";
import type { EmulatorCredentials } from "../../../index.ts";
import { failure, policy, Stage, trust } from "../../iam/testing/stage.ts";

let stage: Stage;
let member: string;
let session: EmulatorCredentials;
const ROLE = (): string => `arn:aws:iam::${member}:role/teams/admin`;

beforeEach(async () => {
  stage = await Stage.open();
  member = await stage.account("shop");
  const access = await stage.assume(`arn:aws:iam::${member}:role/OrganizationAccountAccessRole`);
  await stage.iam(access).send(new CreateRoleCommand({ RoleName: "admin", Path: "/teams/", AssumeRolePolicyDocument: trust({ AWS: `arn:aws:iam::${member}:root` }, { Action: ["sts:AssumeRole", "sts:TagSession"] }) }));
  await stage.iam(access).send(new AttachRolePolicyCommand({ RoleName: "admin", PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }));
  session = await stage.assume(ROLE(), access, { Tags: [{ Key: "team", Value: "blue" }] });
});

const allowing = (more: object = {}): object => ({ Effect: "Allow", Principal: { AWS: member }, Action: ["organizations:ListRoots", "organizations:DescribePolicy"], Resource: "*", ...more });
const put = (...statements: readonly object[]): Promise<unknown> => stage.organizations().send(new PutResourcePolicyCommand({ Content: policy(...statements) }));
const listRoots = (): Promise<unknown> => stage.organizations(session).send(new ListRootsCommand({}));
const DENIED = "AccessDeniedException: You don't have permissions to access this resource.";

describe("the delegation policy, as it is asked about a session", () => {
  it("names roles with their paths, to allow and to deny", async () => {
    await put(allowing({ Principal: { AWS: ROLE() } }));
    await listRoots();
    await put(allowing(), allowing({ Effect: "Deny", Principal: { AWS: ROLE() } }));
    expect(await failure(listRoots())).toBe(DENIED);
  });

  it("knows the tags of sessions, the organization of the caller and the operators of every kind", async () => {
    await put(allowing({ Condition: { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-*/r-*/*" }, StringEquals: { "aws:PrincipalTag/team": "blue", "aws:PrincipalOrgID": "${aws:ResourceOrgID}" }, ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/teams/*" } } }));
    await listRoots();
    await put(allowing({ Condition: { StringEquals: { "aws:PrincipalTag/team": "red" } } }));
    expect(await failure(listRoots())).toBe(DENIED);
  });

  it("covers AWS's own policies as any other resource", async () => {
    const describePolicy = (): Promise<unknown> => stage.organizations(session).send(new DescribePolicyCommand({ PolicyId: "p-FullAWSAccess" }));
    await put(allowing({ Resource: "arn:aws:organizations::aws:policy/service_control_policy/*" }));
    await describePolicy();
    expect(await failure(listRoots())).toBe(DENIED);
  });
});
