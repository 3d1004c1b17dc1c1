import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEmulator, serveEmulator, type Emulator, type EmulatorServer } from "./index.ts";

const isInstalled = (() => {
  try {
    execFileSync("aws", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    console.log("Skipped: the AWS CLI is not installed, so the emulator is not tried with it.");
    return false;
  }
})();

let emulator: Emulator;
let server: EmulatorServer;

beforeAll(async () => {
  emulator = await openEmulator({ throttle: false });
  server = await serveEmulator(emulator);
});

afterAll(async () => {
  await server.close();
  await emulator.close();
});

async function aws(...args: string[]): Promise<unknown> {
  const { credentials } = emulator;
  const env = {
    PATH: process.env["PATH"],
    HOME: process.env["HOME"],
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_CONFIG_FILE: "/dev/null",
    AWS_DEFAULT_REGION: "us-east-1",
  };
  const { stdout } = await promisify(execFile)("aws", [...args, "--output", "json", "--endpoint-url", server.url], { env });
  return stdout === "" ? undefined : JSON.parse(stdout);
}

describe.skipIf(!isInstalled)("the AWS CLI", () => {
  it("is told who it is", async () => {
    expect(await aws("sts", "get-caller-identity")).toMatchObject({ Account: "111111111111", Arn: "arn:aws:iam::111111111111:user/admin" });
  });

  it("creates an organization, tags its root, and finds it by its tag", async () => {
    await aws("organizations", "create-organization");
    const { Roots } = (await aws("organizations", "list-roots")) as { Roots: { Id: string; Arn: string }[] };
    const [{ Id, Arn } = { Id: "", Arn: "" }] = Roots;
    await aws("organizations", "tag-resource", "--resource-id", Id, "--tags", "Key=stage,Value=all");
    expect(await aws("resourcegroupstaggingapi", "get-resources")).toMatchObject({
      ResourceTagMappingList: [{ ResourceARN: Arn, Tags: [{ Key: "stage", Value: "all" }] }],
    });
  });

  it("writes and reads a parameter", async () => {
    expect(await aws("ssm", "put-parameter", "--name", "/a", "--value", "ä <b>", "--type", "String")).toEqual({ Version: 1, Tier: "Standard" });
    expect(await aws("ssm", "get-parameter", "--name", "/a")).toMatchObject({ Parameter: { Value: "ä <b>" } });
  });

  it("shows errors as it shows those of AWS, at once", async () => {
    await expect(aws("ssm", "get-parameter", "--name", "/none")).rejects.toThrow("An error occurred (ParameterNotFound) when calling the GetParameter operation");
    const before = emulator.calls().total;
    await expect(aws("organizations", "create-gov-cloud-account", "--email", "a@example.com", "--account-name", "a")).rejects.toThrow("(NotImplemented)");
    await expect(aws("sts", "decode-authorization-message", "--encoded-message", "x")).rejects.toThrow("(NotImplemented)");
    expect(emulator.calls().total - before).toBe(2);
  });
});
