import { CreateRoleCommand, TagUserCommand } from "@aws-sdk/client-iam";
import { type AssumeRoleCommandInput } from "@aws-sdk/client-sts";
import { DescribeOrganizationCommand } from "@aws-sdk/client-organizations";
import { beforeAll, describe, expect, it } from "vitest";
import { failure, MANAGEMENT, policy, Stage, STANDALONE, trust } from "../iam/testing/stage.ts";

let stage: Stage;
let organizationId: string;
let count = 0;

beforeAll(async () => {
  stage = await Stage.open();
  organizationId = (await stage.organizations().send(new DescribeOrganizationCommand({}))).Organization?.Id ?? "";
  await stage.iam().send(new TagUserCommand({ UserName: "admin", Tags: [{ Key: "team", Value: "red" }] }));
});

type More = Partial<AssumeRoleCommandInput>;

/** Whether the administrator may assume a role that trusts everybody under a condition. */
async function mayAssume(Condition: object, more: More = {}, credentials = stage.emulator.credentials): Promise<string> {
  const RoleName = `role-${(count += 1)}`;
  await stage.iam().send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust({ AWS: "*" }, { Condition }) }));
  return stage.assume(`arn:aws:iam::${MANAGEMENT}:role/${RoleName}`, credentials, more).then(() => "allowed", (error: Error) => error.message);
}

const denied = expect.stringContaining("is not authorized to perform: sts:AssumeRole") as string;

describe("the conditions of a trust policy", () => {
  it.each<[string, object, More]>([
    ["the external id", { StringEquals: { "sts:ExternalId": "secret" } }, { ExternalId: "secret" }],
    ["the session's name", { StringLike: { "sts:RoleSessionName": "adm*" } }, { RoleSessionName: "admin" }],
    ["the user's name as the session's", { StringEquals: { "sts:RoleSessionName": "${aws:username}" } }, { RoleSessionName: "admin" }],
    ["the caller", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:user/adm*" } }, {}],
    ["his type", { StringEquals: { "aws:PrincipalType": "User" } }, {}],
    ["his tags", { StringEquals: { "aws:PrincipalTag/team": ["blue", "red"] } }, {}],
    ["that he has no device", { Null: { "aws:MultiFactorAuthPresent": "true" } }, {}],
    ["that he has no device, as most write it", { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } }, {}],
    ["a source identity that is not set", { Null: { "sts:SourceIdentity": "true" } }, {}],
    ["the time", { DateGreaterThan: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } }, {}],
    ["the role's account", { StringEquals: { "aws:ResourceAccount": MANAGEMENT } }, {}],
  ])("may ask for %s", async (_, condition, more) => {
    expect(await mayAssume(condition, more)).toBe("allowed");
  });

  it.each<[string, object, More]>([
    ["another external id", { StringEquals: { "sts:ExternalId": "secret" } }, { ExternalId: "guess" }],
    ["no external id", { StringEquals: { "sts:ExternalId": "secret" } }, {}],
    ["another session name", { StringLike: { "sts:RoleSessionName": "adm*" } }, {}],
    ["another caller", { ArnEquals: { "aws:PrincipalArn": `arn:aws:iam::${MANAGEMENT}:user/ann` } }, {}],
    ["no device", { Bool: { "aws:MultiFactorAuthPresent": "true" } }, {}],
    ["other tags", { StringEquals: { "aws:PrincipalTag/team": "blue" } }, {}],
  ])("turn away %s", async (_, condition, more) => {
    expect(await mayAssume(condition, more)).toEqual(denied);
  });

  it("tell the organization from the outside", async () => {
    const condition = { StringEquals: { "aws:PrincipalOrgID": organizationId } };
    expect(await mayAssume(condition)).toBe("allowed");
    expect(await mayAssume(condition, {}, await stage.emulator.issueAccessKey({ accountId: STANDALONE }))).toEqual(denied);
    expect(await mayAssume({ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": `${organizationId}/r-*/*` } })).toBe("allowed");
  });

  it("never allow by what the emulator does not know, and say so", async () => {
    expect(await mayAssume({ IpAddress: { "aws:SourceIp": "10.0.0.0/8" } })).toContain("landfall's emulator does not know the condition key aws:sourceip, and what it cannot decide never allows");
    expect(await mayAssume({ NotIpAddress: { "aws:SourceIp": "10.0.0.0/8" } })).toEqual(denied);
  });

  it("deny with a Deny, whatever else allows", async () => {
    const document = policy(
      { Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" },
      { Effect: "Deny", Principal: "*", Action: "sts:AssumeRole", Condition: { StringNotEquals: { "sts:ExternalId": "secret" } } },
    );
    await stage.iam().send(new CreateRoleCommand({ RoleName: "guarded", AssumeRolePolicyDocument: document }));
    const arn = `arn:aws:iam::${MANAGEMENT}:role/guarded`;
    expect(await failure(stage.assume(arn))).toContain("with an explicit deny in a resource-based policy");
    await stage.assume(arn, undefined, { ExternalId: "secret" });
  });
});
