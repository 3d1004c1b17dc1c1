import { describe, expect, it } from "vitest";
import type { Constraint } from "./operation.ts";
import type { StructureShape } from "./protocols/index.ts";
import { invalidInputException } from "./refusals/invalid-input-exception.ts";
import { validationError, validationException } from "./refusals/validation-exception.ts";
import { violationsOf, type Violation } from "./validate.ts";

const shapeWith = (required: readonly string[]): StructureShape => ({ kind: "structure", name: "Input", members: new Map(), required });

const check = (constraints: Record<string, Constraint>, input: object, required: readonly string[] = []): Violation[] =>
  violationsOf({ name: "Test", input: constraints, errors: [], run: () => ({}) }, shapeWith(required), input);

const all = (violations: Violation[]): readonly [Violation, ...Violation[]] => {
  const [first, ...others] = violations;
  return first ? [first, ...others] : expect.fail("no violation");
};

describe("constraints", () => {
  it("are all checked at once, and told with their paths", () => {
    const violations = check(
      { Name: { required: true, min: 1, max: 3, pattern: /^[a-z]*$/ }, "Tags[].Key": { required: true, max: 2 }, Size: { min: 1 }, Kind: { values: ["A"] } },
      { Name: "ABCD", Tags: [{ Key: "ok" }, {}, { Key: "long" }], Size: 0, Kind: "B" },
    );
    expect(violations.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      "Name max", "Name pattern", "Tags[1].Key required", "Tags[2].Key max", "Size min", "Kind values",
    ]);
  });

  it("count the items of a list", () => {
    expect(check({ Names: { min: 1, max: 2 }, "Names[]": { max: 1 } }, { Names: [] }).map(({ rule }) => rule)).toEqual(["min"]);
    expect(check({ Names: { max: 2 } }, { Names: ["a", "b", "c"] }).map(({ rule }) => rule)).toEqual(["max"]);
    expect(check({ "Names[]": { max: 1 } }, { Names: ["a", "bb"] }).map(({ path }) => path)).toEqual(["Names[1]"]);
  });

  it("hold for absent members only when they are required", () => {
    expect(check({ Name: { min: 1 }, "Filter.Kind": { required: true } }, {})).toEqual([]);
    expect(check({ "Filter.Kind": { required: true } }, { Filter: {} }).map(({ path }) => path)).toEqual(["Filter.Kind"]);
  });

  it("include the members that the model requires", () => {
    expect(check({ Name: { min: 1 } }, {}, ["Name"]).map(({ rule }) => rule)).toEqual(["required"]);
    expect(check({ Name: { required: true } }, {}, ["Name"])).toHaveLength(1);
  });
});

describe("ValidationException", () => {
  it("names every mistake in AWS's words", () => {
    const violations = check({ Name: { min: 1 }, "Tags[].Key": { required: true }, Page: { max: 5 }, Kind: { values: ["A", "B"] } }, { Name: "", Tags: [{}], Page: 9, Kind: "C" });
    expect(validationException(all(violations))).toMatchObject({
      code: "ValidationException",
      status: 400,
      message:
        "4 validation errors detected: Value '' at 'name' failed to satisfy constraint: Member must have length greater than or equal to 1; " +
        "Value at 'tags.1.member.key' failed to satisfy constraint: Member must not be null; " +
        "Value '9' at 'page' failed to satisfy constraint: Member must have value less than or equal to 5; " +
        "Value 'C' at 'kind' failed to satisfy constraint: Member must satisfy enum value set: [A, B]",
    });
  });

  it("is called ValidationError by query services", () => {
    const error = validationError(all(check({ Name: { pattern: /^a$/ } }, { Name: "b" })));
    expect(error.code).toBe("ValidationError");
    expect(error.message).toBe("1 validation error detected: Value 'b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^a$");
  });
});

describe("InvalidInputException", () => {
  it.each([
    ["INPUT_REQUIRED", { Name: { required: true } }, {}],
    ["MIN_LENGTH_EXCEEDED", { Name: { min: 1 } }, { Name: "" }],
    ["MAX_LENGTH_EXCEEDED", { Name: { max: 1 } }, { Name: "ab" }],
    ["MIN_VALUE_EXCEEDED", { MaxResults: { min: 1 } }, { MaxResults: 0 }],
    ["MAX_VALUE_EXCEEDED", { MaxResults: { max: 20 } }, { MaxResults: 21 }],
    ["INVALID_PATTERN", { Name: { pattern: /^a$/ } }, { Name: "b" }],
    ["INVALID_PATTERN_TARGET_ID", { TargetId: { pattern: /^a$/ } }, { TargetId: "b" }],
    ["INVALID_ENUM", { Kind: { values: ["A"] } }, { Kind: "B" }],
    ["INVALID_ENUM_POLICY_TYPE", { PolicyType: { values: ["A"] } }, { PolicyType: "B" }],
    ["INVALID_LIST_MEMBER", { "States[]": { values: ["A"] } }, { States: ["B"] }],
  ] as [string, Record<string, Constraint>, object][])("has the reason %s", (reason, constraints, input) => {
    expect(invalidInputException(all(check(constraints, input)))).toMatchObject({ code: "InvalidInputException", fields: { Reason: reason } });
  });
});
