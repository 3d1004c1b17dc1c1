import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { startEmulator } from "./kit/emulator.ts";
import { emptyFolder, landfallIn } from "./kit/program.ts";
import { write } from "./kit/write.ts";

const organization = (name: string, description: string): string => `name: ${name}
homeRegion: eu-west-1
regions: [eu-west-1]
policies:
  deny-leave:
    type: scp
    description: ${description}
    document: { Version: "2012-10-17", Statement: [{ Sid: NoLeave, Effect: Deny, Action: organizations:LeaveOrganization, Resource: "*" }] }
root: { policies: [deny-leave] }
`;

const DEV = ["--config", "dev.config.yaml"];

describe("a development organization beside the real one", () => {
  it("has its own rehearsal, plans, runs and way back", async () => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    write(dir, { "landfall.config.yaml": organization("acme", "Real"), "dev.config.yaml": organization("acme-dev", "Tried first") });
    const dev = await run("apply", "--local", "--yes", ...DEV);
    expect(dev.code, dev.stderr).toBe(0);
    expect(dev.stderr).toContain(path.join(".landfall", "organizations", "dev.config", "local"));
    expect(dev.stderr).toMatch(/landfall undo \S+ --local --config dev\.config\.yaml/);
    const real = await run("plan", "--local", "--detailed-exitcode", "--out", "plan.json");
    expect(real.code).toBe(2);
    expect(real.stdout).toContain("not created yet");
    expect((await run("undo")).stdout).toBe("No run of this project is on record.\n");
    const [id = ""] = readdirSync(path.join(dir, ".landfall/organizations/dev.config/runs"));
    expect((await run("undo", ...DEV)).stdout).toContain(id);
    const wrong = await run("undo", id, "--local", "--yes");
    expect(wrong.code).toBe(64);
    expect(wrong.stderr).toContain("LF5006");
    const devPlan = await run("plan", "--local", "--out", "dev.json", ...DEV);
    expect(devPlan.stdout).toContain("No changes.");
    const crossed = await run("apply", "--local", "--yes", "dev.json");
    expect(crossed.code).toBe(6);
    expect(crossed.stderr).toContain("LF4006");
    expect(existsSync(path.join(dir, ".landfall/runs"))).toBe(false);
  });

  it("is locked for itself: a run in the one does not hold up the other", async () => {
    const dir = emptyFolder();
    const first = await startEmulator(dir, "--speed", "60");
    const second = await startEmulator(dir, "--speed", "60");
    const [real, dev] = [landfallIn(dir, first.env), landfallIn(dir, second.env)];
    write(dir, { "landfall.config.yaml": organization("acme", "Real"), "dev.config.yaml": organization("acme-dev", "Tried first") });
    const [one, two] = await Promise.all([real("apply", "--yes"), dev("apply", "--yes", ...DEV)]);
    expect([one.code, two.code], one.stderr + two.stderr).toEqual([0, 0]);
    expect((await real("unlock")).stdout).toContain("Nobody holds the lock");
    expect((await dev("unlock", ...DEV)).stdout).toContain("Nobody holds the lock");
    expect(readdirSync(path.join(dir, ".landfall/runs"))).toHaveLength(1);
    expect(readdirSync(path.join(dir, ".landfall/organizations/dev.config/runs"))).toHaveLength(1);
  });
});
