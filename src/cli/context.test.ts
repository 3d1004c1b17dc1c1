import { describe, expect, it } from "vitest";
import { contextOf, inContext } from "./context.ts";
import { Flags } from "./flags.ts";

describe("the context of a command", () => {
  it("is repeated in the commands to type next, quoted for a shell", () => {
    const flags = new Flags({ local: true, chdir: "my org", profile: undefined });
    expect(contextOf(flags)).toBe(" --local --chdir 'my org'");
    expect(inContext("Wait for it. If that run is surely dead:\n\n  landfall unlock", flags)).toMatch(/ {2}landfall unlock --local --chdir 'my org'$/);
  });

  it("is left alone where a command has its own, and where there is none", () => {
    expect(inContext("Rehearse:\n\n  landfall plan --local", new Flags({ profile: "x" }))).toMatch(/plan --local$/);
    expect(inContext("  landfall plan --out plan.json", new Flags({}))).toBe("  landfall plan --out plan.json");
  });
});
