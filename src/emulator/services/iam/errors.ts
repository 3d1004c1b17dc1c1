import { AwsError } from "../../aws-error.ts";

/**
 * The errors of IAM, by the names they have on the wire; the SDK adds `Exception` to some. Names and states are those
 * of the API's model. Messages follow what AWS is known to answer; their wording is no part of its contract.
 */
const error = (code: string, status: number) => (message: string): AwsError => new AwsError(code, message, { status });

export const noSuchEntity = error("NoSuchEntity", 404);
export const entityAlreadyExists = error("EntityAlreadyExists", 409);
export const deleteConflict = error("DeleteConflict", 409);
export const limitExceeded = error("LimitExceeded", 409);
export const malformedPolicyDocument = error("MalformedPolicyDocument", 400);
export const invalidInput = error("InvalidInput", 400);
export const validationError = error("ValidationError", 400);
export const passwordPolicyViolation = error("PasswordPolicyViolation", 400);
export const policyNotAttachable = error("PolicyNotAttachable", 400);
export const accessDenied = error("AccessDenied", 403);

export const overQuota = (quota: string, most: number): AwsError => limitExceeded(`Cannot exceed quota for ${quota}: ${most}`);

export const notFound = (kind: "user" | "group" | "role", name: string): AwsError => noSuchEntity(`The ${kind} with name ${name} cannot be found.`);
export const policyNotFound = (arn: string): AwsError => noSuchEntity(`Policy ${arn} was not found.`);
export const alreadyExists = (kind: "User" | "Group" | "Role", name: string): AwsError => entityAlreadyExists(`${kind} with name ${name} already exists.`);
export const mustFirst = (what: string): AwsError => deleteConflict(`Cannot delete entity, must ${what} first.`);

export const protectedRole = (name: string): AwsError =>
  new AwsError("UnmodifiableEntity", `Cannot perform the operation on the protected role '${name}' - this role is only modifiable by AWS`);

/** What AWS has and this emulator lacks is refused by name, as the engine refuses whole operations. */
export const notEmulated = (what: string): AwsError => new AwsError("NotImplemented", `landfall's emulator does not implement ${what}`);
