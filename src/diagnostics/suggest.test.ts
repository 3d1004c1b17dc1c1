import { describe, expect, it } from "vitest";
import { nearest } from "./index.ts";

describe("the nearest word", () => {
  it.each([
    ["emial", "email"],
    ["stgae", "stage"],
    ["Ownr", "owner"],
    ["oganizaton", "organization"],
  ])("to %s is %s", (typed, meant) => {
    expect(nearest(typed, ["email", "stage", "owner", "organization"])).toBe(meant);
  });

  it("is none where nothing is close", () => {
    expect(nearest("tags", ["email", "stage"])).toBeUndefined();
    expect(nearest("", ["email"])).toBeUndefined();
  });
});
