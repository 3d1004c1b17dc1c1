import { IAM_QUOTAS } from "../../../limits/index.ts";
import { deniedError } from "../../authorize.ts";
import { mayCall } from "../../decision.ts";
import type { Call, Operation } from "../../operation.ts";
import type { Session, SessionTag } from "../../principal.ts";
import { requestTags } from "../../subjects/index.ts";
import { required, SERIAL_NUMBER, SESSION_POLICIES, SESSION_TAGS, TOKEN_CODE } from "./constraints.ts";
import { describeCredentials, grant } from "./credentials.ts";
import { accessDenied } from "./errors.ts";
import { packedPercent, sessionPolicies, type SessionPoliciesInput, sessionTags } from "./session-input.ts";

/** Twelve hours, in seconds; root users get an hour, however much they ask for. */
const DEFAULT_DURATION = 43_200;
const LONGEST_OF_ROOT = 3_600;

const isRoot = ({ principal }: Call): boolean => principal.arn.endsWith(":root");

const durationOf = (call: Call, asked = DEFAULT_DURATION): number => (isRoot(call) ? Math.min(asked, LONGEST_OF_ROOT) : asked);

function refuseSession({ principal }: Call, name: string): void {
  if (principal.session !== undefined) throw accessDenied(`Cannot call ${name} with session credentials`);
}

interface SessionTokenInput {
  readonly DurationSeconds?: number;
  readonly SerialNumber?: string;
  readonly TokenCode?: string;
}

/** Needs no permission. Source: STS API Reference, "GetSessionToken". */
export const getSessionToken: Operation<SessionTokenInput, object> = {
  name: "GetSessionToken",
  input: { DurationSeconds: { min: 900, max: 129_600 }, SerialNumber: SERIAL_NUMBER, TokenCode: TOKEN_CODE },
  errors: ["AccessDenied"],
  run(call, input) {
    const { accountId, arn, userId } = call.principal;
    refuseSession(call, "GetSessionToken");
    if (input.SerialNumber !== undefined || input.TokenCode !== undefined) {
      throw accessDenied("MultiFactorAuthentication failed with invalid MFA one time pass code. ");
    }
    const session: Session = { kind: "session-token", issuerArn: arn, issuerId: userId, issuedAt: call.now };
    return { Credentials: describeCredentials(grant(call, { accountId, arn, userId, session }, durationOf(call, input.DurationSeconds))) };
  },
};

interface FederationTokenInput extends SessionPoliciesInput {
  readonly Name: string;
  readonly DurationSeconds?: number;
  readonly Tags?: readonly SessionTag[];
}

/** Without session policies, the session may do nothing. Source: STS API Reference, "GetFederationToken". */
export const getFederationToken: Operation<FederationTokenInput, object> = {
  name: "GetFederationToken",
  input: { Name: required({ min: 2, max: 32, pattern: /^[\w+=,.@-]*$/ }), ...SESSION_POLICIES, DurationSeconds: { min: 900, max: 129_600 }, ...SESSION_TAGS },
  errors: ["AccessDenied", "InvalidParameterValue", "MalformedPolicyDocument", "PackedPolicyTooLarge", "ValidationError"],
  quotas: [`${IAM_QUOTAS.sessionPolicySize} characters of session policy`, `${IAM_QUOTAS.tagsPerResource} tags`],
  run(call, input) {
    const { accountId, arn: issuerArn, userId: issuerId } = call.principal;
    refuseSession(call, "GetFederationToken");
    const arn = `arn:aws:sts::${accountId}:federated-user/${input.Name}`;
    const userId = `${accountId}:${input.Name}`;
    const { tags } = sessionTags(input, undefined);
    for (const action of ["sts:GetFederationToken", ...(tags === undefined ? [] : ["sts:TagSession"])]) {
      const denial = mayCall(call, { action, resource: arn, keys: requestTags({ Tags: tags }) });
      if (denial !== undefined) throw deniedError(call.principal, action, arn, denial);
    }
    const carried = { ...sessionPolicies(call.world, accountId, input), tags };
    const PackedPolicySize = packedPercent(carried);
    const session: Session = { kind: "federated-user", issuerArn, issuerId, issuedAt: call.now, ...carried };
    const key = grant(call, { accountId, arn, userId, session }, durationOf(call, input.DurationSeconds));
    return { Credentials: describeCredentials(key), FederatedUser: { FederatedUserId: userId, Arn: arn }, PackedPolicySize };
  },
};
