import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { emptyFolder, landfallIn } from "./kit/program.ts";

/** A folder with an organization file, and the program in it. */
async function project(env?: Readonly<Record<string, string>>): Promise<ReturnType<typeof landfallIn>> {
  const run = landfallIn(emptyFolder(), env);
  expect((await run("init", "--blueprint", "smb-starter")).code).toBe(0);
  return run;
}

describe("landfall --quiet, --verbose and --debug", () => {
  it("--quiet leaves the answer as it is and says nothing beside it", async () => {
    const run = await project();
    const usual = await run("plan", "--local");
    expect(usual.stderr).toContain("Rehearsal on the embedded AWS");
    expect(await run("plan", "--local", "--quiet")).toEqual({ ...usual, stderr: "" });
    const apply = await run("apply", "--local", "--yes", "--quiet");
    expect(apply.code).toBe(0);
    expect(apply.stderr).toMatch(/^\d+ done in [^\n]*\nRun [^\n]*\n$/);
  });

  it("--quiet keeps errors", async () => {
    const { code, stderr } = await landfallIn(emptyFolder())("check", "--quiet");
    expect(code).toBe(64);
    expect(stderr).toContain("LF1001");
  });

  it("--verbose tells where values come from, --debug each call without its content", async () => {
    const run = await project();
    const verbose = await run("plan", "--local", "--verbose");
    expect(verbose.stderr).toContain("organization file: landfall.config.ts (found in this folder or above)\nAWS: the embedded one (--local)\n");
    expect(verbose.stderr).not.toContain("call  ");
    const debug = await run("plan", "--local", "--debug");
    expect(debug.stderr).toMatch(/^call {2}sts:GetCallerIdentity {2}ok {2}\d+ ms {2}[\da-f-]+$/m);
    expect(debug.stdout).toBe(verbose.stdout);
    expect((await landfallIn(emptyFolder())("check", "--debug")).stderr).toMatch(/^ {4}at /m);
  });

  it("LF9001: --quiet does not go with the others", async () => {
    const { code, stderr } = await landfallIn(emptyFolder())("check", "--quiet", "--verbose");
    expect(code).toBe(64);
    expect(stderr).toContain("--quiet and --verbose do not go together.");
  });
});

describe("landfall in a pipeline", () => {
  it("folds what an apply does, and advises nobody to type", async () => {
    const run = await project({ CI: "true", GITHUB_ACTIONS: "true" });
    const plan = await run("plan", "--local");
    expect(plan.stdout).toMatch(/to create/);
    expect(plan.stdout).not.toContain("landfall apply");
    const { stderr } = await run("apply", "--local", "--yes");
    expect(stderr.split("\n").filter((line) => line.startsWith("::"))).toEqual([expect.stringMatching(/^::group::applying \d+ changes$/), "::endgroup::"]);
    expect(stderr).toMatch(/::endgroup::\n\n\d+ done in /);
  });
});

describe("landfall doctor", () => {
  it("shows each value in effect with what decided it", async () => {
    const run = await project({ LANDFALL_CONFIG: "landfall.config.ts", NO_COLOR: "1" });
    const { stdout } = await run("doctor", "--local", "--home-region", "eu-central-1", "--format", "json");
    const { checks } = JSON.parse(stdout) as { checks: readonly { check: string; findings: readonly { text: string }[] }[] };
    expect(checks.find(({ check }) => check === "settings")?.findings.map(({ text }) => text)).toEqual([
      "organization file landfall.config.ts (LANDFALL_CONFIG)",
      "home Region eu-central-1 (--home-region)",
      "AWS the embedded one (--local)",
      "color off (NO_COLOR)",
      "questions never asked (no terminal is there)",
    ]);
  });
});

describe("the help of a verb", () => {
  it("ends with a page that came with the program", async () => {
    const run = landfallIn(emptyFolder());
    const { stdout } = await run("policy", "lint", "--help");
    const [, page = "", anchor] = /\nReference:\n {2}(.+)#(.+)\n/.exec(stdout) ?? [];
    expect([existsSync(page), anchor]).toEqual([true, "landfall-policy-lint"]);
  });
});
