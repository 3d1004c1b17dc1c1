import { describe, expect, it } from "vitest";
import { validatePolicy } from "../validate.ts";

const told = (document: unknown) =>
  validatePolicy(document, "scp")
    .filter(({ code }) => code === "LF3010")
    .map(({ path, message, fix }) => [path.join("/"), message, fix].filter((part) => part !== undefined).join(" | "));

describe("LF3010, a value of the wrong type", () => {
  it("is told for the document itself", () => {
    expect(told(null)).toEqual([" | The policy is null where an object with Version and Statement is expected."]);
    expect(told([{ Effect: "Deny" }])).toEqual([
      ' | The policy is a list where an object with Version and Statement is expected. | Put the statements under "Statement", next to "Version".',
    ]);
  });

  it("is told at every element, operator and value", () => {
    const statement = { Sid: 1, Effect: "Deny", Action: ["s3:*", 5], Resource: null, Condition: { Bool: { "aws:SecureTransport": [true, 1, "x", null] } } };
    expect(told({ Version: "2012-10-17", Id: {}, Statement: [statement, "x"] })).toEqual([
      'Id | "Id" is an object where a text in quotes is expected.',
      'Statement/1 | "Statement" is a string where a statement, which is an object is expected.',
      'Statement/0/Sid | "Sid" is a number where a text in quotes is expected.',
      'Statement/0/Action/1 | "Action" is a number where a text in quotes is expected.',
      'Statement/0/Resource | "Resource" is null where a text in quotes is expected.',
      'Statement/0/Condition/Bool/aws:SecureTransport/3 | "aws:SecureTransport" is null where a text, a number or true or false is expected.',
    ]);
  });

  it("says what to do about a condition key without an operator", () => {
    expect(told({ Statement: { Condition: { "aws:RequestedRegion": "eu-west-1" } } })).toEqual([
      'Statement/Condition/aws:RequestedRegion | "aws:RequestedRegion" is a string where an object of condition keys is expected. | Put the key under an operator, as in "StringEquals": { KEY: VALUE }.',
    ]);
    expect(told({ Statement: { Condition: [] } })).toEqual(['Statement/Condition | "Condition" is a list where an object of operators is expected.']);
  });
});
