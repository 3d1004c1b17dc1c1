import { describe, expect, it } from "vitest";
import type { PolicyDocumentKind } from "../document.ts";
import { validatePolicy } from "../validate.ts";

const told = (Effect: unknown, kind: PolicyDocumentKind) =>
  validatePolicy({ Version: "2012-10-17", Statement: { Effect, Action: "s3:*", Resource: "*", ...(kind === "rcp" ? { Principal: "*" } : {}) } }, kind).map(
    ({ code, suggestion }) => [code, suggestion],
  );

describe("the Effect", () => {
  it("is Allow or Deny in an SCP: LF3020 otherwise", () => {
    expect(told("Allow", "scp")).toEqual([]);
    expect(told("deny", "scp")).toEqual([["LF3020", "Deny"]]);
    expect(told("Permit", "scp")).toEqual([["LF3020", undefined]]);
    expect(told(true, "scp")).toEqual([["LF3020", undefined]]);
  });

  it("is only Deny in an RCP: LF3021 for Allow", () => {
    expect(told("Deny", "rcp")).toEqual([]);
    expect(told("Allow", "rcp")).toEqual([["LF3021", undefined]]);
    expect(told("allow", "rcp")).toEqual([["LF3020", undefined]]);
  });
});
