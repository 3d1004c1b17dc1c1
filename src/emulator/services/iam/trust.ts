import { IAM_QUOTAS } from "../../../limits/index.ts";
import { parsePolicyText, type PolicyDocument } from "../../../policy/index.ts";
import type { World } from "../../world.ts";
import { knownAccountsTable } from "../organizations/index.ts";
import { parseIamArn } from "./arns.ts";
import { malformedPolicyDocument, overQuota } from "./errors.ts";
import { checkPolicyDocument, countedLength } from "./policy-document.ts";
import { keyOfName, type TrustPolicy, usersOf } from "./state.ts";
import { roleNamed } from "./stored.ts";

/**
 * Takes a trust policy as AWS does: the users and roles it names must be there, and are kept by their unique ids.
 * Accounts that the emulator does not have may well exist in AWS, so what is in them is taken as it is named.
 * Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */
export function trustPolicy(world: World, document: string): TrustPolicy {
  checkPolicyDocument("trust", document);
  if (countedLength(document) > IAM_QUOTAS.trustPolicySize) throw overQuota("ACLSizePerRole", IAM_QUOTAS.trustPolicySize);
  const ids: Record<string, string> = {};
  for (const [type, principal] of principalsIn(document)) {
    const problem = principalProblem(type, principal);
    if (problem) throw malformedPolicyDocument(`Invalid principal in policy: "${type.toUpperCase()}":"${principal}"`);
    const id = type === "AWS" ? uniqueIdOf(world, principal) : undefined;
    if (id === "none") throw malformedPolicyDocument(`Invalid principal in policy: "AWS":"${principal}"`);
    if (id !== undefined) ids[principal] = id;
  }
  return { document, ids };
}

function principalsIn(document: string): (readonly [type: string, principal: string])[] {
  const policy = parsePolicyText(document).document as PolicyDocument;
  return [policy.Statement].flat().flatMap(({ Principal }) => {
    if (Principal === undefined || Principal === "*") return [];
    return Object.entries(Principal).flatMap(([type, names]) => [names].flat().map((name) => [type, name] as const));
  });
}

const FORMS: Readonly<Record<string, RegExp>> = {
  AWS: /^(\*|\d{12}|A(IDA|ROA)[A-Z0-9]{17}|arn:aws:iam::\d{12}:(root|user\/.+|role\/.+)|arn:aws:sts::\d{12}:(assumed-role\/[^/*]+\/[^/*]+|federated-user\/[^*]+))$/,
  Service: /^[a-z0-9.-]+\.(amazonaws\.com|aws\.internal|amazon\.com)$/,
  Federated: /^(arn:aws:iam::\d{12}:(saml-provider|oidc-provider)\/.+|cognito-identity\.amazonaws\.com|www\.amazon\.com|graph\.facebook\.com|accounts\.google\.com)$/,
};

const principalProblem = (type: string, principal: string): boolean =>
  FORMS[type]?.test(principal) !== true || (type === "AWS" && principal !== "*" && principal.includes("*"));

/** The id behind the ARN of a user or role; "none" when its account is here and does not have it. */
function uniqueIdOf(world: World, arn: string): string | undefined {
  const parts = parseIamArn(arn);
  if (parts === undefined || !knownAccountsTable(world).has(parts.accountId)) return undefined;
  const { accountId, kind, path, name } = parts;
  const found = kind === "user" ? usersOf(world, accountId).get(keyOfName(name)) : roleNamed(world, accountId, name);
  return found?.name === name && found.path === path ? found.id : "none";
}

/** The ARNs in a trust policy that still mean who they meant: a deleted user or role, even if made again, is nobody. */
export function livingPrincipals(world: World, { ids }: TrustPolicy): (arn: string) => boolean {
  return (arn) => ids[arn] === undefined || ids[arn] === uniqueIdOf(world, arn);
}

/** The document as it reads now: who was deleted shows as the id he had. */
export function readTrust(world: World, trust: TrustPolicy): string {
  const isLiving = livingPrincipals(world, trust);
  return Object.entries(trust.ids).reduce((text, [arn, id]) => (isLiving(arn) ? text : text.replaceAll(JSON.stringify(arn), JSON.stringify(id))), trust.document);
}
