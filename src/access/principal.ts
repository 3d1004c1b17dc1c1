import { LandfallError, nearest } from "../diagnostics/index.ts";
import { type Principal, principalFromText } from "../policy/index.ts";
import type { AccessAccount, AccessModel, KnownRole, Permissions } from "./model.ts";
import { ADMINISTRATOR_PERMISSIONS, NO_PERMISSIONS, UNKNOWN_PERMISSIONS } from "./permissions.ts";

export type PrincipalKind = "root" | "administrator" | "role" | "permission-set" | "user" | "service" | "anonymous" | "outside";

/** Somebody who asks, with all that is known about it. */
export interface AccessPrincipal {
  /** As it was named: `role/deploy`. */
  readonly word: string;
  readonly kind: PrincipalKind;
  /** Where it is; absent for a service, for anybody, and for who belongs to another organization. */
  readonly account?: AccessAccount;
  readonly principal: Principal;
  readonly permissions: Permissions;
  /** Where its policies are known from. */
  readonly role?: KnownRole;
  /** The organization of a principal from outside; absent where that is not known. */
  readonly organizationId?: string;
}

/** How a principal may be named, for messages. */
export const PRINCIPAL_FORMS = "root, administrator, administrator/NAME, role/NAME, permission-set/NAME, user/NAME, service:NAME, anonymous, organization:ID, or an ARN";

/** In an ARN of a role that the administrator of an account has. Policies that exempt roles by name do not mean it. */
const ADMINISTRATOR_ROLE = "administrator";

/** An account of nobody, for who comes from another organization. */
const OUTSIDE_ACCOUNT = "009999999999";

/**
 * The principal that a word names in an account:
 * `root`, `administrator` (a role with AdministratorAccess), `administrator/NAME` (one of that name), `role/NAME`, `permission-set/NAME`, `user/NAME`,
 * `service:NAME`, `anonymous`, `organization:ID` (an administrator in another organization), or an ARN, which names its account
 * itself. A bare name is that of a role or permission set that is known.
 * @throws LandfallError LF3202 when it names nobody
 */
export function principalIn(model: AccessModel, word: string, account: AccessAccount): AccessPrincipal {
  if (word.startsWith("arn:")) return principalOfArn(model, word);
  const [head, rest] = splitAt(word, /[/:]/);
  const iam = (resource: string): string => `arn:${model.partition}:iam::${account.id}:${resource}`;
  switch (head) {
    case "root":
      return { word, kind: "root", account, principal: { type: "root", arn: iam("root"), accountId: account.id }, permissions: NO_PERMISSIONS };
    case "administrator":
      return { word, kind: "administrator", account, principal: session(account, iam(`role/${rest === "" ? ADMINISTRATOR_ROLE : rest}`)), permissions: ADMINISTRATOR_PERMISSIONS };
    case "anonymous":
      return { word, kind: "anonymous", principal: { type: "anonymous" }, permissions: NO_PERMISSIONS };
    case "service":
      if (SERVICE_NAME.test(rest)) return service(word, rest);
      break;
    case "organization":
      if (rest.startsWith("o-")) return { ...outside(word, { type: "role-session", roleArn: `arn:${model.partition}:iam::${OUTSIDE_ACCOUNT}:role/${ADMINISTRATOR_ROLE}`, accountId: OUTSIDE_ACCOUNT, outsideOrganization: true }), organizationId: rest };
      break;
    case "role":
    case "permission-set":
      if (rest !== "") return roleOf(model, { word, kind: head, name: rest }, account);
      break;
    case "user":
      if (canBeNamed(rest)) return { word, kind: "user", account, principal: { type: "user", arn: iam(`user/${rest}`), accountId: account.id }, permissions: UNKNOWN_PERMISSIONS };
      break;
    default:
  }
  return bareName(model, word, account);
}

/**
 * Whether IAM would take a name with its path: a policy may mean one that it would not, but nobody can have it.
 * Source: IAM API Reference, CreateRole and CreateUser, the patterns of names and paths.
 */
export const canBeNamed = (name: string): boolean => /^(?:[!-~]{1,510}\/)?[\w+=,.@-]{1,64}$/.test(name) && !/[*?]/.test(name);

const splitAt = (text: string, separator: RegExp): [string, string] => {
  const at = text.search(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
};

const session = ({ id }: AccessAccount, roleArn: string): Principal => ({ type: "role-session", roleArn, accountId: id });

/** Also of the partitions whose domain is another, such as amazonaws.com.cn. */
const SERVICE_NAME = /^[a-z0-9.-]+\.amazonaws\.[a-z.]+$/;

const service = (word: string, name: string): AccessPrincipal => ({ word, kind: "service", principal: { type: "service", names: [name] }, permissions: NO_PERMISSIONS });

/** The role that AWS makes of a permission set ends in 16 digits that nobody knows before. */
const SSO_SUFFIX = "0123456789abcdef";

function roleOf(model: AccessModel, { word, kind, name }: { readonly word: string; readonly kind: KnownRole["kind"]; readonly name: string }, account: AccessAccount): AccessPrincipal {
  const last = name.split("/").at(-1) ?? name;
  const known = roleNamed(model, kind, last, account);
  if (known === undefined && !canBeNamed(name)) throw nobody(model, word);
  if (known === undefined && model.iamKnown.has(account.address)) throw notInIam(model, word, account);
  const path = known?.path ?? (kind === "role" ? `/${name.slice(0, name.length - last.length)}` : "/aws-reserved/sso.amazonaws.com/");
  const roleName = kind === "role" ? last : (known?.roleName ?? `AWSReservedSSO_${last}_${SSO_SUFFIX}`);
  const principal = session(account, `arn:${model.partition}:iam::${account.id}:role${path}${roleName}`);
  return { word, kind, account, principal, permissions: known?.permissions ?? UNKNOWN_PERMISSIONS, ...(known === undefined ? {} : { role: known }) };
}

/** The best known role of a name in an account; undefined where none is known, which does not mean that there is none. */
export const roleNamed = ({ roles }: AccessModel, kind: KnownRole["kind"], name: string, { address }: AccessAccount): KnownRole | undefined =>
  roles.findLast((role) => role.kind === kind && role.name === name && role.accounts.has(address));

function principalOfArn(model: AccessModel, arn: string): AccessPrincipal {
  const principal = principalFromText(arn);
  if (principal === undefined || !("accountId" in principal)) throw nobody(model, arn);
  const account = model.accountsById.get(principal.accountId);
  if (account === undefined) return outside(arn, { ...principal, outsideOrganization: true });
  if (principal.type === "root") return { word: arn, kind: "root", account, principal, permissions: NO_PERMISSIONS };
  if (principal.type !== "role-session") return { word: arn, kind: "user", account, principal, permissions: UNKNOWN_PERMISSIONS };
  const name = principal.roleArn.split("/").at(-1) ?? "";
  const known = roleNamed(model, "role", name, account) ?? permissionSetOf(model, name, account);
  return { word: arn, kind: known?.kind ?? "role", account, principal, permissions: known?.permissions ?? UNKNOWN_PERMISSIONS, ...(known === undefined ? {} : { role: known }) };
}

/** A role of Identity Center says in its name which permission set it is. */
function permissionSetOf(model: AccessModel, roleName: string, account: AccessAccount): KnownRole | undefined {
  const name = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/.exec(roleName)?.[1];
  return name === undefined ? undefined : roleNamed(model, "permission-set", name, account);
}

/** What its own organization grants is nothing we know, so it is taken to be all. */
const outside = (word: string, principal: Principal): AccessPrincipal => ({ word, kind: "outside", principal, permissions: ADMINISTRATOR_PERMISSIONS });

function bareName(model: AccessModel, word: string, account: AccessAccount): AccessPrincipal {
  if (SERVICE_NAME.test(word)) return service(word, word);
  const kind = (["role", "permission-set"] as const).find((one) => roleNamed(model, one, word, account) !== undefined);
  if (kind === undefined) throw nobody(model, word);
  return roleOf(model, { word: `${kind}/${word}`, kind, name: word }, account);
}

function notInIam({ roles }: AccessModel, word: string, { address, key }: AccessAccount): LandfallError {
  const suggestion = nearest(word, roles.filter(({ accounts }) => accounts.has(address)).map(({ kind, name }) => `${kind}/${name}`));
  return new LandfallError({ code: "LF3202", severity: "error", summary: `The IAM of ${key} has no ${word}.`, fix: "Name a role that the account has.", ...(suggestion === undefined ? {} : { suggestion }) }, "usage");
}

function nobody({ roles }: AccessModel, word: string): LandfallError {
  const words = ["root", "administrator", "anonymous", ...roles.map(({ kind, name }) => `${kind}/${name}`)];
  const suggestion = /^service:[a-z0-9.-]+$/.test(word) ? `${word}.amazonaws.com` : nearest(word, words) ?? words.find((one) => word.length > 2 && one.startsWith(word)) ?? roles.find(({ name }) => nearest(word, [name]) !== undefined)?.name;
  return new LandfallError({ code: "LF3202", severity: "error", summary: `"${word}" names no principal.`, fix: `Name one as ${PRINCIPAL_FORMS}.`, ...(suggestion === undefined ? {} : { suggestion }) }, "usage");
}
