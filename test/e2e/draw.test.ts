import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, landfallIn } from "./kit/program.ts";

const PICTURE = path.resolve(import.meta.dirname, "../../docs/organization.svg");

describe("landfall draw", () => {
  it("draws the picture in the README", async () => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    await run("init", "--blueprint", "full");
    expect((await run("draw", "--out", "organization.svg")).code).toBe(0);
    expect(readFileSync(path.join(dir, "organization.svg"), "utf8"), "write docs/organization.svg anew: init --blueprint full, draw --out").toBe(readFileSync(PICTURE, "utf8"));
  });

  it("knows the form by the ending, and draws policies and saved plans", async () => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    await run("init", "--blueprint", "smb-starter");
    await run("plan", "--local", "--out", "plan.json");
    expect((await run("draw", "--plan", "plan.json")).stdout).toMatch(/network {2}created/);
    expect((await run("draw", "--policy", "deny-leave-organization")).stdout).toContain("attached here");
    for (const [name, begin] of [["a.svg", "<svg "], ["a.md", "```mermaid\nflowchart"], ["a.mmd", "flowchart"], ["a.drawio", "<mxfile "]] as const) {
      expect((await run("draw", "--out", name)).code).toBe(0);
      expect(readFileSync(path.join(dir, name), "utf8").startsWith(begin), name).toBe(true);
    }
    expect((await run("draw", "--live", "--local")).stdout).toContain("root");
  });

  it("refuses what it cannot draw", async () => {
    const run = landfallIn(emptyFolder());
    await run("init", "--blueprint", "smb-starter");
    expect((await run("draw", "--out", "a.png")).stderr).toContain("LF9001");
    expect((await run("draw", "--policy", "deny-leave-organisation")).stderr).toContain("deny-leave-organization");
    expect((await run("draw", "--plan", "absent.json")).code).toBe(64);
    expect((await run("draw", "--plan", "p.json", "--policy", "p")).code).toBe(64);
  });
});
