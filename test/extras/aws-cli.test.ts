import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeEach, describe, expect, it } from "vitest";
import { startEmulator } from "../e2e/kit/emulator.ts";
import { emptyFolder } from "../e2e/kit/program.ts";
import { isInstalled } from "./kit/installed-programs.ts";

const isThere = isInstalled("aws", "--version", "the AWS CLI against landfall emulator");
const DENY = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "organizations:LeaveOrganization", Resource: "*" }] });

type Answer = Readonly<Record<string, never>>;
let env: Readonly<Record<string, string>>;

/** One call of the AWS CLI against the emulator; what it prints, as data. */
async function aws(...args: string[]): Promise<Answer> {
  const endpoint = ["--endpoint-url", env["AWS_ENDPOINT_URL"] ?? ""];
  return answer([...args, ...endpoint]);
}

async function answer(args: readonly string[]): Promise<Answer> {
  const { stdout } = await promisify(execFile)("aws", [...args, "--output", "json"], {
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], AWS_CONFIG_FILE: "/dev/null", AWS_SHARED_CREDENTIALS_FILE: "/dev/null", ...env },
  });
  return (stdout === "" ? {} : JSON.parse(stdout)) as Answer;
}

const organizations = (operation: string, ...args: string[]): Promise<Answer> => aws("organizations", operation, ...args);

async function rootId(): Promise<string> {
  const { Roots: [root] } = (await organizations("list-roots")) as unknown as { Roots: [{ Id: string }] };
  return root.Id;
}

/** The program itself, a process for each call; what an organization lives through is in `life.test.ts`. */
describe.skipIf(!isThere)("the AWS CLI against landfall emulator", () => {
  beforeEach(async () => {
    ({ env } = await startEmulator(emptyFolder(), "--speed", "1000"));
  });

  it("needs no more than the lines that the emulator prints", async () => {
    const identity = await answer(["sts", "get-caller-identity"]);
    expect(identity).toMatchObject({ Account: expect.stringMatching(/^\d{12}$/) as unknown, Arn: expect.stringContaining(":user/admin") as unknown });
  });

  it("creates an organization once", async () => {
    await expect(organizations("describe-organization")).rejects.toThrow("(AWSOrganizationsNotInUseException)");
    expect(await organizations("create-organization")).toMatchObject({ Organization: { FeatureSet: "ALL" } });
    await expect(organizations("create-organization")).rejects.toThrow("(AlreadyInOrganizationException)");
    expect(await organizations("list-accounts")).toMatchObject({ Accounts: [{ Status: "ACTIVE", JoinedMethod: "INVITED" }] });
  });

  it("finds by their tags what was tagged when it was made", async () => {
    await organizations("create-organization");
    await organizations("enable-policy-type", "--root-id", await rootId(), "--policy-type", "SERVICE_CONTROL_POLICY");
    const { Policy: policy } = (await organizations("create-policy", "--type", "SERVICE_CONTROL_POLICY", "--name", "stay", "--description", "d", "--content", DENY, "--tags", "Key=owner,Value=security")) as unknown as { Policy: { PolicySummary: { Arn: string } } };
    const found = await aws("resourcegroupstaggingapi", "get-resources", "--tag-filters", "Key=owner,Values=security");
    expect(found).toMatchObject({ ResourceTagMappingList: [{ ResourceARN: policy.PolicySummary.Arn, Tags: [{ Key: "owner", Value: "security" }] }] });
    expect(await aws("resourcegroupstaggingapi", "get-resources", "--tag-filters", "Key=owner,Values=nobody")).toMatchObject({ ResourceTagMappingList: [] });
  });

  it("is refused, with the operation's name, what the emulator lacks", async () => {
    await expect(aws("ssm", "list-documents")).rejects.toThrow(/ListDocuments/);
    await expect(aws("kms", "list-keys")).rejects.toThrow(/ListKeys/);
    await expect(aws("lambda", "list-functions")).rejects.toThrow("(NotImplemented)");
    await expect(aws("s3api", "list-buckets")).rejects.toThrow("(NotImplemented)");
  });
});
