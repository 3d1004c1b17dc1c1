import { describe, expect, it } from "vitest";
import { candidates } from "./candidates.ts";

const words = (...line: string[]): readonly string[] => candidates(line).words;

describe("completion", () => {
  it("knows verbs, and what groups go on with", () => {
    expect(words("")).toEqual(expect.arrayContaining(["plan", "apply", "policy", "add"]));
    expect(words("policy", "")).toEqual(["lint", "diff", "test"]);
    expect(words("add", "")).toEqual(expect.arrayContaining(["account", "ou", "service", "sandbox"]));
  });

  it("knows the flags of a verb and their choices", () => {
    expect(words("plan", "--")).toEqual(expect.arrayContaining(["--out", "--local", "--config", "--help"]));
    expect(words("check", "--format", "")).toContain("sarif");
    expect(words("policy", "lint", "--kind", "")).toContain("scp");
  });

  it("asks for names where accounts, OUs and codes stand", () => {
    expect(candidates(["move", ""]).names).toBe("accounts");
    expect(candidates(["move", "shop", "--to", ""]).names).toBe("ous");
    expect(candidates(["rename", "ou", ""]).names).toBe("ous");
    expect(candidates(["explain", ""]).names).toBe("codes");
    expect(candidates(["completion", ""]).words).toContain("fish");
  });

  it("takes the value of a flag for no argument", () => {
    expect(candidates(["move", "--to", "Sandbox", ""]).names).toBe("accounts");
    expect(candidates(["move", "shop", ""]).names).toBeUndefined();
  });
});
