import { AwsError } from "../aws-error.ts";
import type { Refusal } from "../validate.ts";
import { validationException } from "./validation-exception.ts";

/** The answer of the Resource Groups Tagging API. */
export const invalidParameterException: Refusal = (violations) =>
  new AwsError("InvalidParameterException", validationException(violations).message);
