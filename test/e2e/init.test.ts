import { readdirSync, readFileSync } from "node:fs";
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
    expect(readdirSync(dir).toSorted()).toEqual([`landfall.config.${format}`]);
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

  it("writes options and worked examples on demand, a second organization among them", async () => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    const init = await run("init", "--blueprint", "team", "--with", "split-delivery,policy-organization", "--with", "split-observability", "--format", "yaml");
    expect(init.code, init.stderr).toBe(0);
    expect(init.stdout).toContain("wrote policy-organization/landfall.config.yaml");
    expect((await run("show", "--declared")).stdout).toMatch(/delivery-prod[^]*observability-prod/);
    const check = await run("check", "--fail-on", "warning", "--config", "policy-organization/landfall.config.yaml");
    expect(check.code, check.stdout).toBe(0);
  });

  it("writes the next size of an organization, with what moved", async () => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    expect((await run("init", "--blueprint", "smb")).code).toBe(0);
    expect((await run("init", "--blueprint", "starter", "--grown-from", "smb", "--force")).code).toBe(0);
    expect(readFileSync(`${dir}/landfall.config.ts`, "utf8")).toContain('"ou:Workloads/Test": "ou:Workloads/SDLC",');
    expect((await run("check", "--fail-on", "warning")).code).toBe(0);
  });

  it("LF9001: refuses what does not go with the blueprint, and says what it goes with", async () => {
    const refused = async (...flags: string[]): Promise<string> => {
      const { code, stderr } = await landfallIn(emptyFolder())("init", ...flags);
      expect(code).toBe(64);
      return stderr;
    };
    expect(await refused("--blueprint", "smb", "--with", "transitional")).toMatch(/full[^]*LF9001/);
    expect(await refused("--blueprint", "smb", "--grown-from", "full")).toMatch(/smb-starter[^]*LF9001/);
    expect(await refused("--with", "transitional")).toMatch(/--blueprint[^]*LF9001/);
    expect(await refused("--blueprint", "full", "--with", "transitonal")).toMatch(/transitional[^]*LF9004/);
  });

  it("LF9004: names the blueprints when one does not exist", async () => {
    const { code, stderr } = await landfallIn(emptyFolder())("init", "--blueprint", "ful");
    expect(code).toBe(64);
    expect(stderr).toMatch(/full/);
  });
});
