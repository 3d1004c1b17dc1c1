import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateAccessKeyCommand, CreateUserCommand, IAMClient } from "@aws-sdk/client-iam";
import { CreateGovCloudAccountCommand, CreateOrganizationCommand, DescribeOrganizationCommand, ListRootsCommand, OrganizationsClient } from "@aws-sdk/client-organizations";
import { GetParameterCommand, PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { DecodeAuthorizationMessageCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { implementedOperations, type LoggedCall, manualClock, openEmulator, type Emulator } from "./index.ts";

const region = "eu-central-1";
const organizationsOf = ({ credentials, requestHandler }: Emulator): OrganizationsClient => new OrganizationsClient({ region, credentials, requestHandler });
const stsOf = ({ credentials, requestHandler }: Emulator): STSClient => new STSClient({ region, credentials, requestHandler });

describe("a new emulator", () => {
  it("is a bare management account with an administrator", async () => {
    const emulator = await openEmulator();
    expect(await stsOf(emulator).send(new GetCallerIdentityCommand({}))).toMatchObject({
      Account: "111111111111",
      Arn: "arn:aws:iam::111111111111:user/admin",
      UserId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/) as string,
    });
    await expect(organizationsOf(emulator).send(new DescribeOrganizationCommand({}))).rejects.toThrow(expect.objectContaining({ name: "AWSOrganizationsNotInUseException" }));
  });

  it("has the same keys for the same seed, and others for none", async () => {
    const [a, b, c, d] = await Promise.all([openEmulator({ seed: "x" }), openEmulator({ seed: "x" }), openEmulator(), openEmulator()]);
    expect(a.credentials).toEqual(b.credentials);
    expect(c.credentials).not.toEqual(d.credentials);
  });

  it("speaks to the clients of every service, whatever Region they are for", async () => {
    const emulator = await openEmulator();
    const created = await organizationsOf(emulator).send(new CreateOrganizationCommand({ FeatureSet: "ALL" }));
    const described = await organizationsOf(emulator).send(new DescribeOrganizationCommand({}));
    expect(described.Organization).toEqual(created.Organization);
  });

  it("gives the error classes of the SDK, with their fields", async () => {
    const client = organizationsOf(await openEmulator());
    await expect(client.send(new CreateOrganizationCommand({ FeatureSet: "SOME" as "ALL" }))).rejects.toMatchObject({ name: "InvalidInputException", Reason: "INVALID_ENUM", $metadata: { httpStatusCode: 400 } });
  });

  it.each(["organizations", "sts"])("says which operation of %s it does not implement, and no client tries again", async (service) => {
    const emulator = await openEmulator();
    const refused =
      service === "sts"
        ? stsOf(emulator).send(new DecodeAuthorizationMessageCommand({ EncodedMessage: "x" }))
        : organizationsOf(emulator).send(new CreateGovCloudAccountCommand({ Email: "a@example.com", AccountName: "a" }));
    const operation = service === "sts" ? "sts:DecodeAuthorizationMessage" : "organizations:CreateGovCloudAccount";
    await expect(refused).rejects.toMatchObject({ name: "NotImplemented", message: `landfall's emulator does not implement ${operation}`, $metadata: { attempts: 1 } });
  });

  it("throttles by its own clock, unless told not to", async () => {
    const clock = manualClock();
    const emulator = await openEmulator({ clock });
    const client = new OrganizationsClient({ region, credentials: emulator.credentials, requestHandler: emulator.requestHandler, maxAttempts: 1 });
    await client.send(new CreateOrganizationCommand({ FeatureSet: "ALL" }));
    const listRoots = (): Promise<unknown> => client.send(new ListRootsCommand({}));
    await Promise.all([listRoots(), listRoots()]);
    await expect(listRoots()).rejects.toMatchObject({ name: "TooManyRequestsException", Type: "RATE" });
    clock.advance(1_000);
    await listRoots();
    const unlimited = organizationsOf(await openEmulator({ clock, throttle: false }));
    await unlimited.send(new CreateOrganizationCommand({ FeatureSet: "ALL" }));
    expect(await Promise.all(Array.from({ length: 20 }, () => unlimited.send(new ListRootsCommand({}))))).toHaveLength(20);
  });

  it("logs who asked for what, and counts", async () => {
    const emulator = await openEmulator();
    await stsOf(emulator).send(new GetCallerIdentityCommand({}));
    await organizationsOf(emulator).send(new DescribeOrganizationCommand({})).catch(() => undefined);
    const { recent, counts, failures, total } = emulator.calls();
    expect(total).toBe(2);
    expect(counts).toEqual({ "sts:GetCallerIdentity": 1, "organizations:DescribeOrganization": 1 });
    expect(failures).toEqual({ "organizations:DescribeOrganization": 1 });
    expect(recent).toMatchObject([
      { operation: "sts:GetCallerIdentity", region, accountId: "111111111111", principal: "arn:aws:iam::111111111111:user/admin", decision: "allowed", status: 200 },
      { operation: "organizations:DescribeOrganization", decision: "allowed", status: 400, error: "AWSOrganizationsNotInUseException" },
    ]);
  });

  it("logs the decision: denied by policies or by the organization, and none for whom it does not know", async () => {
    const told: LoggedCall[] = [];
    const emulator = await openEmulator({ throttle: false, standaloneAccounts: ["b@example.com"], onCall: (call) => told.push(call) });
    const { requestHandler, standaloneAccounts: [other = expect.fail()] } = emulator;
    const iam = new IAMClient({ region, credentials: emulator.credentials, requestHandler });
    await iam.send(new CreateUserCommand({ UserName: "eve" }));
    const { AccessKey: key } = await iam.send(new CreateAccessKeyCommand({ UserName: "eve" }));
    const eve = { accessKeyId: key?.AccessKeyId ?? "", secretAccessKey: key?.SecretAccessKey ?? "" };
    await organizationsOf(emulator).send(new CreateOrganizationCommand({}));
    const calls = [eve, { ...eve, accessKeyId: "AKIANOBODY" }, other.credentials].map((credentials) => organizationsOf({ ...emulator, credentials }).send(new ListRootsCommand({})));
    await Promise.allSettled(calls);
    expect(told.slice(-3)).toMatchObject([
      { decision: "denied", error: "AccessDeniedException", principal: "arn:aws:iam::111111111111:user/eve", message: expect.stringContaining("organizations:ListRoots") as string },
      { decision: undefined, error: "UnrecognizedClientException", principal: undefined },
      { decision: "allowed", error: "AWSOrganizationsNotInUseException", accountId: other.id },
    ]);
    expect(told.every(({ milliseconds }) => milliseconds > 0)).toBe(true);
  });

  it("makes keys for other accounts and principals", async () => {
    const emulator = await openEmulator();
    await emulator.addAccount({ id: "222222222222", email: "b@example.com", name: "b" });
    const admin = await emulator.issueAccessKey({ accountId: "222222222222" });
    const role = await emulator.issueAccessKey({ accountId: "222222222222", arn: "arn:aws:sts::222222222222:assumed-role/r/s", userId: "AROA:s" });
    const whoIs = async (credentials: typeof admin): Promise<object> => stsOf({ ...emulator, credentials }).send(new GetCallerIdentityCommand({}));
    expect(await whoIs(admin)).toMatchObject({ Account: "222222222222", Arn: "arn:aws:iam::222222222222:user/admin" });
    expect(await whoIs(role)).toMatchObject({ Account: "222222222222", Arn: "arn:aws:sts::222222222222:assumed-role/r/s", UserId: "AROA:s" });
  });

  it("makes no keys for accounts that do not exist", async () => {
    await expect((await openEmulator()).issueAccessKey({ accountId: "999999999999" })).rejects.toThrow(RangeError);
  });

  it("lists the operations it implements", () => {
    const names = (service: string) => implementedOperations().get(service)?.map(({ name }) => name);
    expect(names("sts")).toContain("GetCallerIdentity");
    expect(names("organizations")).toContain("CreateAccount");
  });
});

describe("an emulator with a folder", () => {
  let dir: string;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), "landfall-emulator-"));
  });

  afterEach(async () => {
    await rm(dir, { recursive: true });
  });

  it("goes on where it was closed: the same key, parameters, and a time that never runs back", async () => {
    const first = await openEmulator({ dir, clock: manualClock(9_000_000_000_000) });
    const ssm = (emulator: Emulator): SSMClient => new SSMClient({ region, credentials: emulator.credentials, requestHandler: emulator.requestHandler });
    await ssm(first).send(new PutParameterCommand({ Name: "/a", Value: "1", Type: "String" }));
    await first.close();
    const second = await openEmulator({ dir });
    expect(first.credentials).toMatchObject(second.credentials);
    expect((await ssm(second).send(new GetParameterCommand({ Name: "/a" }))).Parameter?.Value).toBe("1");
    expect(second.clock.now()).toBeGreaterThanOrEqual(9_000_000_000_000);
    await second.close();
  });

  it("belongs to one management account", async () => {
    await (await openEmulator({ dir, managementAccountId: "222222222222" })).close();
    await expect(openEmulator({ dir, managementAccountId: "333333333333" })).rejects.toMatchObject({ diagnostics: [{ code: "LF8006" }] });
    const fresh = await openEmulator({ dir, managementAccountId: "333333333333", fresh: true });
    expect(fresh.managementAccountId).toBe("333333333333");
    await fresh.close();
  });

  it("answers nothing more once it is closed", async () => {
    const emulator = await openEmulator({ dir });
    await emulator.close();
    const ssm = new SSMClient({ region, credentials: emulator.credentials, requestHandler: emulator.requestHandler, maxAttempts: 1 });
    await expect(ssm.send(new PutParameterCommand({ Name: "/a", Value: "1", Type: "String" }))).rejects.toMatchObject({ name: "InternalFailure", $metadata: { httpStatusCode: 500 } });
  });
});
