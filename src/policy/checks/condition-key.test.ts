import { describe, expect, it } from "vitest";
import { validatePolicy } from "../validate.ts";

const told = (keys: object) =>
  validatePolicy({ Version: "2012-10-17", Statement: { Effect: "Deny", Action: "*", Resource: "*", Condition: { StringEquals: keys } } }, "scp").map(
    ({ code, severity, path }) => [code, severity, path.at(-1)],
  );

describe("a condition key", () => {
  it("is SERVICE:NAME: LF3032", () => {
    expect(told({ "aws:PrincipalTag/dp:exclude": "x", "graph.facebook.com:id": "x", "saml:aud": "x" })).toEqual([]);
    expect(told({ SourceIp: "x", ":x": "x" })).toEqual([
      ["LF3032", "error", "SourceIp"],
      ["LF3032", "error", ":x"],
    ]);
  });

  it("stands once, whatever its case: LF3033", () => {
    expect(told({ "aws:PrincipalArn": "x", "aws:PrincipalARN": "y" })).toEqual([["LF3033", "warning", "aws:PrincipalARN"]]);
  });
});
