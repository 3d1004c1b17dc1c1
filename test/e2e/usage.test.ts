import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, inject, it } from "vitest";
import { COMMANDS, HABITS } from "../../src/cli/registry.ts";
import { CODES } from "../../src/diagnostics/index.ts";
import { emptyFolder, landfallIn } from "./kit/program.ts";

const manifest = JSON.parse(readFileSync(path.resolve(import.meta.dirname, "../../package.json"), "utf8")) as { version: string };

describe("landfall", () => {
  it("prints its version", async () => {
    expect(await landfallIn(emptyFolder())("--version")).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: "" });
  });

  it("lists every verb in its help, and every flag in the help of each", async () => {
    const run = landfallIn(emptyFolder());
    const { code, stdout } = await run("--help");
    expect(code).toBe(0);
    for (const { name, flags } of COMMANDS) {
      const words = name.split(" ");
      expect(stdout).toMatch(new RegExp(`^  ${words[0]}\\b`, "m"));
      const help = await run(...words, "--help");
      expect(help.code).toBe(0);
      for (const spec of flags) expect(help.stdout).toContain(spec.flags);
    }
  });

  it("prints the help when nothing is asked of it", async () => {
    const { code, stdout } = await landfallIn(emptyFolder())();
    expect(code).toBe(0);
    expect(stdout).toContain("landfall demo");
  });

  it("answers an unknown verb with the nearest, and a habit with the verb that is meant", async () => {
    const run = landfallIn(emptyFolder());
    const misspelled = await run("aply");
    expect([misspelled.code, misspelled.stdout]).toEqual([64, ""]);
    expect(misspelled.stderr).toContain("Did you mean apply?");
    expect((await run("destroy")).stderr).toMatch(/No verb is 'destroy'[^]*`remove`[^]*LF9009/);
    for (const [typed, meant] of Object.entries(HABITS).slice(0, 3)) {
      expect((await run(typed)).stderr).toContain(`Did you mean ${meant}?`);
    }
  });

  it("refuses an unknown flag, and a choice that is none", async () => {
    const run = landfallIn(emptyFolder());
    expect(await run("plan", "--loca")).toMatchObject({ code: 64, stdout: "" });
    expect((await run("plan", "--loca")).stderr).toMatch(/│ error {2}Unknown option '--loca'[^]*Did you mean --local\?[^]*landfall plan --help[^]*LF9009/);
    expect((await run("plan", "--format", "xml")).code).toBe(64);
    expect((await run("plan", "--exclude", "cats")).code).toBe(64);
    expect((await run("show", "superfluous")).code).toBe(64);
  });
});

describe("landfall explain", () => {
  it("lists all codes, and says what one means", async () => {
    const run = landfallIn(emptyFolder());
    const all = await run("explain");
    expect(all.stdout.trimEnd().split("\n")).toHaveLength(CODES.size);
    const one = await run("explain", "lf4004");
    expect(one.code).toBe(0);
    expect(one.stdout).toContain("LF4004  An account may have been renamed");
    expect(one.stdout).toContain("Fix: ");
  });

  it("LF9004: names the nearest code to one that does not exist", async () => {
    const { code, stdout, stderr } = await landfallIn(emptyFolder())("explain", "LF4094");
    expect([code, stdout]).toEqual([64, ""]);
    expect(stderr).toContain("LF9004");
    expect(stderr).toMatch(/Did you mean LF\d{4}\?/);
  });
});

describe("landfall schema", () => {
  it("prints the JSON Schema that is published with the package", async () => {
    const { code, stdout } = await landfallIn(emptyFolder())("schema");
    expect(code).toBe(0);
    const published = path.join(inject("installed"), "node_modules/landfall/dist/organization.schema.json");
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(published, "utf8")));
  });
});

describe("a command line that is wrong", () => {
  it.each([
    ["LF9001", ["emulator", "--fresh"]],
    ["LF9001", ["init"]],
    ["LF9001", ["init", "folder"]],
    ["LF9001", ["init", "--from", "lza"]],
    ["LF9002", ["check", "--chdir", "nowhere"]],
    ["LF9002", ["apply", "nowhere.json"]],
    ["LF9006", ["emulator", "--port", "many"]],
    ["LF1001", ["check"]],
  ])("%s: %j", async (expected, args) => {
    const { code, stdout, stderr } = await landfallIn(emptyFolder())(...args);
    expect([code, stdout]).toEqual([64, ""]);
    expect(stderr).toContain(`landfall explain ${expected}`);
  });

  it("LF9001, LF9003 and LF9005 need an organization file to be reached", async () => {
    const run = landfallIn(emptyFolder());
    expect((await run("init", "--blueprint", "smb-starter")).code).toBe(0);
    const again = await run("init", "--blueprint", "smb-starter");
    expect(again).toMatchObject({ code: 1, stdout: "" });
    expect(again.stderr).toContain("LF9005");
    expect((await run("init", "--blueprint", "smb-starter", "--force")).code).toBe(0);
    const both = await run("plan", "--local", "--profile", "me");
    expect(both.code).toBe(64);
    expect(both.stderr).toContain("LF9001");
    const unasked = await run("apply", "--local");
    expect(unasked.code).toBe(64);
    expect(unasked.stderr).toContain("LF9003");
  });

  it("completes verbs, flags and the names in the organization file", async () => {
    const run = landfallIn(emptyFolder());
    await run("init", "--blueprint", "starter");
    const words = async (...line: string[]): Promise<string[]> => (await run("completion", "--line", "--", ...line)).stdout.trim().split("\n");
    expect(await words("pla")).toEqual(["plan"]);
    expect(await words("move", "log")).toEqual(["log-archive"]);
    expect(await words("move", "log-archive", "--to", "Sec")).toContain("Security");
    for (const shell of ["bash", "zsh", "fish"]) expect((await run("completion", shell)).stdout).toContain("landfall completion --line");
    expect((await run("completion", "tcsh")).code).toBe(64);
  });
});
