import { spawnSync } from "node:child_process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { breakLock, lockHolder, LOCK_NAME, takeLock, thisProcess } from "../../src/apply/index.ts";
import { type Aws, connect } from "../../src/aws/index.ts";
import { type Emulator, manualClock, type ManualClock, openEmulator } from "../../src/emulator/index.ts";

let emulator: Emulator;
let clock: ManualClock;
let aws: Aws;

beforeEach(async () => {
  clock = manualClock();
  emulator = await openEmulator({ clock });
  aws = connect({ homeRegion: "eu-west-1", clock, requestHandler: emulator.requestHandler, credentials: emulator.credentials });
});
afterEach(() => emulator.close());

const parameter = async (): Promise<string | undefined> => (await (await aws.ssm()).getParameter({ Name: LOCK_NAME })).Parameter?.Value;

describe("the lock", () => {
  it("LF5001: is held by one run, which is named to the other", async () => {
    const lock = await takeLock(aws, { holder: "anna@laptop", run: "one" });
    await expect(takeLock(aws, { holder: "ben@ci", run: "two" })).rejects.toThrow(/LF5001.*anna@laptop, run one/);
    await lock.release();
    await (await takeLock(aws, { holder: "ben@ci", run: "two" })).release();
    await expect(parameter()).rejects.toThrow(/ParameterNotFound|not found/i);
  });

  it("is taken over when its holder has not renewed it for a quarter of an hour", async () => {
    await (await aws.ssm()).putParameter({
      Name: LOCK_NAME,
      Type: "String",
      Value: JSON.stringify({ holder: "dead@host", run: "dead", since: "x", until: new Date(clock.now() - 1).toISOString() }),
    });
    const lock = await takeLock(aws, { holder: "ben@ci", run: "two" });
    expect(await parameter()).toContain("ben@ci");
    await lock.release();
  });

  it.each(["a free lock", "a lock whose lease ended"])("knows its own run again when AWS's answer was lost: %s", async (before) => {
    if (before !== "a free lock") {
      const value = JSON.stringify({ holder: "dead@host", run: "dead", since: "x", until: new Date(clock.now() - 1).toISOString() });
      await (await aws.ssm()).putParameter({ Name: LOCK_NAME, Type: "String", Value: value });
    }
    emulator.setFaults([{ name: "lost-response", operations: ["ssm:PutParameter"], count: 2 }]);
    const passing = setInterval(() => clock.advance(1_000), 1);
    const lock = await takeLock(aws, { holder: "anna@laptop", run: "one" }).finally(() => clearInterval(passing));
    expect(await parameter()).toContain("anna@laptop");
    await lock.release();
  });

  it("carries the hash of the plan once that is known, and is renewed and released as before", async () => {
    const lock = await takeLock(aws, { holder: "anna@laptop", run: "one" });
    expect(await lockHolder(aws)).not.toHaveProperty("plan");
    await Promise.all([lock.carry("0a1b"), lock.carry("2c3d")]);
    expect(await lockHolder(aws)).toMatchObject({ holder: "anna@laptop", run: "one", plan: "2c3d" });
    clock.advance(4 * 60_000);
    const until = new Date(clock.now() + 15 * 60_000).toISOString();
    await expect.poll(() => lockHolder(aws)).toMatchObject({ run: "one", plan: "2c3d", until });
    await lock.release();
    expect(await lockHolder(aws)).toBeUndefined();
  });

  it("LF5003: carries nothing into the lock of another", async () => {
    const lock = await takeLock(aws, { holder: "anna@laptop", run: "one" });
    await breakLock(aws);
    const other = await takeLock(aws, { holder: "ben@ci", run: "two" });
    await lock.carry("0a1b");
    expect(String(lock.lost.reason)).toContain("LF5003");
    expect(await lockHolder(aws)).toMatchObject({ run: "two" });
    await lock.release();
    await other.release();
  });

  it("is not taken from whoever wrote something else there by hand", async () => {
    await (await aws.ssm()).putParameter({ Name: LOCK_NAME, Type: "String", Value: "do not touch" });
    await expect(takeLock(aws, { holder: "ben@ci", run: "two" })).rejects.toThrow(/LF5001/);
  });

  it("LF5003: tells its holder when somebody else takes or removes it", async () => {
    const lock = await takeLock(aws, { holder: "anna@laptop", run: "one" });
    await (await aws.ssm()).deleteParameter({ Name: LOCK_NAME });
    const lost = new Promise<void>((resolve) => lock.lost.addEventListener("abort", () => resolve()));
    clock.advance(4 * 60_000);
    await lost;
    expect(String(lock.lost.reason)).toContain("LF5003");
    await lock.release();
  });

  it("is taken over at once from a process of this machine that was killed, and from no other", async () => {
    const dead = { ...thisProcess(), pid: spawnSync(process.execPath, ["--version"]).pid };
    await takeLock(aws, { holder: "anna@laptop", run: "one", plan: "0a1b", process: dead });
    expect(await lockHolder(aws)).toMatchObject({ run: "one", plan: "0a1b", process: dead });
    const lock = await takeLock(aws, { holder: "anna@laptop", run: "two", process: thisProcess() });
    expect(lock.tookOver).toMatchObject({ run: "one" });
    await expect(takeLock(aws, { holder: "anna@laptop", run: "three", process: thisProcess() })).rejects.toThrow(/LF5001.*run two/);
    await lock.release();
    await takeLock(aws, { holder: "ben@ci", run: "four", process: { ...dead, machine: "another" } });
    await expect(takeLock(aws, { holder: "anna@laptop", run: "five", process: thisProcess() })).rejects.toThrow(/LF5001.*run four/);
  });

  it("LF5003: is no longer believed when its lease ended without a renewal, and what another took meanwhile is left to it", async () => {
    const lock = await takeLock(aws, { holder: "anna@laptop", run: "one" });
    lock.assertHeld();
    clock.advance(16 * 60_000);
    const other = await takeLock(aws, { holder: "ben@ci", run: "two" });
    expect(() => lock.assertHeld()).toThrow(/LF5003/);
    await lock.release();
    expect(await lockHolder(aws)).toMatchObject({ run: "two" });
    await other.release();
  });
});
