import { type Diagnostic, LandfallError } from "../diagnostics/index.ts";
import { isRead } from "./is-read.ts";

/** The name AWS gave an error, for example `DuplicateOrganizationalUnitException`. */
export const awsErrorName = (error: unknown): string => (error instanceof Error ? error.name : "");

/** The `Reason` that Organizations adds to some errors. */
export const awsErrorReason = (error: unknown): string | undefined => (error as { Reason?: string } | undefined)?.Reason;

const NETWORK_CODES: ReadonlySet<string> = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT", "EPIPE", "EAI_AGAIN", "EHOSTUNREACH"]);

/** Nobody listens there, or there is no such name: waiting seldom helps. */
export const isUnreachable = (error: unknown): boolean => ["ECONNREFUSED", "ENOTFOUND"].includes((error as { code?: string }).code ?? "");

export function isNetworkError(error: unknown): boolean {
  const { code, name } = error as { code?: string; name?: string };
  return (code !== undefined && NETWORK_CODES.has(code)) || name === "TimeoutError";
}

/** An error after which nobody knows whether the call took effect. */
export function isLostAnswer(error: unknown): boolean {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  return isNetworkError(error) || (status !== undefined && status >= 500);
}

const OPERATION = Symbol("operation");

/** Notes on an error which call it came from, for the message to the user. */
export function rememberOperation(error: unknown, operation: string): void {
  if (typeof error === "object" && error !== null) Object.defineProperty(error, OPERATION, { value: operation, configurable: true });
}

const DENIED: ReadonlySet<string> = new Set(["AccessDeniedException", "AccessDenied", "UnauthorizedOperation"]);
const BAD_KEYS: ReadonlySet<string> = new Set([
  "ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId", "UnrecognizedClientException", "InvalidSignatureException",
  "SignatureDoesNotMatch", "MissingAuthenticationTokenException", "RequestExpired",
]);

/** Turns whatever the SDK threw into landfall's words. Errors that are landfall's already pass as they are. */
export function explainAwsError(error: unknown): LandfallError | undefined {
  if (error instanceof LandfallError) return error;
  if (!(error instanceof Error)) return undefined;
  const operation = (error as { [OPERATION]?: string })[OPERATION];
  const name = awsErrorName(error);
  const code = (error as { code?: string }).code;
  if (name === "CredentialsProviderError" || name === "TokenProviderError") {
    return new LandfallError(noCredentials(error), "credentials", { cause: error });
  }
  if (operation === undefined) return undefined;
  const detail = error.message;
  if (DENIED.has(name)) return new LandfallError(denied(operation, detail), "credentials", { cause: error });
  if (BAD_KEYS.has(name)) return new LandfallError(badKeys(operation, detail), "credentials", { cause: error });
  if (isNetworkError(error)) return new LandfallError(unreachable(operation, code ?? name), "failed", { cause: error });
  const reason = awsErrorReason(error);
  const named = reason === undefined ? name : `${name} (${reason})`;
  return new LandfallError({ code: "LF7005", severity: "error", summary: `AWS refused ${operation}: ${named}.`, detail }, "failed", { cause: error });
}

const noCredentials = (error: Error): Diagnostic => ({
  code: "LF7001",
  severity: "error",
  summary: "No AWS credentials were found.",
  detail: error.message,
  fix: "Log in (for example `aws sso login`), name a profile with --profile, or rehearse without an account:\n\n  landfall plan --local",
});

const badKeys = (operation: string, detail: string): Diagnostic => ({
  code: "LF7002",
  severity: "error",
  summary: `AWS did not accept the credentials for ${operation}.`,
  detail,
  fix: "Log in again; session credentials end after some hours.",
});

/** As AWS's denials tell it, with the policy's ARN where one denies. Source: IAM User Guide, "Troubleshoot access denied error messages". */
const BY_ORGANIZATION = /(?:explicit deny in a|because no) ((?:service|resource) control policy)(?:: (arn:\S+))?/;

/** A role is taken before the first call of all, which then fails with this. */
const NOT_TAKEN = /not authorized to perform: sts:AssumeRole on resource: (arn:\S+)/;

function denied(operation: string, detail: string): Diagnostic {
  const [, kind, policy] = BY_ORGANIZATION.exec(detail) ?? [];
  if (kind !== undefined) return deniedByOrganization(operation, detail, { kind, policy });
  const role = NOT_TAKEN.exec(detail)?.[1];
  return role === undefined ? deniedToRole(operation, detail) : roleNotTaken(role, detail);
}

/** What a role is given does not help against these. */
const deniedByOrganization = (operation: string, detail: string, { kind, policy }: { readonly kind: string; readonly policy: string | undefined }): Diagnostic => ({
  code: "LF7003",
  severity: "error",
  summary: `AWS refused ${operation}: ${policy === undefined ? `no ${kind} allows it` : `a ${kind} denies it`}.`,
  detail,
  fix: `No policy of the role helps against that. Let the role through in ${policy === undefined ? "the policies that are attached above the account" : policy}, or take it off the account.`,
});

const roleNotTaken = (role: string, detail: string): Diagnostic => ({
  code: "LF7003",
  severity: "error",
  summary: `AWS refused sts:AssumeRole: the credentials may not take the role ${role}.`,
  detail,
  fix: "Check that the role exists, that its trust policy names who asks, and that a policy of theirs allows sts:AssumeRole on it; AWS tells these apart to nobody.",
});

const deniedToRole = (operation: string, detail: string): Diagnostic => ({
  code: "LF7003",
  severity: "error",
  summary: `AWS refused ${operation}: the credentials may not do it.`,
  detail,
  fix: `Use a role of the management account that allows ${operation}. What landfall needs, to give to a role:\n\n  landfall doctor --print-policy ${isRead(operation.split(":")[1] ?? "") ? "read" : "write"}`,
});

const unreachable = (operation: string, why: string): Diagnostic => ({
  code: "LF7004",
  severity: "error",
  summary: `AWS could not be reached for ${operation} (${why}).`,
  fix: "Check the network, and --endpoint-url if you gave one.",
});
