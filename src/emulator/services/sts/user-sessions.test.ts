import { AttachUserPolicyCommand, CreateRoleCommand, CreateUserCommand, ListUsersCommand } from "@aws-sdk/client-iam";
import { DescribeOrganizationCommand, ListAccountsCommand } from "@aws-sdk/client-organizations";
import { GetAccessKeyInfoCommand, GetCallerIdentityCommand, GetFederationTokenCommand, type GetFederationTokenCommandInput, GetSessionTokenCommand } from "@aws-sdk/client-sts";
import { beforeAll, describe, expect, it } from "vitest";
import type { EmulatorCredentials } from "../../index.ts";
import { allow, failure, MANAGEMENT, Stage, trustAccount } from "../iam/testing/stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
  await stage.iam().send(new CreateRoleCommand({ RoleName: "role", AssumeRolePolicyDocument: trustAccount(MANAGEMENT) }));
});

interface Temporary {
  readonly AccessKeyId?: string | undefined;
  readonly SecretAccessKey?: string | undefined;
  readonly SessionToken?: string | undefined;
}
const usable = (given: Temporary | undefined): EmulatorCredentials => ({ accessKeyId: given?.AccessKeyId ?? "", secretAccessKey: given?.SecretAccessKey ?? "", sessionToken: given?.SessionToken });

const sessionToken = async (credentials?: EmulatorCredentials, DurationSeconds?: number) => (await stage.sts(credentials).send(new GetSessionTokenCommand({ DurationSeconds }))).Credentials;
const federate = async (input: Partial<GetFederationTokenCommandInput> = {}) =>
  usable((await stage.sts().send(new GetFederationTokenCommand({ Name: "bob", ...input }))).Credentials);
const root = () => stage.emulator.issueAccessKey({ accountId: MANAGEMENT, arn: `arn:aws:iam::${MANAGEMENT}:root` });

describe("GetSessionToken", () => {
  it("gives the user's own identity for twelve hours, the root user's for one", async () => {
    const given = await sessionToken();
    expect(given?.Expiration).toEqual(new Date(stage.clock.now() + 43_200_000));
    expect((await stage.sts(usable(given)).send(new GetCallerIdentityCommand({}))).Arn).toBe(`arn:aws:iam::${MANAGEMENT}:user/admin`);
    expect((await sessionToken(await root()))?.Expiration).toEqual(new Date(stage.clock.now() + 3_600_000));
    expect((await sessionToken(await root(), 900))?.Expiration).toEqual(new Date(stage.clock.now() + 900_000));
  });

  it("has the user's permissions, but not for IAM, and for STS only to assume roles", async () => {
    const session = usable(await sessionToken());
    await stage.organizations(session).send(new DescribeOrganizationCommand({}));
    await stage.assume(`arn:aws:iam::${MANAGEMENT}:role/role`, session);
    expect(await failure(stage.iam(session).send(new ListUsersCommand({})))).toBe("InvalidClientTokenId: The security token included in the request is invalid");
    expect(await failure(sessionToken(session))).toBe("AccessDenied: Cannot call GetSessionToken with session credentials");
  });

  it("is not for roles, and takes no one-time codes", async () => {
    const session = await stage.assume(`arn:aws:iam::${MANAGEMENT}:role/role`);
    expect(await failure(sessionToken(session))).toBe("AccessDenied: Cannot call GetSessionToken with session credentials");
    const withCode = new GetSessionTokenCommand({ SerialNumber: `arn:aws:iam::${MANAGEMENT}:mfa/admin`, TokenCode: "123456" });
    expect(await failure(stage.sts().send(withCode))).toContain("AccessDenied: MultiFactorAuthentication failed");
    expect(await failure(sessionToken(undefined, 129_601))).toContain("less than or equal to 129600");
  });
});

describe("GetFederationToken", () => {
  it("gives an identity of its own", async () => {
    const { FederatedUser } = await stage.sts().send(new GetFederationTokenCommand({ Name: "bob" }));
    expect(FederatedUser).toEqual({ FederatedUserId: `${MANAGEMENT}:bob`, Arn: `arn:aws:sts::${MANAGEMENT}:federated-user/bob` });
    expect(await stage.sts(await federate()).send(new GetCallerIdentityCommand({}))).toMatchObject({ Arn: `arn:aws:sts::${MANAGEMENT}:federated-user/bob`, UserId: `${MANAGEMENT}:bob` });
  });

  it("may do what the user and the session policies allow together, without any nothing", async () => {
    const bob = await federate({ Policy: allow("organizations:Describe*") });
    await stage.organizations(bob).send(new DescribeOrganizationCommand({}));
    expect(await failure(stage.organizations(bob).send(new ListAccountsCommand({})))).toContain("AccessDeniedException");
    expect(await failure(stage.organizations(await federate()).send(new DescribeOrganizationCommand({})))).toContain("because no session policy allows");
  });

  it("cannot call IAM, nor any of STS but for its identity", async () => {
    const bob = await federate({ Policy: allow("*") });
    expect(await failure(stage.iam(bob).send(new ListUsersCommand({})))).toContain("InvalidClientTokenId");
    expect(await failure(stage.assume(`arn:aws:iam::${MANAGEMENT}:role/role`, bob))).toBe("AccessDenied: Cannot call AssumeRole with session credentials");
  });

  it("needs a permission, and a user's own key", async () => {
    await stage.iam().send(new CreateUserCommand({ UserName: "ann" }));
    const ann = await stage.emulator.issueAccessKey({ accountId: MANAGEMENT, arn: `arn:aws:iam::${MANAGEMENT}:user/ann` });
    const asked = (): Promise<unknown> => stage.sts(ann).send(new GetFederationTokenCommand({ Name: "bob" }));
    expect(await failure(asked())).toContain(`sts:GetFederationToken on resource: arn:aws:sts::${MANAGEMENT}:federated-user/bob because no identity-based policy`);
    await stage.iam().send(new AttachUserPolicyCommand({ UserName: "ann", PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }));
    await asked();
    const session = await stage.assume(`arn:aws:iam::${MANAGEMENT}:role/role`);
    expect(await failure(stage.sts(session).send(new GetFederationTokenCommand({ Name: "bob" })))).toBe("AccessDenied: Cannot call GetFederationToken with session credentials");
  });
});

describe("GetAccessKeyInfo", () => {
  it("tells the account of any key, temporary ones included", async () => {
    const info = async (AccessKeyId: string) => (await stage.sts().send(new GetAccessKeyInfoCommand({ AccessKeyId }))).Account;
    expect(await info(stage.emulator.credentials.accessKeyId)).toBe(MANAGEMENT);
    expect(await info((await federate()).accessKeyId)).toBe(MANAGEMENT);
    expect(await failure(info("AKIAAAAAAAAAAAAAAAAA"))).toContain("ValidationError");
  });
});
