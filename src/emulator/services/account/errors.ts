import { AwsError } from "../../aws-error.ts";

/** The errors of AWS Account Management; names and statuses are those of the SDK's model. */

/** Why a caller is refused follows in brackets, where AWS says it. */
export const accessDenied = (principalArn: string, operation: string, why?: string): AwsError =>
  new AwsError("AccessDeniedException", `User: ${principalArn} is not authorized to perform: account:${operation}${why === undefined ? "" : ` (${why})`}`, { status: 403 });

export const notFound = (message: string): AwsError => new AwsError("ResourceNotFoundException", message, { status: 404 });

export const conflict = (message: string): AwsError => new AwsError("ConflictException", message, { status: 409 });

export const tooManyRequests = (message: string): AwsError => new AwsError("TooManyRequestsException", message, { status: 429 });

export const invalid = (reason: "fieldValidationFailed" | "invalidRegionOptTarget", message: string): AwsError =>
  new AwsError("ValidationException", message, { fields: { reason } });
