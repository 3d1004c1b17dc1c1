import { noSuchEntity } from "./errors.ts";
import { accountOf, operation } from "./operation.ts";
import { changeSettings, type PasswordPolicyRecord, settingsOf } from "./state.ts";

/**
 * What stands against a password; undefined when nothing does. Without a policy of its own an account has AWS's: eight
 * characters, three of the four types, not the name. Source: IAM User Guide, "Set an account password policy".
 */
export function passwordProblem(policy: PasswordPolicyRecord | undefined, password: string, name: string): string | undefined {
  const types = [/[A-Z]/, /[a-z]/, /[0-9]/, /[!@#$%^&*()_+\-=[\]{}|']/].map((type) => type.test(password));
  if (policy === undefined) {
    if (password.length < 8) return "Password should have a minimum length of 8";
    if (types.filter(Boolean).length < 3) return "Password should have at least three of: uppercase letters, lowercase letters, numbers, symbols";
    return password === name ? "Password should not be identical to the user name" : undefined;
  }
  const [hasUpper, hasLower, hasNumber, hasSymbol] = types;
  if (password.length < policy.MinimumPasswordLength) return `Password should have a minimum length of ${policy.MinimumPasswordLength}`;
  if (policy.RequireUppercaseCharacters && !hasUpper) return "Password should have at least one uppercase letter";
  if (policy.RequireLowercaseCharacters && !hasLower) return "Password should have at least one lowercase letter";
  if (policy.RequireNumbers && !hasNumber) return "Password should have at least one number";
  return policy.RequireSymbols && !hasSymbol ? "Password should have at least one symbol" : undefined;
}

/** Whatever is not given goes back to its default. */
const updateAccountPasswordPolicy = operation<Partial<PasswordPolicyRecord>>({
  name: "UpdateAccountPasswordPolicy",
  input: { MinimumPasswordLength: { min: 6, max: 128 }, MaxPasswordAge: { min: 1, max: 1_095 }, PasswordReusePrevention: { min: 1, max: 24 } },
  errors: [],
  run(call, input) {
    changeSettings(call.world, accountOf(call), {
      passwordPolicy: {
        MinimumPasswordLength: input.MinimumPasswordLength ?? 6,
        RequireSymbols: input.RequireSymbols ?? false,
        RequireNumbers: input.RequireNumbers ?? false,
        RequireUppercaseCharacters: input.RequireUppercaseCharacters ?? false,
        RequireLowercaseCharacters: input.RequireLowercaseCharacters ?? false,
        AllowUsersToChangePassword: input.AllowUsersToChangePassword ?? false,
        MaxPasswordAge: input.MaxPasswordAge,
        PasswordReusePrevention: input.PasswordReusePrevention,
        HardExpiry: input.HardExpiry,
      },
    });
    return {};
  },
});

function existing(policy: PasswordPolicyRecord | undefined, accountId: string): PasswordPolicyRecord {
  if (policy === undefined) throw noSuchEntity(`The Password Policy with domain name ${accountId} cannot be found.`);
  return policy;
}

const getAccountPasswordPolicy = operation<object>({
  name: "GetAccountPasswordPolicy",
  input: {},
  errors: ["NoSuchEntity"],
  run(call) {
    const policy = existing(settingsOf(call.world, accountOf(call)).passwordPolicy, accountOf(call));
    return { PasswordPolicy: { ...policy, ExpirePasswords: policy.MaxPasswordAge !== undefined } };
  },
});

const deleteAccountPasswordPolicy = operation<object>({
  name: "DeleteAccountPasswordPolicy",
  input: {},
  errors: ["NoSuchEntity"],
  run(call) {
    existing(settingsOf(call.world, accountOf(call)).passwordPolicy, accountOf(call));
    changeSettings(call.world, accountOf(call), { passwordPolicy: undefined });
    return {};
  },
});

export const passwordPolicyOperations = [updateAccountPasswordPolicy, getAccountPasswordPolicy, deleteAccountPasswordPolicy];
