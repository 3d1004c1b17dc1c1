import {
  CreateGroupCommand, CreateRoleCommand, CreateUserCommand, DeleteGroupPolicyCommand, DeleteRolePolicyCommand, DeleteUserPolicyCommand, GetGroupPolicyCommand, GetRolePolicyCommand,
  GetUserPolicyCommand, ListGroupPoliciesCommand, ListRolePoliciesCommand, ListUserPoliciesCommand, PutGroupPolicyCommand, PutRolePolicyCommand, PutUserPolicyCommand,
} from "@aws-sdk/client-iam";
import { beforeAll, describe, expect, it } from "vitest";
import { allow, failure, MANAGEMENT, Stage, trustAccount } from "./testing/stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
  await stage.iam().send(new CreateUserCommand({ UserName: "u" }));
  await stage.iam().send(new CreateGroupCommand({ GroupName: "g" }));
  await stage.iam().send(new CreateRoleCommand({ RoleName: "r", AssumeRolePolicyDocument: trustAccount(MANAGEMENT) }));
});

const KINDS = {
  user: {
    put: (PolicyName: string, PolicyDocument: string) => stage.iam().send(new PutUserPolicyCommand({ UserName: "u", PolicyName, PolicyDocument })),
    get: (PolicyName: string) => stage.iam().send(new GetUserPolicyCommand({ UserName: "u", PolicyName })),
    drop: (PolicyName: string) => stage.iam().send(new DeleteUserPolicyCommand({ UserName: "u", PolicyName })),
    list: (input: object) => stage.iam().send(new ListUserPoliciesCommand({ UserName: "u", ...input })),
    named: { UserName: "u" },
    most: 2_048,
  },
  group: {
    put: (PolicyName: string, PolicyDocument: string) => stage.iam().send(new PutGroupPolicyCommand({ GroupName: "g", PolicyName, PolicyDocument })),
    get: (PolicyName: string) => stage.iam().send(new GetGroupPolicyCommand({ GroupName: "g", PolicyName })),
    drop: (PolicyName: string) => stage.iam().send(new DeleteGroupPolicyCommand({ GroupName: "g", PolicyName })),
    list: (input: object) => stage.iam().send(new ListGroupPoliciesCommand({ GroupName: "g", ...input })),
    named: { GroupName: "g" },
    most: 5_120,
  },
  role: {
    put: (PolicyName: string, PolicyDocument: string) => stage.iam().send(new PutRolePolicyCommand({ RoleName: "r", PolicyName, PolicyDocument })),
    get: (PolicyName: string) => stage.iam().send(new GetRolePolicyCommand({ RoleName: "r", PolicyName })),
    drop: (PolicyName: string) => stage.iam().send(new DeleteRolePolicyCommand({ RoleName: "r", PolicyName })),
    list: (input: object) => stage.iam().send(new ListRolePoliciesCommand({ RoleName: "r", ...input })),
    named: { RoleName: "r" },
    most: 10_240,
  },
} as const;

describe.each(["user", "group", "role"] as const)("the inline policies of a %s", (kind) => {
  it("are put, replaced, shown percent-encoded, listed and deleted", async () => {
    const { put, get, drop, list, named } = KINDS[kind];
    await put("b", allow("s3:*"));
    await put("a", allow("s3:*"));
    await put("a", allow("ec2:*"));
    const shown = await get("a");
    expect(shown).toMatchObject({ ...named, PolicyName: "a" });
    expect(decodeURIComponent(shown.PolicyDocument ?? "")).toBe(allow("ec2:*"));
    const first = await list({ MaxItems: 1 });
    expect([first.PolicyNames, (await list({ Marker: first.Marker })).PolicyNames]).toEqual([["a"], ["b"]]);
    await drop("a");
    await drop("b");
    expect(await failure(drop("a"))).toBe(`NoSuchEntity: The ${kind} policy with name a cannot be found.`);
    expect(await failure(get("toString"))).toContain("NoSuchEntity");
  });

  it("have room for so many characters together, white space not counted", async () => {
    const { put, drop, most, named } = KINDS[kind];
    const document = allow("s3:*", `arn:aws:s3:::${"x".repeat(most / 2)}`);
    await put("a", document + " ".repeat(most));
    expect(await failure(put("b", document))).toBe(`LimitExceeded: Maximum policy size of ${most} bytes exceeded for ${kind} ${Object.values(named).join("")}`);
    await drop("a");
  });

  it("are checked", async () => {
    expect(await failure(KINDS[kind].put("a", "{}"))).toBe("MalformedPolicyDocument: Syntax errors in policy.");
  });
});
