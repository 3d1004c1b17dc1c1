import { describe, expect, it } from "vitest";
import { containsAllow } from "./contains-allow.ts";

describe("containsAllow", () => {
  it("looks at every statement, single or listed", () => {
    const deny = { Effect: "Deny", Action: "*", Resource: "*" } as const;
    expect(containsAllow({ Statement: deny })).toBe(false);
    expect(containsAllow({ Statement: [deny, { ...deny, Effect: "Allow" }] })).toBe(true);
    expect(containsAllow({ Statement: [] })).toBe(false);
  });
});
