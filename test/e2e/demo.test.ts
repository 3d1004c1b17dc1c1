import { describe, expect, it } from "vitest";
import { BLUEPRINTS } from "../../src/blueprints/index.ts";
import { emptyFolder, start } from "./kit/program.ts";

/** The promise is half a minute; a machine that is busy with other tests gets some more. */
const PATIENCE = 60_000;

describe("landfall demo", () => {
  it.each(BLUEPRINTS.map(({ name }) => name))("does the main job with %s, and says what to type next", { timeout: PATIENCE }, async (blueprint) => {
    const { code, stdout, stderr } = await start(["demo", "--blueprint", blueprint], { cwd: emptyFolder() }).ended;
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("60 times as fast");
    expect(stdout).toContain("No changes.");
    expect(stdout.slice(stdout.indexOf("No changes."))).toMatch(/FullAWSAccess|deny-leave-organization/);
    expect(stderr).toContain(`npx landfall init --blueprint ${blueprint}`);
  });
});
