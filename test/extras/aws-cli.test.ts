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

/** Asks for an account and waits until AWS has decided about it. */
async function createAccount(name: string, email: string): Promise<Record<string, string>> {
  let { CreateAccountStatus: status } = (await organizations("create-account", "--account-name", name, "--email", email)) as unknown as { CreateAccountStatus: Record<string, string> };
  expect(status["State"]).toBe("IN_PROGRESS");
  while (status["State"] === "IN_PROGRESS") {
    ({ CreateAccountStatus: status } = (await organizations("describe-create-account-status", "--create-account-request-id", status["Id"] ?? "")) as unknown as { CreateAccountStatus: Record<string, string> });
  }
  return status;
}

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

  it("creates an account, waits for it, moves it, and is told why another one failed", async () => {
    await organizations("create-organization");
    const root = await rootId();
    const created = await createAccount("audit", "aws+audit@foo.company");
    expect(created["State"]).toBe("SUCCEEDED");
    expect(await createAccount("again", "aws+audit@foo.company")).toMatchObject({ State: "FAILED", FailureReason: "EMAIL_ALREADY_EXISTS" });
    const { OrganizationalUnit: ou } = (await organizations("create-organizational-unit", "--parent-id", root, "--name", "Security")) as unknown as { OrganizationalUnit: { Id: string } };
    const account = created["AccountId"] ?? "";
    await organizations("move-account", "--account-id", account, "--source-parent-id", root, "--destination-parent-id", ou.Id);
    await expect(organizations("move-account", "--account-id", account, "--source-parent-id", root, "--destination-parent-id", ou.Id)).rejects.toThrow(/\((SourceParentNotFound|DuplicateAccount)Exception\)/);
    expect(await organizations("list-accounts-for-parent", "--parent-id", ou.Id)).toMatchObject({ Accounts: [{ Id: account, Name: "audit" }] });
    await expect(organizations("delete-organizational-unit", "--organizational-unit-id", ou.Id)).rejects.toThrow("(OrganizationalUnitNotEmptyException)");
  });

  it("pages through lists, and is refused a second OU of one name", async () => {
    await organizations("create-organization");
    const root = await rootId();
    const names = ["A", "B", "C", "D", "E"];
    for (const name of names) await organizations("create-organizational-unit", "--parent-id", root, "--name", name);
    await expect(organizations("create-organizational-unit", "--parent-id", root, "--name", "A")).rejects.toThrow("(DuplicateOrganizationalUnitException)");
    const first = (await organizations("list-organizational-units-for-parent", "--parent-id", root, "--page-size", "2", "--max-items", "3")) as unknown as { OrganizationalUnits: { Name: string }[]; NextToken: string };
    expect(first.OrganizationalUnits).toHaveLength(3);
    const rest = (await organizations("list-organizational-units-for-parent", "--parent-id", root, "--page-size", "2", "--starting-token", first.NextToken)) as unknown as { OrganizationalUnits: { Name: string }[] };
    expect([...first.OrganizationalUnits, ...rest.OrganizationalUnits].map(({ Name }) => Name).sort((a, b) => (a < b ? -1 : 1))).toEqual(names);
  });

  it("handles policies as AWS does", async () => {
    await organizations("create-organization");
    const root = await rootId();
    const create = (content: string) => organizations("create-policy", "--type", "RESOURCE_CONTROL_POLICY", "--name", "p", "--description", "d", "--content", content);
    await organizations("enable-policy-type", "--root-id", root, "--policy-type", "RESOURCE_CONTROL_POLICY");
    await expect(organizations("enable-policy-type", "--root-id", root, "--policy-type", "RESOURCE_CONTROL_POLICY")).rejects.toThrow("(PolicyTypeAlreadyEnabledException)");
    await expect(create("{}")).rejects.toThrow("(MalformedPolicyDocumentException)");
    const rcp = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }] });
    const { Policy: policy } = (await create(rcp)) as unknown as { Policy: { PolicySummary: { Id: string } } };
    await expect(create(rcp)).rejects.toThrow("(DuplicatePolicyException)");
    const { Id: id } = policy.PolicySummary;
    await organizations("attach-policy", "--policy-id", id, "--target-id", root);
    await expect(organizations("attach-policy", "--policy-id", id, "--target-id", root)).rejects.toThrow("(DuplicatePolicyAttachmentException)");
    expect(await organizations("list-targets-for-policy", "--policy-id", id)).toMatchObject({ Targets: [{ TargetId: root, Type: "ROOT" }] });
    await expect(organizations("delete-policy", "--policy-id", id)).rejects.toThrow("(PolicyInUseException)");
    await organizations("detach-policy", "--policy-id", id, "--target-id", root);
    await organizations("delete-policy", "--policy-id", id);
    await expect(organizations("describe-policy", "--policy-id", id)).rejects.toThrow("(PolicyNotFoundException)");
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
  });
});
