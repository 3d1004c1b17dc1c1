import { describe, expect, it } from "vitest";
import { validatePolicy } from "../validate.ts";

const told = (Principal: unknown) =>
  validatePolicy({ Version: "2012-10-17", Statement: { Effect: "Deny", Principal, Action: "s3:*", Resource: "*" } }, "rcp").map(({ code, suggestion }) => [code, suggestion]);

describe("the Principal of an RCP", () => {
  it('is "*" and nothing else: LF3024', () => {
    expect(told("*")).toEqual([]);
    for (const principal of [{ AWS: "*" }, ["*"], "arn:aws:iam::111122223333:root", 5]) expect(told(principal)).toEqual([["LF3024", "*"]]);
  });
});
