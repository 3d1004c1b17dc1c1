import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { emptyFolder, landfallIn } from "./kit/program.ts";
import { write } from "./kit/write.ts";

/** No accounts, which take AWS minutes even at the rehearsal's speed. */
const organization = (description: string): string => `name: acme
homeRegion: eu-west-1
regions: [eu-west-1]
accountEmail: aws+{account}@foo.company
policies:
  deny-leave:
    type: scp
    description: ${description}
    document: { Version: "2012-10-17", Statement: [{ Sid: NoLeave, Effect: Deny, Action: organizations:LeaveOrganization, Resource: "*" }] }
root: { policies: [deny-leave] }
ous:
  Security: { description: Watches the others }
`;

describe("a rehearsal", () => {
  it("goes from a blueprint to an organization and an empty plan", async () => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    await run("init", "--blueprint", "smb-starter");
    const first = await run("plan", "--local", "--detailed-exitcode");
    expect(first.code).toBe(2);
    expect(first.stderr).toContain("Rehearsal on the embedded AWS");
    const apply = await run("apply", "--local", "--yes");
    expect(apply.code, apply.stderr).toBe(0);
    expect(apply.stdout).toContain("4 accounts");
    const second = await run("plan", "--local", "--detailed-exitcode");
    expect(second.stdout).toContain("No changes.");
    expect(second.code).toBe(0);
    const show = await run("show", "--local");
    expect(show.code).toBe(0);
    for (const name of ["network", "workloads", "images", "operations", "protect-org-roles"]) expect(show.stdout).toContain(name);
    const data = JSON.parse((await run("show", "--local", "--format", "json")).stdout) as unknown;
    expect(JSON.stringify(data)).toMatch(/"o-[a-z0-9]{10,32}"/);
  });

  it("applies a saved plan exactly, wherever it was saved, and refuses it once AWS has changed", async () => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    write(dir, { "landfall.config.yaml": organization("Nobody leaves") });
    expect((await run("plan", "--local", "--out", "plans/../plan.json")).code).toBe(0);
    write(dir, { "landfall.config.yaml": organization("Changed meanwhile") });
    const apply = await run("apply", "--local", "--yes", "plan.json");
    expect(apply.code, apply.stderr).toBe(0);
    expect((await run("plan", "--local", "--detailed-exitcode")).code).toBe(2);
    const again = await run("apply", "--local", "--yes", "plan.json");
    expect(again.code, again.stderr).toBe(0);
    expect(again.stdout).toContain("No changes.");
    expect((await run("apply", "--local", "--yes")).code).toBe(0);
    expect((await run("plan", "--local", "--detailed-exitcode")).code).toBe(0);
    const stale = await run("apply", "--local", "--yes", "plan.json");
    expect(stale.code).toBe(6);
    expect(stale.stderr).toContain("LF4006");
  });

  it("applies a plan that was saved in another folder to the same rehearsal", async () => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    write(dir, { "org/landfall.config.yaml": organization("Nobody leaves"), "plans/none": "" });
    expect((await run("apply", "--local", "--yes", "--config", "org/landfall.config.yaml")).code).toBe(0);
    write(dir, { "org/landfall.config.yaml": organization("Changed") });
    expect((await run("plan", "--local", "--config", "org/landfall.config.yaml", "--out", "plans/plan.json")).code).toBe(0);
    const apply = await run("apply", "--local", "--yes", "--config", "org/landfall.config.yaml", "plans/plan.json");
    expect(apply.code, apply.stderr).toBe(0);
    expect(existsSync(path.join(dir, "plans/.landfall"))).toBe(false);
    expect((await run("plan", "--local", "--detailed-exitcode", "--config", "org/landfall.config.yaml")).code).toBe(0);
  });

  it("LF4007: takes nothing else for a saved plan", async () => {
    const dir = emptyFolder();
    write(dir, { "a.json": "{}", "b.json": "no", "landfall.config.yaml": organization("x") });
    for (const file of ["a.json", "b.json"]) {
      const { code, stderr } = await landfallIn(dir)("apply", "--local", "--yes", file);
      expect(code).toBe(64);
      expect(stderr).toContain("LF4007");
    }
  });

  it("deletes nothing that is dangerous on a general yes", async () => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    write(dir, { "landfall.config.yaml": organization("Nobody leaves") });
    expect((await run("apply", "--local", "--yes")).code).toBe(0);
    write(dir, { "landfall.config.yaml": organization("Nobody leaves").replace(/ous:[^]*/, "ous: { Workloads: {} }\n") });
    const refused = await run("apply", "--local", "--yes");
    expect(refused.code).toBe(6);
    expect(refused.stderr).toContain("LF4008");
    expect(refused.stderr).toContain("ou:Security");
    expect((await run("apply", "--local", "--yes", "--confirm", "ou:Security")).code).toBe(0);
    expect((await run("show", "--local")).stdout).not.toContain("Security");
  });

  it("gives the plan as data and as Markdown, and progress as events", async () => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    write(dir, { "landfall.config.yaml": organization("Nobody leaves") });
    const json = JSON.parse((await run("plan", "--local", "--format", "json")).stdout) as Record<string, unknown>;
    expect(JSON.stringify(json)).toContain("ou:Security");
    const markdown = (await run("plan", "--local", "--format", "markdown")).stdout;
    expect(markdown).toContain("Security");
    const events = (await run("apply", "--local", "--yes", "--format", "ndjson")).stdout.trimEnd().split("\n").map((line) => JSON.parse(line) as { name: string });
    expect(events.map(({ name }) => name)).toEqual(expect.arrayContaining(["apply.start", "change.start", "change.done", "apply.end"]));
  });

  it("writes no escape codes where nobody looks, and colors on demand", async () => {
    const dir = emptyFolder();
    write(dir, { "landfall.config.yaml": organization("Nobody leaves") });
    const run = landfallIn(dir);
    const outputs = [await run("plan", "--local"), await run("apply", "--local", "--yes"), await run("show", "--local"), await run("check"), await run("explain", "LF0000"), await run("--help")];
    for (const { stdout, stderr } of outputs) expect(stdout + stderr).not.toContain("\u001b");
    expect((await run("show", "--local", "--color", "always")).stdout).toContain("\u001b[");
    expect((await landfallIn(dir, { FORCE_COLOR: "1" })("show", "--local", "--no-color")).stdout).not.toContain("\u001b");
    expect((await landfallIn(dir, { FORCE_COLOR: "1", NO_COLOR: "1" })("show", "--local")).stdout).not.toContain("\u001b");
  });

  it("is kept beside the organization file, wherever it is asked for", async () => {
    const dir = emptyFolder();
    write(dir, { "org/landfall.config.yaml": organization("Nobody leaves"), "org/deep/er/none": "" });
    expect((await landfallIn(path.join(dir, "org/deep/er"))("plan", "--local")).code).toBe(0);
    expect(existsSync(path.join(dir, "org/.landfall/local"))).toBe(true);
    expect(existsSync(path.join(dir, "org/deep/er/.landfall"))).toBe(false);
  });
});
