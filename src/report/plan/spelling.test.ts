import { describe, expect, it } from "vitest";
import { spellingOf } from "./spelling.ts";

describe("spellingOf", () => {
  it("gives back the capitals that comparing took away", () => {
    const spell = spellingOf(
      { Statement: { Effect: "Deny", Action: "S3:PutObject", Resource: "*" } },
      { Statement: { Effect: "Deny", Action: ["s3:PutObject"], Resource: "*", Condition: { StringEquals: { "aws:RequestedRegion": "x" } } } },
    );
    expect(["s3:putobject", "aws:requestedregion", "iam:unknown", "Kept"].map(spell)).toEqual(["s3:PutObject", "aws:RequestedRegion", "iam:unknown", "Kept"]);
  });
});
