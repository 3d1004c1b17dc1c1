import type { Call } from "../../operation.ts";
import type { Principal, Session } from "../../principal.ts";
import { issueSession, type SessionKey } from "../../session-token.ts";

/** Temporary credentials for a principal, from now on for some seconds. */
export const grant = ({ world, now }: Call, principal: Principal & { readonly session: Session }, seconds: number): SessionKey =>
  issueSession(world, { principal, expiresAt: now + seconds * 1000 });

export const describeCredentials = ({ accessKeyId, secretAccessKey, sessionToken, expiresAt }: SessionKey) => ({
  AccessKeyId: accessKeyId,
  SecretAccessKey: secretAccessKey,
  SessionToken: sessionToken,
  Expiration: expiresAt,
});
