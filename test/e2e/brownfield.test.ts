import { describe, expect, it } from "vitest";
import { emptyFolder, landfallIn } from "./kit/program.ts";

describe("landfall init --from-aws", () => {
  it("LF7008: says so where there is no organization to write down", async () => {
    const run = landfallIn(emptyFolder());
    const { code, stderr } = await run("init", "--from-aws", "--local");
    expect(code).toBe(1);
    expect(stderr).toContain("LF7008");
  });

  it("writes down an organization whose plan is then empty", async () => {
    const run = landfallIn(emptyFolder());
    await run("init", "--blueprint", "smb-starter");
    expect((await run("apply", "--local", "--yes")).code).toBe(0);
    const written = await run("init", "--from-aws", "--local", "--force", "--home-region", "eu-west-1", "--region", "us-east-1");
    expect(written.code, written.stderr).toBe(0);
    const plan = await run("plan", "--local", "--detailed-exitcode");
    expect(plan.stdout).toContain("No changes.");
    expect(plan.code).toBe(0);
  });

  it("can be undone: the records of runs are listed and turned around", async () => {
    const run = landfallIn(emptyFolder());
    await run("init", "--blueprint", "smb-starter");
    await run("apply", "--local", "--yes");
    const listed = await run("undo");
    const name = /^(\S+)/.exec(listed.stdout)?.[1] ?? "";
    const back = await run("undo", name, "--local", "--yes");
    expect(back.code, back.stderr).toBe(0);
    expect(back.stderr).toContain("Stays as it is:");
    expect((await run("show", "--local")).stdout).not.toContain("[deny-leave-organization");
    expect((await run("unlock", "--local")).stdout).toContain("Nobody holds the lock.");
  });
});
