import { IAM } from "@aws-sdk/client-iam";
import { Organizations, paginateListAccounts } from "@aws-sdk/client-organizations";
import { STS } from "@aws-sdk/client-sts";
import { describe, expect, it } from "vitest";
import { startEmulator } from "./kit/emulator.ts";
import { emptyFolder, landfallIn } from "./kit/program.ts";

const ROLE = "OrganizationAccountAccessRole";
const DENY = JSON.stringify({ Version: "2012-10-17", Statement: [{ Sid: "NoRoles", Effect: "Deny", Action: "iam:ListRoles", Resource: "*" }] });

/** The AWS SDK at an emulator that listens over HTTP, and a member account of an organization with SCPs. */
async function stage() {
  const { env } = await startEmulator(emptyFolder(), "--speed", "2000", "--no-throttles");
  const at = { endpoint: env["AWS_ENDPOINT_URL"], region: "us-east-1", maxAttempts: 1 };
  const credentials = { accessKeyId: env["AWS_ACCESS_KEY_ID"] ?? "", secretAccessKey: env["AWS_SECRET_ACCESS_KEY"] ?? "" };
  const organizations = new Organizations({ ...at, credentials });
  await organizations.createOrganization({ FeatureSet: "ALL" });
  const root = (await organizations.listRoots({})).Roots?.[0]?.Id ?? "";
  await organizations.enablePolicyType({ RootId: root, PolicyType: "SERVICE_CONTROL_POLICY" });
  await organizations.createAccount({ AccountName: "shop", Email: "shop@example.com" });
  const member = await settled(async () => {
    for await (const { Accounts = [] } of paginateListAccounts({ client: organizations }, {})) {
      const found = Accounts.find(({ Name, Status }) => Name === "shop" && Status === "ACTIVE");
      if (found !== undefined) return found.Id;
    }
    return undefined;
  });
  await settled(async () => ((await organizations.listRoots({})).Roots?.[0]?.PolicyTypes?.[0]?.Status === "ENABLED" ? true : undefined));
  const { Credentials } = await new STS({ ...at, credentials }).assumeRole({ RoleArn: `arn:aws:iam::${member}:role/${ROLE}`, RoleSessionName: "deploy" });
  const session = { accessKeyId: Credentials?.AccessKeyId ?? "", secretAccessKey: Credentials?.SecretAccessKey ?? "", sessionToken: Credentials?.SessionToken };
  return { env, organizations, root, member, iam: new IAM({ ...at, credentials: session }) };
}

/** Asks until there is an answer: the emulator's clock runs fast, but it runs. */
async function settled<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
}

const answer = (call: Promise<unknown>): Promise<string> => call.then(() => "allowed", (error: unknown) => `${(error as Error).name}: ${(error as Error).message}`);

describe("policies of the organization at a running emulator", () => {
  it("decide the next call of a member's role, and follow detaching and moving", async () => {
    const { organizations, root, member, iam } = await stage();
    expect(await answer(iam.listRoles({}))).toBe("allowed");
    const { Policy } = await organizations.createPolicy({ Type: "SERVICE_CONTROL_POLICY", Name: "no-roles", Description: "", Content: DENY });
    const { Id: PolicyId = "", Arn = "" } = Policy?.PolicySummary ?? {};
    const denied = `AccessDenied: User: arn:aws:sts::${member}:assumed-role/${ROLE}/deploy is not authorized to perform: iam:ListRoles on resource: * with an explicit deny in a service control policy: ${Arn}`;
    await organizations.attachPolicy({ PolicyId, TargetId: member });
    expect(await answer(iam.listRoles({}))).toBe(denied);
    await organizations.detachPolicy({ PolicyId, TargetId: member });
    expect(await answer(iam.listRoles({}))).toBe("allowed");
    const { OrganizationalUnit } = await organizations.createOrganizationalUnit({ ParentId: root, Name: "Prod" });
    const unit = OrganizationalUnit?.Id ?? "";
    await organizations.attachPolicy({ PolicyId, TargetId: unit });
    expect(await answer(iam.listRoles({}))).toBe("allowed");
    await organizations.moveAccount({ AccountId: member, SourceParentId: root, DestinationParentId: unit });
    expect(await answer(iam.listRoles({}))).toBe(denied);
    await organizations.moveAccount({ AccountId: member, SourceParentId: unit, DestinationParentId: root });
    expect(await answer(iam.listRoles({}))).toBe("allowed");
  });

  it("decide what landfall try asks, of services that are not there too", async () => {
    const { env, organizations, member } = await stage();
    const run = landfallIn(emptyFolder(), env);
    const asked = ["try", "--as", ROLE, "--in", "shop", "s3:PutBucketPolicy", "arn:aws:s3:::logs"];
    const before = await run(...asked, "--expect", "allow");
    expect(before.code, before.stderr).toBe(0);
    expect(before.stdout).toContain("no Amazon S3 stands behind it");
    const { Policy } = await organizations.createPolicy({ Type: "SERVICE_CONTROL_POLICY", Name: "no-s3", Description: "", Content: DENY.replace("iam:ListRoles", "s3:PutBucketPolicy") });
    await organizations.attachPolicy({ PolicyId: Policy?.PolicySummary?.Id, TargetId: member });
    const after = await run(...asked, "--expect", "allow");
    expect(after).toMatchObject({ code: 4, stderr: expect.stringContaining("Expected allow; the answer is deny.") });
    expect(after.stdout.replaceAll(/\s+/g, " ")).toContain('denies scp at the account: no-s3, statement "NoRoles"');
    const json = await run(...asked, "--format", "json");
    expect(JSON.parse(json.stdout)).toMatchObject({ format: "landfall.try/1", outcome: "explicitDeny", account: { id: member }, isEmulated: false, where: `the embedded AWS at ${env["AWS_ENDPOINT_URL"]}` });
  });

  it("LF8010, LF8011, LF8012 and LF9001: says what is not there", async () => {
    const dir = emptyFolder();
    const nowhere = await landfallIn(dir)("try", "--local", "--as", ROLE, "--in", "shop", "s3:PutBucketPolicy");
    expect(nowhere.stderr).toContain("LF8012");
    const { env } = await startEmulator(dir);
    const run = landfallIn(dir, env);
    expect((await run("try", "--as", ROLE, "--in", "shop", "s3:PutBucketPolicy")).stderr).toContain("LF8010");
    expect((await run("try", "--as", ROLE, "--in", "111111111111", "s3:PutBucketPolicy")).stderr).toContain("LF8011");
    const both = await run("try", "--local", "--endpoint-url", env["AWS_ENDPOINT_URL"] ?? "", "--as", ROLE, "--in", "shop", "s3:PutBucketPolicy");
    expect(both.stderr).toContain("LF9001");
    expect((await run("try", "--in", "shop", "s3:PutBucketPolicy")).stderr).toContain("LF9004");
  });
});

describe("the rehearsal of an organization", () => {
  it("answers landfall try", async () => {
    const run = landfallIn(emptyFolder());
    await run("init", "--blueprint", "smb-starter");
    expect((await run("apply", "--local", "--yes")).code).toBe(0);
    const root = await run("try", "--local", "--as", ROLE, "--in", "111111111111", "organizations:LeaveOrganization");
    expect(root.stderr).toContain("LF8011");
    const ids = [...(await run("show", "--local", "--format", "json")).stdout.matchAll(/"(\d{12})"/g)].map(([, id]) => id);
    const member = ids.find((id) => id !== "111111111111") ?? "";
    const left = await run("try", "--local", "--as", ROLE, "--in", member, "organizations:LeaveOrganization", "--expect", "deny");
    expect(left.code, left.stdout + left.stderr).toBe(0);
    const copied = await run("try", "--copy", "--local", "--as", ROLE, "--in", member, "organizations:LeaveOrganization", "--format", "json");
    const [ofCopy, ofRehearsal] = [copied, await run("try", "--local", "--as", ROLE, "--in", member, "organizations:LeaveOrganization", "--format", "json")].map(({ stdout }) => JSON.parse(stdout) as { message: string; explanation: unknown });
    expect(ofCopy?.message).toBe(ofRehearsal?.message);
    expect(ofCopy?.explanation).toEqual(ofRehearsal?.explanation);
    expect(left.stdout.replaceAll(/\s+/g, "")).toContain("withanexplicitdenyinaservicecontrolpolicy:arn:aws:organizations::");
  });
});
