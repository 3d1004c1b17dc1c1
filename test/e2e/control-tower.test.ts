import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { connect } from "../../src/aws/index.ts";
import { openEmulator } from "../../src/emulator/index.ts";
import { jumpingClock } from "../kit/jumping-clock.ts";
import { landingZone } from "../kit/landing-zone.ts";
import { emptyFolder, landfallIn, type Run } from "./kit/program.ts";

/** The program in a folder whose embedded AWS holds what Control Tower leaves. */
async function governed(): Promise<{ dir: string; run: (...args: string[]) => Promise<Run> }> {
  const dir = emptyFolder();
  const emulator = await openEmulator({ dir: path.join(dir, ".landfall/local"), clock: jumpingClock() });
  const { requestHandler, credentials, clock } = emulator;
  await landingZone(connect({ homeRegion: "eu-west-1", clock, requestHandler, credentials }));
  await emulator.close();
  return { dir, run: landfallIn(dir) };
}

const INIT = ["init", "--from", "control-tower", "--local", "--home-region", "eu-west-1"] as const;

describe("landfall init --from control-tower", () => {
  it("writes down what Control Tower governs without what is its own, which is watched; the first plan is empty", async () => {
    const { dir, run } = await governed();
    const init = await run(...INIT);
    expect(init.code, init.stderr).toBe(0);
    expect(init.stderr).toContain("Control Tower governs 2 OUs here. 4 things of its own are watched and not changed:");
    expect(init.stderr).toContain("Not read: Control Tower's register: it answered NotImplemented.");
    const text = readFileSync(path.join(dir, "landfall.config.ts"), "utf8");
    expect(text).toContain("// Control Tower governs this organization. OUs that are registered with it: Sandbox, Security.");
    expect(text).toMatch(/ous: \{[^]*Security: [^]*audit: /);
    expect(text).not.toMatch(/aws-guardrails-|controltower\.amazonaws\.com/);
    expect((await run("check")).code).toBe(0);
    const plan = await run("plan", "--local", "--full", "--detailed-exitcode");
    expect(plan.code, plan.stderr).toBe(0);
    expect(plan.stdout).toContain("No changes in what was read.");
    expect(plan.stdout.match(/Control Tower's own/g)?.length).toBe(4);
  });

  it("refuses afterwards to take from Control Tower what is its own", async () => {
    const { run } = await governed();
    await run(...INIT);
    expect((await run("move", "audit", "--to", "Own")).code).toBe(0);
    const plan = await run("plan", "--local");
    expect(plan.code).toBe(6);
    expect(plan.stderr).toContain("LF4030");
  });

  it("says where Control Tower governs nothing (LF7009), and writes nothing", async () => {
    const run = landfallIn(emptyFolder());
    await run("init", "--blueprint", "smb-starter");
    expect((await run("apply", "--local", "--yes")).code).toBe(0);
    const none = await run(...INIT, "--dir", "other");
    expect(none.code).toBe(1);
    expect(none.stderr).toMatch(/Control Tower does not govern the organization o-\w+\.[^]*landfall init --from-aws[^]*LF7009/);
    expect((await run("check", "--chdir", "other")).code).toBe(64);
  });

  it("reads no files, and goes with one source only (LF9001)", async () => {
    const run = landfallIn(emptyFolder());
    for (const [args, told] of [
      [[...INIT, "./folder"], "in AWS, not in files"],
      [[...INIT, "--blueprint", "full"], "--blueprint and --from do not go together"],
      [["init", "--from-aws", "--from", "lza", "./folder"], "--from-aws and --from do not go together"],
      [["init", "--from-aws", "--service", "shop"], "--service has no effect with --from-aws"],
      [["init", "--blueprint", "full", "--profile", "x"], "--profile has no effect with --blueprint"],
      [["init", "--from", "lza", "./folder", "--contacts"], "--contacts has no effect with --from"],
    ] as const) {
      const { code, stderr } = await run(...args);
      expect(code).toBe(64);
      expect(stderr).toContain(told);
      expect(stderr).toContain("LF9001");
    }
  });
});
