import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { startEmulator } from "./kit/emulator.ts";
import { emptyFolder, landfallIn } from "./kit/program.ts";

describe("landfall bootstrap and doctor", () => {
  it("make roles with which the program plans and applies, and nothing more", async () => {
    const emulator = await startEmulator(emptyFolder(), "--speed", "60");
    const run = landfallIn(emptyFolder(), emulator.env);
    await run("init", "--blueprint", "smb-starter");
    const role = (name: string): string[] => ["--role", `arn:aws:iam::111111111111:role/landfall-${name}`];

    expect((await run("bootstrap", "--create")).code).toBe(64);
    const made = await run("bootstrap", "--create", "--yes");
    expect(made.stdout).toMatch(/created {2}landfall-plan\ncreated {2}landfall-apply/);
    expect((await run("plan", ...role("plan"))).stdout).toContain("to create");
    const denied = await run("apply", "--yes", ...role("plan"));
    expect(denied.code).toBe(7);
    expect(denied.stderr).toContain("LF7003");
    const applied = await run("apply", "--yes", ...role("apply"));
    expect(applied.code, applied.stderr).toBe(0);

    const drifted = await run("doctor");
    expect(drifted.stdout).toMatch(/warn +roles +landfall-plan has its actions on other resources/);
    const again = await run("bootstrap", "--create", "--yes", "--account", "all");
    expect(again.stdout).toMatch(/updated {2}landfall-plan\nupdated {2}landfall-apply\ncreated {2}landfall-member in /);
    expect((await run("bootstrap", "--create", "--yes", "--account", "all")).stdout).toMatch(/unchanged {2}landfall-plan\nunchanged {2}landfall-apply\nunchanged {2}landfall-member in /);
    const fit = await run("doctor", "--format", "json", ...role("plan"));
    expect(fit.code).toBe(0);
    const { format, checks } = JSON.parse(fit.stdout) as { format: string; checks: { check: string; findings: { status: string }[] }[] };
    expect(format).toBe("landfall.doctor/1");
    expect(checks.filter(({ findings }) => findings.some(({ status }) => status !== "ok")).map(({ check }) => check)).toEqual([]);
    expect((await run("plan", "--detailed-exitcode", ...role("plan"))).code).toBe(0);
    emulator.running.process.kill();
    await emulator.running.ended;
  }, 120_000);

  it("print policies to paste, and templates for CloudFormation, without AWS", async () => {
    const run = landfallIn(emptyFolder());
    const offline = ["--management-account", "111111111111", "--home-region", "eu-west-1"];
    const policies = JSON.parse((await run("bootstrap", ...offline, "--format", "policy")).stdout) as Record<string, { policy: { Version: string } }>;
    expect(Object.keys(policies)).toEqual(["landfall-plan", "landfall-apply", "landfall-member"]);
    const stack = parse((await run("bootstrap", ...offline, "--format", "cloudformation")).stdout) as { Resources: object };
    expect(Object.keys(stack.Resources)).toEqual(["PlanRole", "ApplyRole"]);
    const member = parse((await run("bootstrap", ...offline, "--only", "member", "--format", "cloudformation")).stdout) as { Resources: object };
    expect(Object.keys(member.Resources)).toEqual(["MemberRole"]);
    const printed = await run("doctor", "--local", "--home-region", "eu-west-1", "--print-policy", "read");
    expect(Object.keys(JSON.parse(printed.stdout) as object)).toEqual(["Version", "Statement"]);
    for (const idle of [["--create", ...offline], ["--account", "all", ...offline], ["--external-id", "x", ...offline], ["--trust", "everyone", ...offline]]) {
      expect((await run("bootstrap", ...idle)).code).toBe(64);
    }
  });

  it("end as the first failure says: 64 without a file, 7 without credentials", async () => {
    const bare = await landfallIn(emptyFolder())("doctor", "--local", "--home-region", "eu-west-1");
    expect(bare.code).toBe(64);
    expect(bare.stdout).toContain("No organization file was found");
    const run = landfallIn(emptyFolder(), { AWS_EC2_METADATA_DISABLED: "true", HOME: emptyFolder(), AWS_SHARED_CREDENTIALS_FILE: "none", AWS_CONFIG_FILE: "none" });
    await run("init", "--blueprint", "smb-starter");
    const { code, stdout } = await run("doctor");
    expect(code, stdout).toBe(7);
    expect(stdout).toMatch(/fail +credentials +No AWS credentials were found/);
    expect(stdout).toMatch(/skip +lock +not asked: the credentials do not work/);
  });
});
