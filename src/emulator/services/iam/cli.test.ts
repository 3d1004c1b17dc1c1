import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmulatorCredentials, type EmulatorServer, serveEmulator } from "../../index.ts";
import { Stage, trustAccount } from "./testing/stage.ts";

const isInstalled = (() => {
  try {
    execFileSync("aws", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    console.log("Skipped: the AWS CLI is not installed, so IAM and STS are not tried with it.");
    return false;
  }
})();

let stage: Stage;
let server: EmulatorServer;
let member: string;

beforeAll(async () => {
  stage = await Stage.open();
  member = await stage.account("member");
  server = await serveEmulator(stage.emulator);
});

afterAll(async () => {
  await server.close();
  await stage.emulator.close();
});

async function aws(credentials: EmulatorCredentials, ...args: string[]): Promise<Record<string, Record<string, string>>> {
  const env = {
    PATH: process.env["PATH"],
    HOME: process.env["HOME"],
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...(credentials.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: credentials.sessionToken }),
    AWS_CONFIG_FILE: "/dev/null",
    AWS_DEFAULT_REGION: "eu-central-1",
  };
  const { stdout } = await promisify(execFile)("aws", [...args, "--output", "json", "--endpoint-url", server.url], { env });
  return (stdout === "" ? {} : JSON.parse(stdout)) as Record<string, Record<string, string>>;
}

describe.skipIf(!isInstalled)("the AWS CLI", () => {
  it("enters a new account, makes a role there and assumes it", async () => {
    const assume = async (by: EmulatorCredentials, role: string): Promise<EmulatorCredentials> => {
      const { Credentials } = await aws(by, "sts", "assume-role", "--role-arn", `arn:aws:iam::${member}:role/${role}`, "--role-session-name", "cli");
      return { accessKeyId: Credentials?.["AccessKeyId"] ?? "", secretAccessKey: Credentials?.["SecretAccessKey"] ?? "", sessionToken: Credentials?.["SessionToken"] };
    };
    const session = await assume(stage.emulator.credentials, "OrganizationAccountAccessRole");
    expect(await aws(session, "sts", "get-caller-identity")).toMatchObject({ Account: member });
    const document = trustAccount(stage.emulator.managementAccountId);
    const { Role } = await aws(session, "iam", "create-role", "--role-name", "ops", "--assume-role-policy-document", document, "--tags", "Key=a,Value=b");
    expect(Role).toMatchObject({ RoleName: "ops", AssumeRolePolicyDocument: JSON.parse(document) as object });
    const ops = await assume(stage.emulator.credentials, "ops");
    await expect(aws(ops, "iam", "list-roles")).rejects.toThrow("An error occurred (AccessDenied) when calling the ListRoles operation");
    expect(await aws(session, "iam", "get-account-summary")).toMatchObject({ SummaryMap: { Roles: 3, Users: 0 } });
  });

  it("shows the errors of IAM by their names", async () => {
    await expect(aws(stage.emulator.credentials, "iam", "get-user", "--user-name", "nobody")).rejects.toThrow("(NoSuchEntity) when calling the GetUser operation: The user with name nobody cannot be found.");
    await expect(aws(stage.emulator.credentials, "iam", "generate-credential-report")).rejects.toThrow("(NotImplemented)");
  });
});
