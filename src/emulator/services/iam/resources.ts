import type { RequestContext } from "../../../policy/index.ts";
import { accessKeysTable } from "../../access-key.ts";
import type { Call } from "../../operation.ts";
import { type Principal, userNameOf } from "../../principal.ts";
import { arnOf, oidcProviderArn, parseIamArn, rootArn, samlProviderArn } from "./arns.ts";
import { linkedRole } from "./linked-services.ts";
import { customerPolicy } from "./managed-policies.ts";
import { groupsOf, instanceProfilesOf, keyOfName, oidcProvidersOf, samlProvidersOf, type Tag, usersOf } from "./state.ts";
import { roleNamed } from "./stored.ts";

/** What a call of IAM is about, as policies name it. */
export interface IamResource {
  /** The user or group under the name and path that it is to get. */
  readonly renamed?: string;
  /** Absent for calls about the account as a whole and for lists. */
  readonly arn?: string;
  readonly tags?: readonly Tag[];
  /** IAM's own condition keys, whether the operation has them or not. */
  readonly keys: RequestContext;
}

type Input = Readonly<Record<string, unknown>>;

const text = (input: Input, member: string): string | undefined => (typeof input[member] === "string" ? input[member] : undefined);

/** Calls that mean the caller when they name no user. */
const OWN: ReadonlySet<string> = new Set([
  "GetUser", "CreateAccessKey", "ListAccessKeys", "UpdateAccessKey", "DeleteAccessKey", "CreateLoginProfile", "GetLoginProfile", "DeleteLoginProfile",
]);

/**
 * The resource of a call and the condition keys of IAM.
 * Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Identity and Access Management".
 */
export function iamResource({ world, principal }: Call, name: string, input: Input): IamResource {
  const { accountId } = principal;
  const found = identityOf(world, accountId, input) ?? (OWN.has(name) ? ownOf(world, principal) : undefined) ?? otherOf(world, accountId, name, input) ?? {};
  return {
    arn: found.arn,
    renamed: renamedArn(principal.accountId, found.arn, input),
    tags: found.tags,
    keys: {
      "iam:PermissionsBoundary": text(input, "PermissionsBoundary") ?? found.boundary,
      "iam:PolicyARN": text(input, "PolicyArn"),
      "iam:AWSServiceName": text(input, "AWSServiceName"),
    },
  };
}

/** Source: IAM API Reference, "UpdateUser" and "UpdateGroup": both the old name and the new have to be let through. */
function renamedArn(accountId: string, arn: string | undefined, input: Input): string | undefined {
  const [newName, newPath] = [text(input, "NewUserName") ?? text(input, "NewGroupName"), text(input, "NewPath")];
  const before = arn === undefined || (newName ?? newPath) === undefined ? undefined : parseIamArn(arn);
  return before && arnOf(accountId, before.kind === "group" ? "group" : "user", { path: newPath ?? before.path, name: newName ?? before.name });
}

interface Found {
  readonly arn?: string;
  readonly boundary?: string;
  readonly tags?: readonly Tag[];
}

type World = Call["world"];

/** A user, group or role; one that is not there has the path it is given. Group memberships are about the group. */
function identityOf(world: World, accountId: string, input: Input): Found | undefined {
  const path = text(input, "Path") ?? "/";
  const [groupName, userName, roleName] = [text(input, "GroupName"), text(input, "UserName"), text(input, "RoleName")];
  if (groupName !== undefined) return { arn: arnOf(accountId, "group", groupsOf(world, accountId).get(keyOfName(groupName)) ?? { path, name: groupName }) };
  const profileName = text(input, "InstanceProfileName");
  if (profileName !== undefined) {
    const profile = instanceProfilesOf(world, accountId).get(keyOfName(profileName));
    return { arn: arnOf(accountId, "instance-profile", profile ?? { path, name: profileName }), tags: profile?.tags };
  }
  if (userName !== undefined) return userOf(world, accountId, userName, path);
  return roleName === undefined ? undefined : roleOf(world, accountId, roleName, path);
}

function userOf(world: World, accountId: string, name: string, path = "/"): Found {
  const user = usersOf(world, accountId).get(keyOfName(name));
  return { arn: arnOf(accountId, "user", user ?? { path, name }), boundary: user?.boundary, tags: user?.tags };
}

function roleOf(world: World, accountId: string, name: string, path = "/"): Found {
  const role = roleNamed(world, accountId, name);
  return { arn: arnOf(accountId, "role", role ?? { path, name }), boundary: role?.boundary, tags: role?.tags };
}

/** The calling user, or the root user; a session of a role is nobody to make keys for. */
function ownOf(world: World, { accountId, arn }: Principal): Found | undefined {
  const name = userNameOf(arn);
  if (name !== undefined) return userOf(world, accountId, name);
  return arn === rootArn(accountId) ? { arn } : undefined;
}

function otherOf(world: World, accountId: string, name: string, input: Input): Found | undefined {
  const policyName = text(input, "PolicyName");
  if (policyName !== undefined) return { arn: arnOf(accountId, "policy", { path: text(input, "Path") ?? "/", name: policyName }) };
  const service = text(input, "AWSServiceName");
  const linked = service === undefined ? undefined : linkedRole({ id: "", service, createdAt: 0, suffix: text(input, "CustomSuffix") });
  if (linked !== undefined) return { arn: arnOf(accountId, "role", linked) };
  const policyArn = text(input, "PolicyArn");
  if (policyArn !== undefined) return { arn: policyArn, tags: customerPolicy(world, accountId, policyArn)?.tags };
  if (name === "GetAccessKeyLastUsed") return keyOwner(world, accountId, text(input, "AccessKeyId") ?? "");
  if (name === "CreateOpenIDConnectProvider") return { arn: oidcProviderArn(accountId, (text(input, "Url") ?? "").replace(/^https:\/\/|\/$/g, "")) };
  // The id of a task has the role in it: `task/aws-service-role/<service>/<role>/<uuid>`.
  const task = /^task(\/.+\/)([^/]+)\/[^/]+$/.exec(text(input, "DeletionTaskId") ?? "");
  if (task !== null) return roleOf(world, accountId, task[2] ?? "", task[1]);
  if (name === "CreateSAMLProvider") return { arn: samlProviderArn(accountId, text(input, "Name") ?? "") };
  const provider = text(input, "SAMLProviderArn") ?? text(input, "OpenIDConnectProviderArn");
  return provider === undefined ? undefined : providerOf(world, accountId, provider);
}

/** A key of another account, or none, is about a user that is not there. */
function keyOwner(world: World, accountId: string, accessKeyId: string): Found {
  const key = accessKeysTable(world).get(accessKeyId);
  const name = key?.accountId === accountId ? userNameOf(key.arn) : undefined;
  return userOf(world, accountId, name ?? "*");
}

/** Of this account, told by the whole ARN. */
function providerOf(world: World, accountId: string, arn: string): Found {
  const saml = Array.from(samlProvidersOf(world, accountId).values()).find(({ name }) => samlProviderArn(accountId, name) === arn);
  const oidc = saml === undefined ? Array.from(oidcProvidersOf(world, accountId).values()).find(({ url }) => oidcProviderArn(accountId, url) === arn) : undefined;
  return { arn, tags: (saml ?? oidc)?.tags };
}
