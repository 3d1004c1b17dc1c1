import * as sdk from "@aws-sdk/client-account";
import { describe, expect, it } from "vitest";
import { accessDenied, conflict, invalid, notFound, tooManyRequests } from "./errors.ts";

describe("errors of Account Management", () => {
  it.each([accessDenied("arn", "GetPrimaryEmail"), conflict(""), invalid("fieldValidationFailed", ""), notFound(""), tooManyRequests("")])("have the SDK's names: $code", ({ code, status }) => {
    // The schema of an error carries its status.
    expect((sdk as Readonly<Record<string, unknown>>)[`${code}$`]).toMatchObject({ 3: { httpError: status } });
  });
});
