import { AwsError } from "../aws-error.ts";
import type { Refusal } from "../validate.ts";
import { validationException } from "./validation-exception.ts";

/** The answer of Service Quotas. */
export const illegalArgumentException: Refusal = (violations) => new AwsError("IllegalArgumentException", validationException(violations).message);
