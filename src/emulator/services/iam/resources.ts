import type { RequestContext } from "../../../policy/index.ts";
import type { Call } from "../../operation.ts";
import { userNameOf } from "../../principal.ts";
import { arnOf, rootArn, samlProviderArn } from "./arns.ts";
import { linkedRole } from "./linked-services.ts";
import { customerPolicy } from "./managed-policies.ts";
import { groupsOf, instanceProfilesOf, keyOfName, type Tag, usersOf } from "./state.ts";
import { roleNamed } from "./stored.ts";

/** What a call of IAM is about, as policies name it. */
export interface IamResource {
  /** Absent for calls about the account as a whole and for lists: policies are asked on `*`. */
  readonly resource?: string;
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
  const found = identityOf(world, principal.accountId, input) ?? otherOf(world, principal.accountId, name, input) ?? {};
  const arn = found.arn ?? (OWN.has(name) ? ownArn(principal.accountId, principal.arn) : undefined);
  // Constraints are checked after permissions: a tag may lack its key here.
  const tags = ((input["Tags"] ?? []) as readonly Partial<Tag>[]).map(({ Key = "", Value = "" }) => ({ Key, Value }));
  const tagKeys = (input["TagKeys"] as readonly string[] | undefined) ?? tags.map(({ Key }) => Key);
  return {
    resource: arn,
    keys: {
      "iam:PermissionsBoundary": text(input, "PermissionsBoundary") ?? found.boundary,
      "iam:PolicyARN": /^(Attach|Detach)/.test(name) ? text(input, "PolicyArn") : undefined,
      "iam:AWSServiceName": text(input, "AWSServiceName"),
      "aws:TagKeys": tagKeys,
      "aws:RequestTag/*": undefined,
      "aws:ResourceTag/*": undefined,
      "iam:ResourceTag/*": undefined,
      ...Object.fromEntries(tags.map(({ Key, Value }) => [`aws:RequestTag/${Key}`, Value])),
      ...Object.fromEntries((found.tags ?? []).flatMap(({ Key, Value }) => [[`aws:ResourceTag/${Key}`, Value], [`iam:ResourceTag/${Key}`, Value]] as const)),
    },
  };
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
  if (userName !== undefined) {
    const user = usersOf(world, accountId).get(keyOfName(userName));
    return { arn: arnOf(accountId, "user", user ?? { path, name: userName }), boundary: user?.boundary, tags: user?.tags };
  }
  if (roleName === undefined) return undefined;
  const role = roleNamed(world, accountId, roleName);
  return { arn: arnOf(accountId, "role", role ?? { path, name: roleName }), boundary: role?.boundary, tags: role?.tags };
}

function otherOf(world: World, accountId: string, name: string, input: Input): Found | undefined {
  const policyName = text(input, "PolicyName");
  if (policyName !== undefined) return { arn: arnOf(accountId, "policy", { path: text(input, "Path") ?? "/", name: policyName }) };
  const service = text(input, "AWSServiceName");
  const linked = service === undefined ? undefined : linkedRole({ id: "", service, createdAt: 0, suffix: text(input, "CustomSuffix") });
  if (linked !== undefined) return { arn: arnOf(accountId, "role", linked) };
  const policyArn = text(input, "PolicyArn");
  if (policyArn !== undefined) return { arn: policyArn, tags: customerPolicy(world, accountId, policyArn)?.tags };
  if (name === "CreateSAMLProvider") return { arn: samlProviderArn(accountId, text(input, "Name") ?? "") };
  return { arn: text(input, "SAMLProviderArn") ?? text(input, "OpenIDConnectProviderArn") };
}

const ownArn = (accountId: string, arn: string): string | undefined => (userNameOf(arn) === undefined && arn !== rootArn(accountId) ? undefined : arn);
