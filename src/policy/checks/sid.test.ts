import { describe, expect, it } from "vitest";
import { validatePolicy } from "../validate.ts";

const told = (...sids: (string | undefined)[]) =>
  validatePolicy({ Version: "2012-10-17", Statement: sids.map((Sid) => ({ Sid, Effect: "Deny", Action: "*", Resource: "*" })) }, "scp")
    .filter(({ code }) => code !== "LF3010")
    .map(({ code, severity, path, suggestion }) => [code, severity, path[1], suggestion]);

describe("the Sid", () => {
  it("has letters and digits: LF3022 suggests a name that has", () => {
    expect(told("DenyAll1", "")).toEqual([]);
    expect(told("deny all_regions!")).toEqual([["LF3022", "warning", 0, "denyAllRegions"]]);
  });

  it("is unique: LF3023 at the second", () => {
    expect(told("A", "B", "A", undefined, undefined)).toEqual([["LF3023", "warning", 2, undefined]]);
  });
});
