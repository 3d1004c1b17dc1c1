import {
  AttachRolePolicyCommand, AttachUserPolicyCommand, CreateRoleCommand, CreateUserCommand, DeleteRoleCommand, DeleteUserCommand, DetachRolePolicyCommand, PutUserPolicyCommand, UpdateRoleCommand,
} from "@aws-sdk/client-iam";
import { AssumeRoleCommand, GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { beforeEach, describe, expect, it } from "vitest";
import type { EmulatorCredentials } from "../../index.ts";
import { allow, failure, MANAGEMENT, policy, Stage, STANDALONE, trust, trustAccount } from "../iam/testing/stage.ts";

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

const ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess";
const ROLE = `arn:aws:iam::${MANAGEMENT}:role/role`;
const role = (AssumeRolePolicyDocument: string, RoleName = "role", more: object = {}) =>
  stage.iam().send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument, ...more }));

/** A user, by default without any permission, and his key. */
async function user(name: string, document?: string): Promise<EmulatorCredentials> {
  await stage.iam().send(new CreateUserCommand({ UserName: name }));
  if (document !== undefined) await stage.iam().send(new PutUserPolicyCommand({ UserName: name, PolicyName: "p", PolicyDocument: document }));
  return stage.emulator.issueAccessKey({ accountId: MANAGEMENT, arn: `arn:aws:iam::${MANAGEMENT}:user/${name}` });
}

const refusal = (arn: string, roleArn = ROLE): string => `AccessDenied: User: ${arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`;

describe("AssumeRole", () => {
  it("gives credentials that sign as the session and last an hour", async () => {
    const { Role } = await role(trustAccount(MANAGEMENT));
    const { Credentials, AssumedRoleUser, PackedPolicySize } = await stage.sts().send(new AssumeRoleCommand({ RoleArn: ROLE, RoleSessionName: "me@example.com" }));
    expect(AssumedRoleUser).toEqual({ AssumedRoleId: `${Role?.RoleId}:me@example.com`, Arn: `arn:aws:sts::${MANAGEMENT}:assumed-role/role/me@example.com` });
    expect(Credentials?.AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(Credentials?.Expiration).toEqual(new Date(stage.clock.now() + 3_600_000));
    expect(PackedPolicySize).toBeUndefined();
    const session = await stage.assume(ROLE);
    expect(await stage.sts(session).send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: MANAGEMENT, Arn: `arn:aws:sts::${MANAGEMENT}:assumed-role/role/session`, UserId: `${Role?.RoleId}:session`,
    });
  });

  it("needs the caller's own permission when the role trusts the account", async () => {
    await role(trustAccount(MANAGEMENT));
    const none = await user("none");
    expect(await failure(stage.assume(ROLE, none))).toBe(`${refusal(`arn:aws:iam::${MANAGEMENT}:user/none`)} because no identity-based policy allows the sts:AssumeRole action`);
    await stage.assume(ROLE, await user("one", allow("sts:AssumeRole", ROLE)));
    await stage.assume(ROLE, await user("some", allow("sts:*", `arn:aws:iam::${MANAGEMENT}:role/ro*`)));
    expect(await failure(stage.assume(ROLE, await user("other", allow("sts:AssumeRole", `${ROLE}2`))))).toContain("AccessDenied");
  });

  it("needs no permission when the role of the same account trusts the caller by name, unless a policy denies it", async () => {
    const ann = await user("ann");
    await role(trust({ AWS: `arn:aws:iam::${MANAGEMENT}:user/ann` }));
    await stage.assume(ROLE, ann);
    await stage.iam().send(new PutUserPolicyCommand({ UserName: "ann", PolicyName: "no", PolicyDocument: policy({ Effect: "Deny", Action: "sts:*", Resource: "*" }) }));
    expect(await failure(stage.assume(ROLE, ann))).toBe(`${refusal(`arn:aws:iam::${MANAGEMENT}:user/ann`)} with an explicit deny in an identity-based policy`);
  });

  it("does not tell a role that does not trust the caller from one that is not there", async () => {
    await role(trust({ Service: "ec2.amazonaws.com" }));
    const admin = `arn:aws:iam::${MANAGEMENT}:user/admin`;
    expect(await failure(stage.assume(ROLE))).toBe(refusal(admin));
    expect(await failure(stage.assume(`${ROLE}-none`))).toBe(refusal(admin, `${ROLE}-none`));
    expect(await failure(stage.assume("arn:aws:iam::999999999999:role/role"))).toBe(refusal(admin, "arn:aws:iam::999999999999:role/role"));
  });

  it("takes the ARN of a role only, with its path", async () => {
    await role(trustAccount(MANAGEMENT), "pathed", { Path: "/a/" });
    await stage.assume(`arn:aws:iam::${MANAGEMENT}:role/a/pathed`);
    expect(await failure(stage.assume(`arn:aws:iam::${MANAGEMENT}:role/pathed`))).toContain("AccessDenied");
    expect(await failure(stage.assume(`arn:aws:iam::${MANAGEMENT}:user/admin`))).toBe(`ValidationError: arn:aws:iam::${MANAGEMENT}:user/admin is invalid`);
  });

  it("is not for root users", async () => {
    await role(trustAccount(MANAGEMENT));
    const root = await stage.emulator.issueAccessKey({ accountId: MANAGEMENT, arn: `arn:aws:iam::${MANAGEMENT}:root` });
    expect(await failure(stage.assume(ROLE, root))).toBe("AccessDenied: Roles may not be assumed by root accounts.");
  });

  it("lasts from 15 minutes to the role's maximum, and one hour in a chain", async () => {
    await role(trust({ AWS: MANAGEMENT }), "role", { MaxSessionDuration: 7_200 });
    await stage.iam().send(new AttachRolePolicyCommand({ RoleName: "role", PolicyArn: ADMIN }));
    await stage.assume(ROLE, undefined, { DurationSeconds: 7_200 });
    expect(await failure(stage.assume(ROLE, undefined, { DurationSeconds: 899 }))).toContain("at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900");
    expect(await failure(stage.assume(ROLE, undefined, { DurationSeconds: 7_201 }))).toBe("ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    const first = await stage.assume(ROLE);
    await stage.assume(ROLE, first, { DurationSeconds: 3_600 });
    expect(await failure(stage.assume(ROLE, first, { DurationSeconds: 3_601 }))).toContain("exceeds the 1 hour session limit for roles assumed by role chaining");
    await stage.iam().send(new UpdateRoleCommand({ RoleName: "role", MaxSessionDuration: 3_600 }));
    expect(await failure(stage.assume(ROLE, undefined, { DurationSeconds: 7_200 }))).toContain("exceeds the MaxSessionDuration");
  });

  it("goes across accounts when both sides allow it", async () => {
    const theirs = await stage.emulator.issueAccessKey({ accountId: STANDALONE });
    await role(trustAccount(STANDALONE));
    await stage.assume(ROLE, theirs);
    const arn = `arn:aws:iam::${STANDALONE}:user/bob`;
    await stage.iam(theirs).send(new CreateUserCommand({ UserName: "bob" }));
    const bob = await stage.emulator.issueAccessKey({ accountId: STANDALONE, arn });
    await role(trust({ AWS: arn }), "named");
    const named = `arn:aws:iam::${MANAGEMENT}:role/named`;
    expect(await failure(stage.assume(named, bob))).toContain("because no identity-based policy allows the sts:AssumeRole action");
    await stage.iam(theirs).send(new AttachUserPolicyCommand({ UserName: "bob", PolicyArn: ADMIN }));
    await stage.assume(named, bob);
  });

  it("takes no one-time codes: nobody has a device", async () => {
    await role(trustAccount(MANAGEMENT));
    expect(await failure(stage.assume(ROLE, undefined, { SerialNumber: `arn:aws:iam::${MANAGEMENT}:mfa/admin`, TokenCode: "123456" }))).toContain("AccessDenied: MultiFactorAuthentication failed");
  });

  it("checks session names", async () => {
    await role(trustAccount(MANAGEMENT));
    expect(await failure(stage.assume(ROLE, undefined, { RoleSessionName: "a b" }))).toContain("at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*");
  });
});

describe("a session", () => {
  it("may do what its role may, as the role is now", async () => {
    await role(trustAccount(MANAGEMENT));
    const session = await stage.assume(ROLE);
    const create = (): Promise<unknown> => stage.iam(session).send(new CreateUserCommand({ UserName: "made" }));
    expect(await failure(create())).toContain(`AccessDenied: User: arn:aws:sts::${MANAGEMENT}:assumed-role/role/session is not authorized to perform: iam:CreateUser on resource: arn:aws:iam::${MANAGEMENT}:user/made`);
    await stage.iam().send(new AttachRolePolicyCommand({ RoleName: "role", PolicyArn: ADMIN }));
    await create();
  });

  it("expires by the emulator's time", async () => {
    await role(trustAccount(MANAGEMENT));
    const session = await stage.assume(ROLE, undefined, { DurationSeconds: 900 });
    stage.clock.advance(899_999);
    await stage.sts(session).send(new GetCallerIdentityCommand({}));
    stage.clock.advance(1);
    expect(await failure(stage.sts(session).send(new GetCallerIdentityCommand({})))).toBe("ExpiredToken: The security token included in the request is expired");
  });

  it("ends with its role, even if another takes the name", async () => {
    await role(trustAccount(MANAGEMENT));
    const session = await stage.assume(ROLE);
    await stage.iam().send(new DeleteRoleCommand({ RoleName: "role" }));
    await role(trustAccount(MANAGEMENT));
    expect(await failure(stage.sts(session).send(new GetCallerIdentityCommand({})))).toContain("InvalidClientTokenId");
  });

  it("of a role that is trusted by name is trusted only as long as that role lives", async () => {
    await role(trustAccount(MANAGEMENT), "first");
    await role(trust({ AWS: `arn:aws:iam::${MANAGEMENT}:role/first` }));
    await stage.assume(ROLE, await stage.assume(`arn:aws:iam::${MANAGEMENT}:role/first`));
    await stage.iam().send(new DeleteRoleCommand({ RoleName: "first" }));
    await role(trustAccount(MANAGEMENT), "first");
    expect(await failure(stage.assume(ROLE, await stage.assume(`arn:aws:iam::${MANAGEMENT}:role/first`)))).toContain("AccessDenied");
  });

  it("is limited by the session policies it was made with", async () => {
    await role(trustAccount(MANAGEMENT));
    await stage.iam().send(new AttachRolePolicyCommand({ RoleName: "role", PolicyArn: ADMIN }));
    const session = await stage.assume(ROLE, undefined, { Policy: allow("iam:CreateUser"), PolicyArns: [{ arn: "arn:aws:iam::aws:policy/IAMReadOnlyAccess" }] });
    await stage.iam(session).send(new CreateUserCommand({ UserName: "made" }));
    expect(await failure(stage.iam(session).send(new DeleteUserCommand({ UserName: "made" })))).toContain("because no session policy allows the iam:DeleteUser action");
    await stage.iam().send(new DetachRolePolicyCommand({ RoleName: "role", PolicyArn: ADMIN }));
    expect(await failure(stage.iam(session).send(new CreateUserCommand({ UserName: "more" })))).toContain("because no identity-based policy");
  });

  it("takes session policies of good form, of its account, and of limited size", async () => {
    await role(trustAccount(MANAGEMENT));
    expect(await failure(stage.assume(ROLE, undefined, { Policy: "{}" }))).toBe("MalformedPolicyDocument: Syntax errors in policy.");
    expect(await failure(stage.assume(ROLE, undefined, { PolicyArns: [{ arn: `arn:aws:iam::${MANAGEMENT}:policy/none` }] }))).toContain("ValidationError");
    const long = allow("s3:*", `arn:aws:s3:::${"x".repeat(2_100)}`);
    expect(await failure(stage.assume(ROLE, undefined, { Policy: long }))).toMatch(/^PackedPolicyTooLarge: Packed policy consumes 1\d\d% of allotted space|^ValidationError/);
    const { PackedPolicySize } = await stage.sts().send(new AssumeRoleCommand({ RoleArn: ROLE, RoleSessionName: "s1", Policy: allow("s3:*") }));
    expect(PackedPolicySize).toBeGreaterThan(0);
  });
});
