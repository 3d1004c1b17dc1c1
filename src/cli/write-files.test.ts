import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { writeFiles } from "./write-files.ts";

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), "landfall-write-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

describe("writing files", () => {
  it("LF9002: leaves neither half a file nor one beside it when the last step fails", async () => {
    const dir = folder();
    mkdirSync(join(dir, "landfall.config.ts", "inside"), { recursive: true });
    await expect(writeFiles(dir, [{ path: "landfall.config.ts", text: "x" }], true)).rejects.toThrow(/^LF9002 /);
    expect(readdirSync(dir)).toEqual(["landfall.config.ts"]);
  });

  it("LF9005: overwrites only when it may, and the whole file then", async () => {
    const dir = folder();
    writeFileSync(join(dir, "a.txt"), "before");
    await expect(writeFiles(dir, [{ path: "a.txt", text: "after" }, { path: "b/c.txt", text: "" }], false)).rejects.toThrow(/^LF9005 /);
    expect([readdirSync(dir), readFileSync(join(dir, "a.txt"), "utf8")]).toEqual([["a.txt"], "before"]);
    await writeFiles(dir, [{ path: "a.txt", text: "after" }, { path: "b/c.txt", text: "" }], true);
    expect([readdirSync(dir).toSorted(), readFileSync(join(dir, "a.txt"), "utf8")]).toEqual([["a.txt", "b"], "after"]);
  });
});
