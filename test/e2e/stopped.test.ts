import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { SSM } from "@aws-sdk/client-ssm";
import { describe, expect, it } from "vitest";
import { startEmulator } from "./kit/emulator.ts";
import { emptyFolder, landfallIn, type Run, start } from "./kit/program.ts";
import { write } from "./kit/write.ts";

const ORGANIZATION = `name: acme
homeRegion: eu-west-1
regions: [eu-west-1]
accountEmail: aws+{account}@foo.company
ous: { Workloads: { accounts: { one: {}, two: {} } } }
`;

/** An apply that waits for AWS to create accounts. */
async function underWay() {
  const dir = emptyFolder();
  write(dir, { "landfall.config.yaml": ORGANIZATION });
  const emulator = await startEmulator(dir, "--speed", "60");
  const running = start(["apply", "--yes"], { cwd: dir, env: emulator.env });
  await running.says(/account (one|two) creating/);
  const ssm = new SSM({ endpoint: emulator.url, region: "eu-west-1", credentials: { accessKeyId: emulator.env["AWS_ACCESS_KEY_ID"] ?? "", secretAccessKey: emulator.env["AWS_SECRET_ACCESS_KEY"] ?? "" } });
  const lock = async (): Promise<unknown> => JSON.parse((await ssm.getParameter({ Name: "/landfall/lock" })).Parameter?.Value ?? "");
  return { dir, running, run: landfallIn(dir, emulator.env), lock };
}

async function expectWhole(run: (...args: string[]) => Promise<Run>): Promise<void> {
  expect((await run("plan")).stdout).toContain("No changes.");
  const tree = JSON.parse((await run("show", "--format", "json")).stdout) as object;
  expect(JSON.stringify(tree).match(/"email":"aws\+(one|two)@foo\.company"/g)).toHaveLength(2);
}

describe("an apply that is stopped", () => {
  it("LF5004: finishes its calls after the first Ctrl-C, says how to go on, and goes on", async () => {
    const { dir, running, run } = await underWay();
    running.process.kill("SIGINT");
    const stopped = await running.ended;
    expect(stopped.code).toBe(5);
    expect(stopped.stderr).toContain("Stopping: calls in flight are finished");
    expect(stopped.stderr).toContain("LF5004");
    expect(stopped.stderr).toMatch(/it goes on where it stopped:\n(?:│\n)*│ +landfall apply/);
    expect((await run("unlock")).stdout).toContain("Nobody holds the lock");
    const again = await run("apply", "--yes");
    expect(again.code, again.stderr).toBe(0);
    await expectWhole(run);
    expect(unanswered(dir)).toEqual([]);
  });

  it("holds a lock that says who, since when, until when and which plan, though nobody was asked", async () => {
    const { running, lock } = await underWay();
    const text = expect.any(String) as string;
    await expect.poll(lock).toMatchObject({ holder: expect.stringContaining("@") as string, run: text, since: text, until: text, plan: expect.stringMatching(/^[0-9a-f]{16}$/) as string });
    running.process.kill("SIGINT");
    await running.ended;
  });

  it("goes on at once after kill -9: the lock of a dead process is taken over", async () => {
    const { running, run } = await underWay();
    running.process.kill("SIGKILL");
    await running.ended;
    const again = await run("apply", "--yes");
    expect(again.code, again.stderr).toBe(0);
    expect(again.stderr).toMatch(/Run \S+ ended without releasing its lock, which is taken over/);
    expect(again.stdout).toMatch(/Run \S+ was cut off; what it left to do is part of this plan/);
    await expectWhole(run);
  });
});

/** Calls that the journals have without an outcome. */
function unanswered(dir: string): unknown[] {
  const runs = path.join(dir, ".landfall/runs");
  return readdirSync(runs).flatMap((run) => {
    const lines = readFileSync(path.join(runs, run, "journal.ndjson"), "utf8").trimEnd().split("\n").map((line) => JSON.parse(line) as { call: number; operation?: string; outcome?: string });
    const answered = new Set(lines.filter(({ outcome }) => outcome !== undefined).map(({ call }) => call));
    return lines.filter(({ call, operation }) => operation !== undefined && !answered.has(call));
  });
}
