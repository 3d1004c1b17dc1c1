import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { referencePage } from "./reference-page.ts";
import { COMMANDS } from "./registry.ts";

describe("the reference page", () => {
  it("is found from the program, and has the heading that each help points at", () => {
    const text = readFileSync(referencePage() ?? "", "utf8");
    for (const { name } of COMMANDS) expect(text).toContain(`\n## landfall ${name}\n`);
  });

  it("is not pointed at where it was left out", () => {
    expect(referencePage(tmpdir())).toBeUndefined();
  });
});
