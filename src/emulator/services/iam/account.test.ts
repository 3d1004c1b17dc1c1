import {
  CreateAccountAliasCommand, CreateLoginProfileCommand, CreateUserCommand, DeleteAccountAliasCommand, DeleteAccountPasswordPolicyCommand, DeleteLoginProfileCommand, DeleteUserCommand, GetAccountPasswordPolicyCommand,
  GetAccountSummaryCommand, GetLoginProfileCommand, ListAccountAliasesCommand, ListMFADevicesCommand, ListSigningCertificatesCommand, ListVirtualMFADevicesCommand, UpdateAccountPasswordPolicyCommand, UpdateLoginProfileCommand,
} from "@aws-sdk/client-iam";
import { beforeEach, describe, expect, it } from "vitest";
import { failure, MANAGEMENT, Stage } from "./testing/stage.ts";

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

describe("the alias of an account", () => {
  const create = (AccountAlias: string) => stage.iam().send(new CreateAccountAliasCommand({ AccountAlias }));
  const aliases = async () => (await stage.iam().send(new ListAccountAliasesCommand({}))).AccountAliases;

  it("is one: a new one takes the place of the old, which is free again", async () => {
    await create("first");
    await create("second");
    expect(await aliases()).toEqual(["second"]);
    await create("first");
    await stage.iam().send(new DeleteAccountAliasCommand({ AccountAlias: "first" }));
    expect(await aliases()).toEqual([]);
    expect(await failure(stage.iam().send(new DeleteAccountAliasCommand({ AccountAlias: "first" })))).toContain("NoSuchEntity");
  });

  it.each(["ab", "-ab", "ab-", "a--b", "AB"])("is not %s", async (alias) => {
    expect(await failure(create(alias))).toContain("ValidationError: ");
  });
});

describe("the password policy", () => {
  it("is not there at first; whatever is not given has its default", async () => {
    expect(await failure(stage.iam().send(new GetAccountPasswordPolicyCommand({})))).toBe(`NoSuchEntity: The Password Policy with domain name ${MANAGEMENT} cannot be found.`);
    await stage.iam().send(new UpdateAccountPasswordPolicyCommand({ MinimumPasswordLength: 14, MaxPasswordAge: 90 }));
    await stage.iam().send(new UpdateAccountPasswordPolicyCommand({ RequireSymbols: true }));
    expect((await stage.iam().send(new GetAccountPasswordPolicyCommand({}))).PasswordPolicy).toEqual({
      MinimumPasswordLength: 6, RequireSymbols: true, RequireNumbers: false, RequireUppercaseCharacters: false, RequireLowercaseCharacters: false, AllowUsersToChangePassword: false, ExpirePasswords: false,
    });
    await stage.iam().send(new DeleteAccountPasswordPolicyCommand({}));
    expect(await failure(stage.iam().send(new DeleteAccountPasswordPolicyCommand({})))).toContain("NoSuchEntity");
  });

  it.each([
    [{ MinimumPasswordLength: 12 }, "Short1!", "minimum length of 12"],
    [{ RequireUppercaseCharacters: true }, "lower1!", "uppercase"],
    [{ RequireLowercaseCharacters: true }, "UPPER1!", "lowercase"],
    [{ RequireNumbers: true }, "Letters!", "number"],
    [{ RequireSymbols: true }, "Letters1", "symbol"],
  ])("%j turns away %s", async (policy, Password, message) => {
    await stage.iam().send(new UpdateAccountPasswordPolicyCommand(policy));
    expect(await failure(stage.iam().send(new CreateLoginProfileCommand({ UserName: "admin", Password })))).toMatch(new RegExp(`^PasswordPolicyViolation: .*${message}`));
  });

  it.each(["Short1!", "onlylowercase", "admin"])("of AWS turns away %s", async (Password) => {
    expect(await failure(stage.iam().send(new CreateLoginProfileCommand({ UserName: "admin", Password })))).toContain("PasswordPolicyViolation");
  });
});

describe("login profiles", () => {
  it("are made, shown, changed and deleted, and stand in the way of deleting their user", async () => {
    await stage.iam().send(new CreateUserCommand({ UserName: "ann" }));
    const get = () => stage.iam().send(new GetLoginProfileCommand({ UserName: "ann" }));
    expect(await failure(get())).toBe("NoSuchEntity: Login Profile for User ann cannot be found.");
    const create = (): Promise<unknown> => stage.iam().send(new CreateLoginProfileCommand({ UserName: "ann", Password: "Correct-Horse-1", PasswordResetRequired: true }));
    await create();
    expect(await failure(create())).toBe("EntityAlreadyExists: Login Profile for user ann already exists.");
    expect((await get()).LoginProfile).toEqual({ UserName: "ann", CreateDate: new Date(stage.clock.now()), PasswordResetRequired: true });
    await stage.iam().send(new UpdateLoginProfileCommand({ UserName: "ann", PasswordResetRequired: false }));
    expect((await get()).LoginProfile?.PasswordResetRequired).toBe(false);
    expect(await failure(stage.iam().send(new DeleteUserCommand({ UserName: "ann" })))).toBe("DeleteConflict: Cannot delete entity, must delete login profile first.");
    await stage.iam().send(new DeleteLoginProfileCommand({ UserName: "ann" }));
  });

  it("need a password, and the root user's a session of AssumeRoot", async () => {
    expect(await failure(stage.iam().send(new CreateLoginProfileCommand({ UserName: "admin" })))).toBe("ValidationError: Password is required.");
    const root = await stage.emulator.issueAccessKey({ accountId: MANAGEMENT, arn: `arn:aws:iam::${MANAGEMENT}:root` });
    expect(await failure(stage.iam(root).send(new CreateLoginProfileCommand({})))).toContain("use a session of AssumeRoot");
  });
});

describe("the account summary", () => {
  it("counts what is there and tells the quotas", async () => {
    const { SummaryMap } = await stage.iam().send(new GetAccountSummaryCommand({}));
    expect(SummaryMap).toMatchObject({ Users: 1, Roles: 1, Policies: 0, AccountAccessKeysPresent: 0, AccountPasswordPresent: 1, AccessKeysPerUserQuota: 2, PolicySizeQuota: 6_144 });
  });
});

describe("what nobody can make here", () => {
  it("is listed as nothing", async () => {
    expect((await stage.iam().send(new ListMFADevicesCommand({ UserName: "admin" }))).MFADevices).toEqual([]);
    expect((await stage.iam().send(new ListVirtualMFADevicesCommand({}))).VirtualMFADevices).toEqual([]);
    expect((await stage.iam().send(new ListSigningCertificatesCommand({}))).Certificates).toEqual([]);
    expect(await failure(stage.iam().send(new ListMFADevicesCommand({ UserName: "nobody" })))).toContain("NoSuchEntity");
  });
});
