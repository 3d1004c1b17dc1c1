import { CreateUserCommand } from "@aws-sdk/client-iam";
import { AttachPolicyCommand, CreatePolicyCommand, EnablePolicyTypeCommand, ListRootsCommand, TagResourceCommand } from "@aws-sdk/client-organizations";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { askEmulator, type EmulatorServer, serveEmulator, type TryQuestion } from "../index.ts";
import { loadCatalog } from "../../policy/index.ts";
import { SUBJECTS } from "../subjects/index.ts";
import { MANAGEMENT, policy, Stage, STANDALONE } from "../services/iam/testing/stage.ts";

let stage: Stage;
let member: string;
const ROLE = "OrganizationAccountAccessRole";

beforeEach(async () => {
  stage = await Stage.open();
  const client = stage.organizations();
  const root = (await client.send(new ListRootsCommand({}))).Roots?.[0]?.Id;
  await client.send(new EnablePolicyTypeCommand({ RootId: root, PolicyType: "SERVICE_CONTROL_POLICY" }));
  stage.clock.advance(10_000);
  member = await stage.account("shop");
  const Content = policy({ Sid: "KeepPolicies", Effect: "Deny", Action: "s3:PutBucketPolicy", Resource: "arn:aws:s3:::logs*", Condition: { StringNotEquals: { "s3:TlsVersion": "1.3" } } });
  const { Policy } = await client.send(new CreatePolicyCommand({ Type: "SERVICE_CONTROL_POLICY", Name: "protect-logs", Description: "", Content }));
  await client.send(new AttachPolicyCommand({ PolicyId: Policy?.PolicySummary?.Id, TargetId: member }));
});

const asked = (question: Partial<TryQuestion> = {}): TryQuestion => ({ account: "shop", as: ROLE, action: "s3:PutBucketPolicy", resource: "arn:aws:s3:::logs", context: { "s3:TlsVersion": ["1.2"] }, ...question });
const tried = (question?: Partial<TryQuestion>) => stage.emulator.tryAction(asked(question));
const outcome = async (question?: Partial<TryQuestion>) => (await tried(question)).explanation.decision.outcome;

describe("trying an action", () => {
  it("of a service that is not there is decided by the policies of the account, in AWS's words", async () => {
    const answer = await tried();
    expect(answer).toMatchObject({ account: { id: member, name: "shop", path: ["Root"] }, principal: `arn:aws:iam::${member}:role/${ROLE}`, isEmulated: false, resource: "arn:aws:s3:::logs" });
    expect(answer.explanation.denies[0]).toMatchObject({ kind: "scp", sid: "KeepPolicies" });
    expect(answer.policyNames[answer.explanation.denies[0]?.policy ?? ""]).toBe("protect-logs");
    expect(answer.message).toMatch(/^User: arn:aws:sts::\d+:assumed-role\/OrganizationAccountAccessRole\/landfall-try is not authorized to perform: s3:PutBucketPolicy on resource: arn:aws:s3:::logs with an explicit deny in a service control policy: arn:aws:organizations::111111111111:policy\/o-/);
    expect(await tried({ resource: "arn:aws:s3:::other" })).not.toHaveProperty("message");
  });

  it("hangs on a key of the action that is not given, unless it is said to be absent", async () => {
    expect((await tried({ context: {}, mayHave: ["s3:TlsVersion"] })).explanation.decision).toEqual({ outcome: "unknown", missingKeys: ["s3:tlsversion"] });
    expect(await outcome({ context: { "s3:TlsVersion": [] }, mayHave: ["s3:TlsVersion"] })).toBe("explicitDeny");
    expect(await outcome({ context: { "S3:tlsversion": ["1.3"] }, mayHave: ["s3:TlsVersion"] })).toBe("allowed");
  });

  it("does nothing, even where the operation is there", async () => {
    const before = stage.emulator.calls().total;
    expect(await tried({ action: "organizations:LeaveOrganization", resource: undefined })).toMatchObject({ isEmulated: true, resource: "*", assumptions: ["no-resource", "default-region"] });
    expect(stage.emulator.calls().total).toBe(before);
    expect(await outcome({ resource: "arn:aws:s3:::other" })).toBe("allowed");
  });

  it("names an example of the account where no resource is given, and asks the trust policy of a role", async () => {
    const example = "arn:aws:ec2:eu-west-1:${Account}:instance/any";
    expect(await tried({ action: "ec2:StopInstances", resource: undefined, example })).toMatchObject({ resource: `arn:aws:ec2:eu-west-1:${member}:instance/any`, region: "eu-west-1", assumptions: ["example-resource"] });
    const assume = { account: MANAGEMENT, as: "user/admin", action: "sts:AssumeRole", resource: `arn:aws:iam::${member}:role/${ROLE}` };
    expect(await tried(assume)).toMatchObject({ assumptions: ["default-region"], explanation: { decision: { outcome: "allowed" } } });
    expect(await outcome({ ...assume, account: STANDALONE, as: "root" })).toBe("implicitDeny");
  });

  it("finds the account by what the organization file calls it", async () => {
    await stage.organizations().send(new TagResourceCommand({ ResourceId: member, Tags: [{ Key: "landfall:address", Value: "account:shop-prod" }] }));
    expect((await tried({ account: "shop-prod" })).account.id).toBe(member);
    const foreign = { account: MANAGEMENT, as: "user/admin", action: "s3:GetObject", resource: "arn:aws:s3:::logs/x" };
    expect(await outcome(foreign)).toBe("allowed");
    for (const owner of ["shop-prod", member, "123456789012"]) expect(await outcome({ ...foreign, owner })).toBe("implicitDeny");
  });

  it("is asked of a role, a user, the root user and an ARN", async () => {
    await stage.iam(await stage.assume(`arn:aws:iam::${member}:role/${ROLE}`)).send(new CreateUserCommand({ UserName: "ann", Path: "/people/" }));
    expect((await tried({ as: "root" })).principal).toBe(`arn:aws:iam::${member}:root`);
    expect((await tried({ as: "user/ann" })).principal).toBe(`arn:aws:iam::${member}:user/people/ann`);
    expect(await outcome({ as: `arn:aws:iam::${member}:role/${ROLE}`, account: member, resource: "arn:aws:s3:::other" })).toBe("allowed");
  });

  it("knows a stranger who owns a resource by its id; an ARN that names an owner is right", async () => {
    const bucket = { resource: "arn:aws:s3:::other", as: "root" };
    expect(await outcome({ ...bucket, owner: "shop" })).toBe("allowed");
    expect(await outcome({ ...bucket, owner: "999999999999" })).toBe("implicitDeny");
    expect(await outcome({ action: "sqs:SendMessage", resource: `arn:aws:sqs:us-east-1:${member}:q`, owner: "999999999999" })).toBe("allowed");
    expect(await tried({ action: "sts:AssumeRole", resource: "arn:aws:iam::aws:role/any" })).toHaveProperty("explanation");
  });

  it("takes an action of every service of AWS, and says which are here", async () => {
    const catalog = await loadCatalog();
    const actions = catalog.prefixes().flatMap((prefix) => [...(catalog.service(prefix)?.actions.values() ?? [])].slice(0, 1).map(({ action }) => action));
    expect(actions.length).toBeGreaterThan(400);
    const here = new Set(SUBJECTS.flatMap(({ prefix, operations }) => Object.keys(operations).map((name) => `${prefix}:${name}`)));
    for (const action of actions) expect(`${action} ${(await tried({ action, resource: undefined })).isEmulated}`).toBe(`${action} ${here.has(action)}`);
    expect((await tried({ action: "iam:createrole" })).isEmulated).toBe(true);
  });

  it.each([
    ["LF8010", { account: "shopp" }],
    ["LF8010", { owner: "banana" }],
    ["LF8010", { owner: "" }],
    ["LF8011", { as: "nobody" }],
    ["LF8011", { as: "user/nobody" }],
    ["LF8011", { as: `arn:aws:iam::${STANDALONE}:root` }],
  ])("%s is refused for %j", async (code, question) => {
    await expect(tried(question)).rejects.toMatchObject({ diagnostics: [{ code }] });
  });
});

describe("an embedded AWS that runs elsewhere", () => {
  let server: EmulatorServer;
  beforeEach(async () => {
    server = await serveEmulator(stage.emulator);
    vi.stubEnv("AWS_ACCESS_KEY_ID", stage.emulator.credentials.accessKeyId);
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", stage.emulator.credentials.secretAccessKey);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await server.close();
  });

  it("answers the same, and refuses the same", async () => {
    expect(await askEmulator(server, asked())).toEqual(await tried());
    await expect(askEmulator(server, asked({ as: "nobody" }))).rejects.toMatchObject({ diagnostics: [{ code: "LF8011" }] });
  });

  it("refuses what is no question, and lives", async () => {
    const ask = (question: unknown): Promise<unknown> => askEmulator(server, question as TryQuestion);
    const wrong = [null, [], "text", {}, asked({ action: "nonsense" }), asked({ action: "s3:*" }), { ...asked(), resource: 5 }, { ...asked(), context: { a: "b" } }, { ...asked(), mayHave: "x" }, { ...asked(), region: {} }, { ...asked(), owner: [] }];
    for (const question of wrong) await expect(ask(question)).rejects.toMatchObject({ diagnostics: [{ code: "LF8012", summary: expect.stringContaining("A question") as string }] });
    expect(await askEmulator(server, asked())).toEqual(await tried());
  });

  it("LF8012: answers no forged key, and nobody else answers", async () => {
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "forged");
    await expect(askEmulator(server, asked())).rejects.toMatchObject({ diagnostics: [{ code: "LF8012", summary: expect.stringContaining("signature") as string }] });
    await expect(askEmulator({ url: "localhost" }, asked())).rejects.toMatchObject({ diagnostics: [{ code: "LF8012" }] });
    await server.close();
    await expect(askEmulator(server, asked())).rejects.toMatchObject({ diagnostics: [{ code: "LF8012" }] });
  });
});
