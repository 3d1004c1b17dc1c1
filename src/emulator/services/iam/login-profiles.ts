import type { Call } from "../../operation.ts";
import { knownAccountsTable } from "../organizations/index.ts";
import { PASSWORD, required, USER_NAME } from "./constraints.ts";
import { entityAlreadyExists, noSuchEntity, passwordPolicyViolation, validationError } from "./errors.ts";
import { accountOf, callingUser, isRoot, operation } from "./operation.ts";
import { passwordProblem } from "./password-policy.ts";
import { changeSettings, type LoginProfileRecord, settingsOf } from "./state.ts";
import { findUser, putUser } from "./stored.ts";

/** Whose password: a user's, or the root user's in a session of AssumeRoot, where nobody is named. */
interface Owner {
  readonly name: string;
  readonly isRoot: boolean;
  readonly profile: LoginProfileRecord | undefined;
  setProfile(profile: LoginProfileRecord | undefined): void;
}

function ownerOf(call: Call, userName: string | undefined): Owner {
  const { world } = call;
  const accountId = accountOf(call);
  if (userName === undefined && isRoot(call)) {
    if (call.principal.session?.kind !== "root") throw validationError("When you call as the root user without a UserName, use a session of AssumeRoot.");
    return {
      name: knownAccountsTable(world).get(accountId)?.name ?? "root",
      isRoot: true,
      profile: settingsOf(world, accountId).rootLoginProfile,
      setProfile: (rootLoginProfile) => changeSettings(world, accountId, { rootLoginProfile }),
    };
  }
  const user = findUser(world, accountId, userName ?? callingUser(call));
  return { name: user.name, isRoot: false, profile: user.loginProfile, setProfile: (loginProfile) => putUser(world, accountId, { ...user, loginProfile }) };
}

const describe = (name: string, { createdAt, passwordResetRequired }: LoginProfileRecord) => ({
  UserName: name,
  CreateDate: createdAt,
  PasswordResetRequired: passwordResetRequired,
});

function existing(owner: Owner): LoginProfileRecord {
  if (owner.profile === undefined) throw noSuchEntity(`Login Profile for User ${owner.name} cannot be found.`);
  return owner.profile;
}

function checkPassword(call: Call, owner: Owner, password: string): void {
  const problem = passwordProblem(settingsOf(call.world, accountOf(call)).passwordPolicy, password, owner.name);
  if (problem !== undefined) throw passwordPolicyViolation(problem);
}

interface LoginProfileInput {
  readonly UserName?: string;
  readonly Password?: string;
  readonly PasswordResetRequired?: boolean;
}

/** For the root user there must be no password: his owner sets one through password recovery. */
const createLoginProfile = operation<LoginProfileInput>({
  name: "CreateLoginProfile",
  input: { UserName: USER_NAME, Password: PASSWORD },
  errors: ["EntityAlreadyExists", "NoSuchEntity", "PasswordPolicyViolation", "ValidationError"],
  run(call, input) {
    const owner = ownerOf(call, input.UserName);
    if (owner.isRoot !== (input.Password === undefined)) {
      throw validationError(owner.isRoot ? "Password must be omitted in a session of AssumeRoot." : "Password is required.");
    }
    if (owner.profile !== undefined) throw entityAlreadyExists(`Login Profile for user ${owner.name} already exists.`);
    if (input.Password !== undefined) checkPassword(call, owner, input.Password);
    const profile = { createdAt: call.now, passwordResetRequired: input.PasswordResetRequired ?? false };
    owner.setProfile(profile);
    return { LoginProfile: describe(owner.name, profile) };
  },
});

const getLoginProfile = operation<{ UserName?: string }>({
  name: "GetLoginProfile",
  input: { UserName: USER_NAME },
  errors: ["NoSuchEntity", "ValidationError"],
  run(call, input) {
    const owner = ownerOf(call, input.UserName);
    return { LoginProfile: describe(owner.name, existing(owner)) };
  },
});

const updateLoginProfile = operation<LoginProfileInput & { UserName: string }>({
  name: "UpdateLoginProfile",
  input: { UserName: required(USER_NAME), Password: PASSWORD },
  errors: ["NoSuchEntity", "PasswordPolicyViolation", "ValidationError"],
  run(call, input) {
    const owner = ownerOf(call, input.UserName);
    const profile = existing(owner);
    if (input.Password !== undefined) checkPassword(call, owner, input.Password);
    owner.setProfile({ ...profile, passwordResetRequired: input.PasswordResetRequired ?? profile.passwordResetRequired });
    return {};
  },
});

const deleteLoginProfile = operation<{ UserName?: string }>({
  name: "DeleteLoginProfile",
  input: { UserName: USER_NAME },
  errors: ["NoSuchEntity", "ValidationError"],
  run(call, input) {
    const owner = ownerOf(call, input.UserName);
    existing(owner);
    owner.setProfile(undefined);
    return {};
  },
});

export const loginProfileOperations = [createLoginProfile, getLoginProfile, updateLoginProfile, deleteLoginProfile];
