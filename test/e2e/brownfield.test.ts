import { describe, expect, it } from "vitest";
import { startEmulator } from "./kit/emulator.ts";
import { emptyFolder, landfallIn } from "./kit/program.ts";

describe("landfall init --from-aws", () => {
  it("says where there is no organization (LF7008), and asks for the home Region (LF9007)", async () => {
    const run = landfallIn(emptyFolder());
    const { code, stderr } = await run("init", "--from-aws", "--local", "--home-region", "eu-west-1");
    expect(code).toBe(1);
    expect(stderr).toContain("LF7008");
    const nowhere = await run("init", "--from-aws", "--local");
    expect(nowhere.code).toBe(64);
    expect(nowhere.stderr).toContain("LF9007");
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
    const dir = emptyFolder();
    const run = landfallIn(dir);
    await run("init", "--blueprint", "smb-starter");
    await run("apply", "--local", "--yes");
    const listed = await run("undo");
    const name = /^(\S+)/.exec(listed.stdout)?.[1] ?? "";
    const asked = await run("undo", name, "--local", "--yes");
    expect(asked.code, asked.stderr).toBe(6);
    const named = [...asked.stderr.matchAll(/--confirm '([^']+)'/g)].flatMap(([, what = ""]) => ["--confirm", what]);
    const back = await run("undo", name, "--local", "--yes", ...named);
    expect(back.code, back.stderr).toBe(0);
    expect(back.stderr).toContain("Stays as it is:");
    const elsewhere = await startEmulator(emptyFolder(), "--speed", "60");
    const refused = await landfallIn(dir, elsewhere.env)("undo", name, "--yes");
    elsewhere.running.process.kill();
    await elsewhere.running.ended;
    expect(refused.code, refused.stderr).toBe(6);
    expect(refused.stderr).toContain("LF5008");
    expect((await run("show", "--local")).stdout).not.toContain("[deny-leave-organization");
    expect((await run("unlock", "--local")).stdout).toContain("Nobody holds the lock.");
  });
});

describe("landfall init --blueprint", () => {
  it("writes nothing that check would refuse", async () => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    const { code, stderr } = await run("init", "--blueprint", "smb-starter", "--name", "Acme_X", "--home-region", "mars", "--email", "foo@bar.com");
    expect(code).toBe(64);
    for (const told of ["LF1110", "LF1108", "LF1107"]) expect(stderr).toContain(told);
    expect((await run("init", "--blueprint", "smb-starter", "--home-region", "cn-north-1")).code).toBe(0);
    expect((await run("check")).code).toBe(0);
  });
});
