import { AwsError } from "../aws-error.ts";
import type { Refusal } from "../validate.ts";
import { validationException } from "./validation-exception.ts";

/** The answer of Account Management: `ValidationException` with a reason. AWS lists the fields beside it; they are in the message here. */
export const fieldValidationException: Refusal = (violations) =>
  new AwsError("ValidationException", validationException(violations).message, { fields: { reason: "fieldValidationFailed" } });
