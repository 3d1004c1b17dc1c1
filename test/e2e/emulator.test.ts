import { request } from "node:http";
import { Organizations, paginateListAccounts } from "@aws-sdk/client-organizations";
import { describe, expect, it } from "vitest";
import { startEmulator } from "./kit/emulator.ts";
import { emptyFolder, landfallIn, start } from "./kit/program.ts";

/** So fast that accounts, which take minutes, are there in a moment. */
const FAST = ["--speed", "250", "--accounts", "100"];

/** The plan of what is left to do, as data. */
async function changesLeft(run: ReturnType<typeof landfallIn>): Promise<unknown[]> {
  const { stdout, stderr } = await run("plan", "--format", "json");
  expect(stdout, stderr).not.toBe("");
  return (JSON.parse(stdout) as { changes: unknown[] }).changes;
}

/** The accounts as AWS lists them. */
async function accountNames(env: Readonly<Record<string, string>>): Promise<(string | undefined)[]> {
  const credentials = { accessKeyId: env["AWS_ACCESS_KEY_ID"] ?? "", secretAccessKey: env["AWS_SECRET_ACCESS_KEY"] ?? "" };
  const client = new Organizations({ endpoint: env["AWS_ENDPOINT_URL"], region: "us-east-1", credentials });
  const names: (string | undefined)[] = [];
  for await (const page of paginateListAccounts({ client }, {})) names.push(...(page.Accounts ?? []).map(({ Name }) => Name));
  return names;
}

describe("landfall emulator", () => {
  it("prints how to reach it, and landfall itself builds the organization over HTTP", async () => {
    const dir = emptyFolder();
    const { env } = await startEmulator(dir, ...FAST);
    expect(Object.keys(env)).toEqual(["AWS_ENDPOINT_URL", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION", "LANDFALL_CLOCK_SPEED"]);
    const { AWS_ENDPOINT_URL: url = "", ...credentials } = env;
    const run = landfallIn(dir, credentials);
    await run("init", "--blueprint", "full");
    const apply = await run("apply", "--yes", "--endpoint-url", url);
    expect(apply.code, apply.stderr).toBe(0);
    expect(apply.stderr).toContain(`Asking ${url} instead of AWS.`);
    const again = await landfallIn(dir, env)("plan", "--detailed-exitcode");
    expect(again.stdout).toContain("No changes.");
    expect(again.code).toBe(0);
  });

  it("lets calls through as fast as landfall makes them, when told to", async () => {
    const { env, running } = await startEmulator(emptyFolder(), "--no-throttles", "--log", ...FAST);
    expect(env["LANDFALL_THROTTLES"]).toBe("off");
    const run = landfallIn(emptyFolder(), env);
    await run("init", "--blueprint", "smb-starter");
    expect((await run("apply", "--yes")).code).toBe(0);
    running.process.kill("SIGTERM");
    expect((await running.ended).stderr).not.toContain("TooManyRequestsException");
  });

  it("keeps its state in a folder from one run to the next, and throws it away when told to", async () => {
    const dir = emptyFolder();
    const first = await startEmulator(dir, "--dir", "aws", ...FAST);
    const run = landfallIn(dir);
    await run("init", "--blueprint", "smb-starter");
    expect((await landfallIn(dir, first.env)("apply", "--yes")).code).toBe(0);
    first.running.process.kill("SIGTERM");
    expect((await first.running.ended).code).toBe(0);
    const second = await startEmulator(dir, "--dir", "aws", ...FAST);
    expect(second.env["AWS_ACCESS_KEY_ID"]).toBe(first.env["AWS_ACCESS_KEY_ID"]);
    expect(await changesLeft(landfallIn(dir, second.env))).toEqual([]);
    second.running.process.kill("SIGINT");
    await second.running.ended;
    const fresh = await startEmulator(dir, "--dir", "aws", "--fresh", ...FAST);
    expect(await changesLeft(landfallIn(dir, fresh.env))).not.toEqual([]);
  });

  it("LF8003 and LF8007: refuses a folder and a port that are taken", async () => {
    const dir = emptyFolder();
    const { url } = await startEmulator(dir, "--dir", "aws");
    const sameFolder = await landfallIn(dir)("emulator", "--dir", "aws");
    expect(sameFolder.stderr).toContain("LF8003");
    const samePort = await landfallIn(dir)("emulator", "--port", new URL(url).port);
    expect(samePort.stderr).toContain("LF8007");
    expect([sameFolder.code, samePort.code]).toEqual([1, 1]);
  });

  it("answers nobody who calls it by another name, as a web page could", async () => {
    const { url } = await startEmulator(emptyFolder());
    const status = await new Promise((resolve, reject) => {
      const headers = { host: "evil.example", "x-amz-target": "AWSOrganizationsV20161128.DescribeOrganization" };
      request(url, { method: "POST", headers }, (response) => resolve(response.resume().statusCode)).on("error", reject).end("{}");
    });
    expect(status).toBe(403);
  });

  it("LF7002: believes no forged key", async () => {
    const dir = emptyFolder();
    const { env } = await startEmulator(dir);
    await landfallIn(dir)("init", "--blueprint", "smb-starter");
    const { code, stderr } = await landfallIn(dir, { ...env, AWS_SECRET_ACCESS_KEY: "wrong" })("plan");
    expect(code).toBe(7);
    expect(stderr).toContain("LF7002");
  });
});

describe("an apply that is stopped half way", () => {
  it("and killed outright goes on with the next run, to an empty plan, creating no account twice", async () => {
    const dir = emptyFolder();
    // AWS's pace at this speed lets the kill land while accounts are being created.
    const { env } = await startEmulator(dir, "--speed", "200", "--accounts", "100");
    const run = landfallIn(dir, env);
    await run("init", "--blueprint", "full");
    const killed = start(["apply", "--yes", "--format", "ndjson"], { cwd: dir, env });
    await killed.says(/"change\.done".*"account:|"account:.*"change\.done"/);
    killed.process.kill("SIGKILL");
    expect((await killed.ended).code).toBeNull();
    // The next run on this machine sees that the holder of the lock is dead.
    const resumed = await run("apply", "--yes");
    expect(resumed.code, resumed.stderr).toBe(0);
    expect(await changesLeft(run)).toEqual([]);
    const names = await accountNames(env);
    expect(names).toEqual([...new Set(names)]);
    expect(names.length).toBeGreaterThan(15);
  });

  it("LF5004: and interrupted finishes what it began, says so, and goes on with the next run", async () => {
    const dir = emptyFolder();
    const { env } = await startEmulator(dir, "--speed", "200", "--accounts", "100");
    const run = landfallIn(dir, env);
    await run("init", "--blueprint", "full");
    const stopped = start(["apply", "--yes", "--format", "ndjson"], { cwd: dir, env });
    await stopped.says(/"change\.start".*"account:|"account:.*"change\.start"/);
    stopped.process.kill("SIGINT");
    const { code, stdout, stderr } = await stopped.ended;
    expect(code, stderr).toBe(5);
    expect(stdout).toContain("LF5004");
    expect(stderr).not.toContain("Warning");
    const resumed = await run("apply", "--yes");
    expect(resumed.code, resumed.stderr).toBe(0);
    expect(await changesLeft(run)).toEqual([]);
  });

  it("and killed together with the embedded AWS goes on from what that had on disk", async () => {
    const dir = emptyFolder();
    const run = landfallIn(dir);
    await run("init", "--blueprint", "smb-starter");
    const killed = start(["apply", "--local", "--yes", "--format", "ndjson"], { cwd: dir });
    await killed.says(/"account:/);
    killed.process.kill("SIGKILL");
    await killed.ended;
    expect((await run("unlock", "--local", "--yes")).stdout).toContain("Released.");
    const resumed = await run("apply", "--local", "--yes");
    expect(resumed.code, resumed.stderr).toBe(0);
    expect((await run("plan", "--local", "--detailed-exitcode")).code).toBe(0);
  });
});
