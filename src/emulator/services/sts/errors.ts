import { AwsError } from "../../aws-error.ts";

/** The errors of STS, by the names they have on the wire. Names are those of the API's model; messages follow what AWS is known to answer. */
const error = (code: string, status: number) => (message: string): AwsError => new AwsError(code, message, { status });

export const accessDenied = error("AccessDenied", 403);
export const validationError = error("ValidationError", 400);
export const invalidParameterValue = error("InvalidParameterValue", 400);
export const packedPolicyTooLarge = error("PackedPolicyTooLarge", 400);
