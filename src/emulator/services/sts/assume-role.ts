import { IAM_QUOTAS } from "../../../limits/index.ts";
import { deniedError } from "../../authorize.ts";
import { mayCall } from "../../decision.ts";
import type { Call, Operation } from "../../operation.ts";
import type { Session } from "../../principal.ts";
import type { RequestContext } from "../../../policy/index.ts";
import { ARN, EXTERNAL_ID, required, SERIAL_NUMBER, SESSION_NAME, SESSION_POLICIES, SESSION_TAGS, TOKEN_CODE, TRANSITIVE_TAG_KEYS } from "./constraints.ts";
import { describeCredentials, grant } from "./credentials.ts";
import { accessDenied, invalidParameterValue, validationError } from "./errors.ts";
import { sessionDuration, type TargetRole, targetRole, trustOf } from "./role-session.ts";
import { packedPercent, sessionPolicies, type SessionPoliciesInput, sessionTags, type SessionTagsInput } from "./session-input.ts";

interface AssumeRoleInput extends SessionPoliciesInput, SessionTagsInput {
  readonly RoleArn: string;
  readonly RoleSessionName: string;
  readonly DurationSeconds?: number;
  readonly ExternalId?: string;
  readonly SerialNumber?: string;
  readonly TokenCode?: string;
  readonly SourceIdentity?: string;
  readonly ProvidedContexts?: readonly object[];
}

/** Source: STS API Reference, "AssumeRole"; IAM User Guide, "Role chaining", "Monitor and control actions taken with assumed roles". */
export const assumeRole: Operation<AssumeRoleInput, object> = {
  name: "AssumeRole",
  input: {
    RoleArn: required(ARN),
    RoleSessionName: required(SESSION_NAME),
    ...SESSION_POLICIES,
    ...SESSION_TAGS,
    ...TRANSITIVE_TAG_KEYS,
    DurationSeconds: { min: 900, max: 43_200 },
    ExternalId: EXTERNAL_ID,
    SerialNumber: SERIAL_NUMBER,
    TokenCode: TOKEN_CODE,
    SourceIdentity: SESSION_NAME,
  },
  errors: ["AccessDenied", "InvalidParameterValue", "MalformedPolicyDocument", "PackedPolicyTooLarge", "ValidationError"],
  quotas: [`${IAM_QUOTAS.sessionPolicySize} characters of session policy`, `${IAM_QUOTAS.tagsPerResource} tags`],
  run(call, input) {
    refuseBeforehand(call, input);
    const { principal, world, now } = call;
    const sourceIdentity = sourceIdentityOf(principal.session, input.SourceIdentity);
    const tags = sessionTags(input, principal.session);
    const found = targetRole(world, input.RoleArn);
    const actions = ["sts:AssumeRole", ...(tags.tags === undefined ? [] : ["sts:TagSession"]), ...(sourceIdentity === undefined ? [] : ["sts:SetSourceIdentity"])];
    for (const action of actions) admit(call, action, input, { ...tags, sourceIdentity }, found);
    const { accountId, role } = found as TargetRole;
    const seconds = sessionDuration(input.DurationSeconds, role, principal.session?.kind === "role");
    const carried = { ...sessionPolicies(world, accountId, input), ...tags, sourceIdentity };
    const PackedPolicySize = packedPercent(carried);
    const arn = `arn:aws:sts::${accountId}:assumed-role/${role.name}/${input.RoleSessionName}`;
    const userId = `${role.id}:${input.RoleSessionName}`;
    const session: Session = { kind: "role", issuerArn: input.RoleArn, issuerId: role.id, issuedAt: now, ...carried };
    const key = grant(call, { accountId, arn, userId, session }, seconds);
    return { Credentials: describeCredentials(key), AssumedRoleUser: { AssumedRoleId: userId, Arn: arn }, PackedPolicySize, SourceIdentity: sourceIdentity };
  },
};

/** What no policy can change. */
function refuseBeforehand({ principal }: Call, input: AssumeRoleInput): void {
  if (principal.arn.endsWith(":root")) throw accessDenied("Roles may not be assumed by root accounts.");
  if (input.SerialNumber !== undefined || input.TokenCode !== undefined) {
    // Nobody can have a device here, so none is valid.
    throw accessDenied("MultiFactorAuthentication failed, unable to validate MFA code. Please verify your MFA serial number is valid and associated with this user.");
  }
  if (input.ProvidedContexts !== undefined && input.ProvidedContexts.length > 0) {
    throw invalidParameterValue("landfall's emulator knows no providers of context assertions.");
  }
}

/** Once set, a source identity stays through a chain. Unconfirmed: how AWS refuses another one. */
function sourceIdentityOf(session: Session | undefined, asked: string | undefined): string | undefined {
  if (asked?.toLowerCase().startsWith("aws:")) throw validationError("A source identity can't begin with aws:.");
  const before = session?.sourceIdentity;
  if (before !== undefined && asked !== undefined && asked !== before) throw accessDenied("The source identity of a session can't be changed.");
  return before ?? asked;
}

type Carried = Pick<Session, "tags" | "transitiveTagKeys" | "sourceIdentity">;

/** Both the role's trust policy and the caller's own policies must let the action through. */
function admit(call: Call, action: string, input: AssumeRoleInput, carried: Carried, found: TargetRole | undefined): void {
  const refusal = `User: ${call.principal.arn} is not authorized to perform: ${action} on resource: ${input.RoleArn}`;
  if (found === undefined) throw accessDenied(refusal);
  const denial = mayCall(call, { action, resource: input.RoleArn, policy: trustOf(call.world, found), keys: keysOf(input, carried, found) });
  if (denial === undefined) return;
  const isSilent = denial.kind === "resource" && !denial.isExplicit && denial.unknown.length === 0;
  // AWS does not tell a role that does not trust the caller from one that does not exist.
  throw isSilent ? accessDenied(refusal) : deniedError(call.principal, action, input.RoleArn, denial);
}

/** Source: Service Authorization Reference, "Condition keys for AWS Security Token Service". */
function keysOf(input: AssumeRoleInput, { tags = [], transitiveTagKeys, sourceIdentity }: Carried, { role }: TargetRole): RequestContext {
  const tagged = (prefix: string, list: readonly { Key: string; Value: string }[]) => list.map(({ Key, Value }) => [`${prefix}/${Key}`, Value] as const);
  return {
    "sts:ExternalId": input.ExternalId,
    "sts:RoleSessionName": input.RoleSessionName,
    "sts:SourceIdentity": sourceIdentity,
    "sts:TransitiveTagKeys": transitiveTagKeys,
    "aws:TagKeys": tags.map(({ Key }) => Key),
    ...Object.fromEntries([...tagged("aws:RequestTag", tags), ...tagged("aws:ResourceTag", role.tags), ...tagged("iam:ResourceTag", role.tags)]),
  };
}
