import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BLUEPRINTS } from "../../src/blueprints/index.ts";
import { emptyFolder, landfallIn } from "./kit/program.ts";

const FORMATS = ["ts", "json", "yaml"];

describe.each(BLUEPRINTS.map(({ name }) => name))("landfall init --blueprint %s", (blueprint) => {
  it.each(FORMATS)("writes %s that checks clean", async (format) => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    const init = await run("init", "--blueprint", blueprint, "--format", format, "--name", "foo", "--email", "aws+{account}@foo.company");
    expect(init.code).toBe(0);
    expect(init.stdout.split("\n")[0]).toBe(`wrote landfall.config.${format}`);
    expect(readdirSync(dir).toSorted()).toEqual([`landfall.config.${format}`, "policies"]);
    const check = await run("check", "--fail-on", "warning", "--format", "json");
    expect(JSON.parse(check.stdout)).toMatchObject({ errors: 0, warnings: 0 });
    expect(check).toMatchObject({ code: 0, stderr: "" });
  });

  it("says the same in every format", async () => {
    const trees = await Promise.all(
      FORMATS.map(async (format) => {
        const run = landfallIn(emptyFolder());
        await run("init", "--blueprint", blueprint, "--format", format);
        const { code, stdout } = await run("show", "--declared", "--format", "json");
        expect(code).toBe(0);
        return stdout;
      }),
    );
    expect(new Set(trees).size).toBe(1);
  });
});

describe("landfall init", () => {
  it("puts the answers where they belong", async () => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    const { code } = await run("init", "--blueprint", "full", "--name", "foo", "--home-region", "eu-central-1", "--region", "eu-west-3", "--service", "shop", "--dir", "org");
    expect(code).toBe(0);
    const { stdout } = await run("show", "--declared", "--chdir", "org");
    expect(stdout).toContain("foo");
    expect(stdout).toMatch(/\bshop\b/);
    const check = await run("check", "--chdir", "org");
    expect([check.code, check.stdout.includes("error")]).toEqual([0, false]);
  });

  it("LF9004: names the blueprints when one does not exist", async () => {
    const { code, stderr } = await landfallIn(emptyFolder())("init", "--blueprint", "ful");
    expect(code).toBe(64);
    expect(stderr).toMatch(/full/);
  });
});
