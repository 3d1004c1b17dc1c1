import { describe, expect, it } from "vitest";
import { emptyFolder, landfallIn } from "./kit/program.ts";

/** An address that is set aside for documentation; nothing is there. */
const ELSEWHERE = "http://192.0.2.1:4566";
const KEYS = { AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE", AWS_SECRET_ACCESS_KEY: "none" };

describe("the network", () => {
  it("is watched: every end-to-end test would end where the program leaves the machine", async () => {
    const run = landfallIn(emptyFolder(), KEYS);
    await run("init", "--blueprint", "smb-starter");
    const { code, stderr } = await run("plan", "--endpoint-url", ELSEWHERE);
    expect([code, stderr]).toEqual([99, expect.stringContaining("LEFT THE MACHINE: 192.0.2.1")]);
    expect((await run("plan")).stderr).toContain("LEFT THE MACHINE: sts.");
  });

  it("is left alone by everything that works without AWS, whatever the environment holds", async () => {
    const run = landfallIn(emptyFolder(), { ...KEYS, AWS_ENDPOINT_URL: ELSEWHERE, AWS_PROFILE: "none", HTTPS_PROXY: ELSEWHERE });
    await run("init", "--blueprint", "smb-starter");
    for (const args of [["check"], ["show", "--declared"], ["schema"], ["explain", "LF1001"], ["plan", "--local"], ["show", "--local"]]) {
      const { code, stderr } = await run(...args);
      expect([args, code, stderr.includes("LEFT")]).toEqual([args, 0, false]);
    }
  });

  it("LF7004: is told to be out of reach where nobody answers", async () => {
    const run = landfallIn(emptyFolder(), { ...KEYS, LANDFALL_CLOCK_SPEED: "1000" });
    await run("init", "--blueprint", "smb-starter");
    const { code, stderr } = await run("plan", "--endpoint-url", "http://127.0.0.1:9");
    expect(code).toBe(1);
    expect(stderr).toContain("LF7004");
  });

  it("LF7001: is not asked for credentials that nobody has", async () => {
    const run = landfallIn(emptyFolder());
    await run("init", "--blueprint", "smb-starter");
    const { code, stderr } = await run("plan", "--endpoint-url", "http://127.0.0.1:9");
    expect(code).toBe(7);
    expect(stderr).toContain("LF7001");
  });
});
