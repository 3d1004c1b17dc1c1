import { describe, expect, it } from "vitest";
import { COMMANDS } from "../registry.ts";
import { type Candidates, candidates } from "./candidates.ts";

const at = (...line: string[]): Candidates => candidates(line, COMMANDS);
const words = (...line: string[]): readonly string[] => at(...line).words;

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
    expect(at("move", "").names).toBe("accounts");
    expect(at("move", "shop", "--to", "").names).toBe("ous");
    expect(at("rename", "ou", "").names).toBe("ous");
    expect(at("explain", "").names).toBe("codes");
    expect(at("completion", "").words).toContain("fish");
  });

  it("takes the value of a flag for no argument", () => {
    expect(at("move", "--to", "Sandbox", "").names).toBe("accounts");
    expect(at("move", "shop", "").names).toBeUndefined();
  });
});
