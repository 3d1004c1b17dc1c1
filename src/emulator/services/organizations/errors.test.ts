import * as sdk from "@aws-sdk/client-organizations";
import { describe, expect, it } from "vitest";
import { AwsError } from "../../aws-error.ts";
import * as errors from "./errors.ts";

const { constraintViolation, handshakeConstraintViolation, invalidInput, notEmulated, conflict, malformedPolicy, ...plain } = errors;

describe("errors of Organizations", () => {
  it("all have names that the SDK's model has", () => {
    const made = [constraintViolation("R", ""), handshakeConstraintViolation("R", ""), invalidInput("R", ""), conflict(""), malformedPolicy(""), ...Object.values(plain).map((make) => make())];
    for (const error of made) {
      expect(error).toBeInstanceOf(AwsError);
      expect(sdk).toHaveProperty(error.code);
    }
  });

  it("tell the emulator's own gaps from AWS's refusals", () => {
    expect(sdk).not.toHaveProperty(notEmulated("something").code);
    expect(notEmulated("something").message).toContain("emulator does not implement something");
  });
});
