import { describe, expect, it } from "vitest";
import { validatePolicy } from "../validate.ts";

const told = (document: object) =>
  validatePolicy({ Statement: { Effect: "Deny", Action: "*", Resource: "*" }, ...document }, "scp").map(({ code, severity, suggestion }) => [code, severity, suggestion]);

describe("the Version", () => {
  it("is 2012-10-17", () => {
    expect(told({ Version: "2012-10-17" })).toEqual([]);
  });

  it("may be missing (LF3011) or old (LF3013), which takes the variables away", () => {
    expect(told({})).toEqual([["LF3011", "warning", undefined]]);
    expect(told({ Version: "2008-10-17" })).toEqual([["LF3013", "warning", undefined]]);
  });

  it("is nothing else (LF3012)", () => {
    expect(told({ Version: "2026-01-01" })).toEqual([["LF3012", "error", "2012-10-17"]]);
    expect(told({ Version: 20121017 })).toEqual([["LF3012", "error", "2012-10-17"]]);
  });
});
