import { describe, expect, it } from "vitest";
import { validatePolicy } from "../validate.ts";

const told = (Statement: unknown) =>
  validatePolicy({ Version: "2012-10-17", Statement }, "scp").map(({ code, severity, path }) => `${code} ${severity} ${path.join("/")}`);

describe("LF3015, an empty list or object", () => {
  it("is told wherever it stands", () => {
    expect(told([])).toEqual(["LF3015 warning Statement"]);
    const Condition = { Bool: {}, StringLike: { "aws:x": [] } };
    expect(told({ Effect: "Deny", Action: [], NotResource: [], Condition })).toEqual([
      "LF3015 warning Statement/Action",
      "LF3015 warning Statement/NotResource",
      "LF3015 warning Statement/Condition/Bool",
      "LF3015 warning Statement/Condition/StringLike/aws:x",
    ]);
    expect(told({ Effect: "Deny", Action: "*", Resource: "*", Condition: {} })).toEqual(["LF3015 warning Statement/Condition"]);
  });
});
