import {
  AttachPolicyCommand, CloseAccountCommand, ConstraintViolationExceptionReason, CreateAccountCommand, CreateAccountFailureReason, CreateOrganizationalUnitCommand,
  CreateOrganizationCommand, DeleteOrganizationalUnitCommand, DescribeCreateAccountStatusCommand, HandshakeConstraintViolationExceptionReason,
  InviteAccountToOrganizationCommand, ListOrganizationalUnitsForParentCommand, ListRootsCommand, OrganizationsClient, UpdateOrganizationalUnitCommand,
} from "@aws-sdk/client-organizations";
import { GetResourcesCommand, ResourceGroupsTaggingAPIClient } from "@aws-sdk/client-resource-groups-tagging-api";
import { GetParameterCommand, PutParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { describe, expect, it } from "vitest";
import { CREATION_FAILURES } from "./fault-kinds.ts";
import { manualClock, openEmulator, parseFault, serveEmulator, type Emulator } from "./index.ts";

const region = "us-east-1";

/** An organization without throttles, and what is asked of it. */
async function stage(...faults: string[]) {
  const clock = manualClock();
  const emulator = await openEmulator({ clock, seed: "faults", throttle: false });
  const config = { region, credentials: emulator.credentials, requestHandler: emulator.requestHandler, maxAttempts: 1 };
  const client = new OrganizationsClient(config);
  await client.send(new CreateOrganizationCommand({}));
  const ParentId = (await client.send(new ListRootsCommand({}))).Roots?.[0]?.Id ?? expect.fail();
  emulator.setFaults(faults.map(parseFault));
  return { clock, emulator, client, ParentId, ssm: new SSMClient(config), sts: new STSClient(config), tagging: new ResourceGroupsTaggingAPIClient(config) };
}

type Staged = Awaited<ReturnType<typeof stage>>;

const unit = ({ client, ParentId }: Staged, Name: string) => client.send(new CreateOrganizationalUnitCommand({ ParentId, Name }));
const unitNames = async ({ client, ParentId }: Staged): Promise<(string | undefined)[]> =>
  ((await client.send(new ListOrganizationalUnitsForParentCommand({ ParentId }))).OrganizationalUnits ?? []).map(({ Name }) => Name);

/** The names of the errors that so many calls end in, `-` for none. */
async function outcomes(count: number, call: () => Promise<unknown>): Promise<string[]> {
  const names: string[] = [];
  for (let i = 0; i < count; i++) names.push(await call().then(() => "-", (error: unknown) => (error as Error).name));
  return names;
}

describe("the fault throttle", () => {
  it("refuses calls as each service does", async () => {
    const { client, ssm, sts, tagging } = await stage("throttle");
    await expect(client.send(new ListRootsCommand({}))).rejects.toMatchObject({ name: "TooManyRequestsException", Type: "RATE" });
    await expect(ssm.send(new GetParameterCommand({ Name: "a" }))).rejects.toMatchObject({ name: "ThrottlingException" });
    await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ name: "Throttling" });
    await expect(tagging.send(new GetResourcesCommand({}))).rejects.toMatchObject({ name: "ThrottledException" });
  });

  it("meets the same calls under the same seed, about as many as its rate says", async () => {
    const [a, b] = [await stage("throttle@0.3"), await stage("throttle@0.3")];
    const met = await outcomes(100, () => a.client.send(new ListRootsCommand({})));
    expect(await outcomes(100, () => b.client.send(new ListRootsCommand({})))).toEqual(met);
    const share = met.filter((name) => name !== "-").length;
    expect(share).toBeGreaterThan(15);
    expect(share).toBeLessThan(45);
  });

  it("is over when its count is, and meets only the calls it is for", async () => {
    const { client, sts } = await stage("throttle/organizations:List*@x2");
    expect(await outcomes(1, () => sts.send(new GetCallerIdentityCommand({})))).toEqual(["-"]);
    expect(await outcomes(3, () => client.send(new ListRootsCommand({})))).toEqual(["TooManyRequestsException", "TooManyRequestsException", "-"]);
  });

  it("never comes at rate 0, and can be taken away", async () => {
    const { client, emulator } = await stage("throttle@0");
    expect(await outcomes(5, () => client.send(new ListRootsCommand({})))).not.toContain("TooManyRequestsException");
    emulator.setFaults([{ name: "throttle" }]);
    expect(await outcomes(1, () => client.send(new ListRootsCommand({})))).toEqual(["TooManyRequestsException"]);
    emulator.setFaults([]);
    expect(await outcomes(1, () => client.send(new ListRootsCommand({})))).toEqual(["-"]);
    expect(() => emulator.setFaults([{ name: "throttle", rate: 7 }])).toThrow("LF8008");
  });
});

describe("the fault server-error", () => {
  it("leaves no effect, and clients try again", async () => {
    const staged = await stage("server-error@x1");
    await expect(unit(staged, "A")).rejects.toMatchObject({ name: "ServiceException", $metadata: { httpStatusCode: 500 } });
    expect(await unitNames(staged)).toEqual([]);
    staged.emulator.setFaults([parseFault("server-error:503@x1")]);
    await expect(staged.sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ name: "ServiceUnavailable", $metadata: { httpStatusCode: 503 } });
    staged.emulator.setFaults([parseFault("server-error@x2")]);
    const { credentials, requestHandler } = staged.emulator;
    const patient = new OrganizationsClient({ region, credentials, requestHandler, maxAttempts: 3 });
    expect((await patient.send(new ListRootsCommand({}))).$metadata.attempts).toBe(3);
  });
});

describe("the fault lost-response", () => {
  it("hides the answer of a call that took effect", async () => {
    const staged = await stage("lost-response/organizations:Create*@x1");
    await expect(unit(staged, "A")).rejects.toMatchObject({ name: "ServiceException", $metadata: { httpStatusCode: 500 } });
    expect(await unitNames(staged)).toEqual(["A"]);
    await expect(unit(staged, "A")).rejects.toMatchObject({ name: "DuplicateOrganizationalUnitException" });
  });

  it("has nothing to hide when the call failed", async () => {
    const staged = await stage("lost-response@x1");
    await expect(staged.ssm.send(new GetParameterCommand({ Name: "missing" }))).rejects.toMatchObject({ name: "ParameterNotFound" });
    await expect(staged.ssm.send(new PutParameterCommand({ Name: "a", Value: "1", Type: "String" }))).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
    expect((await staged.ssm.send(new GetParameterCommand({ Name: "a" }))).Parameter?.Value).toBe("1");
  });

  it("breaks the connection in process and over HTTP", async () => {
    const staged = await stage("lost-response:cut/organizations:Create*");
    await expect(unit(staged, "A")).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(await unitNames(staged)).toEqual(["A"]);
    const server = await serveEmulator(staged.emulator);
    const remote = new OrganizationsClient({ region, credentials: staged.emulator.credentials, endpoint: server.url, maxAttempts: 1 });
    await expect(remote.send(new CreateOrganizationalUnitCommand({ ParentId: staged.ParentId, Name: "B" }))).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(await unitNames(staged)).toEqual(["A", "B"]);
    remote.destroy();
    await server.close();
  });
});

describe("the fault stale-lists", () => {
  it("shows what calls had left some time ago, deletions and new names too", async () => {
    const staged = await stage("stale-lists:10");
    const { clock, client } = staged;
    const [a] = [await unit(staged, "A"), await unit(staged, "B")];
    expect(await unitNames(staged)).toEqual([]);
    clock.advance(10_000);
    expect(await unitNames(staged)).toEqual(["A", "B"]);
    await client.send(new DeleteOrganizationalUnitCommand({ OrganizationalUnitId: a.OrganizationalUnit?.Id }));
    await unit(staged, "C");
    expect(await unitNames(staged)).toEqual(["A", "B"]);
    clock.advance(10_000);
    expect(await unitNames(staged)).toEqual(["B", "C"]);
  });

  it("changes nothing, and concerns lists alone", async () => {
    const staged = await stage("stale-lists:10");
    const made = await unit(staged, "A");
    await unitNames(staged);
    const OrganizationalUnitId = made.OrganizationalUnit?.Id;
    await staged.client.send(new UpdateOrganizationalUnitCommand({ OrganizationalUnitId, Name: "A2" }));
    await expect(unit(staged, "A2")).rejects.toMatchObject({ name: "DuplicateOrganizationalUnitException" });
    staged.emulator.setFaults([]);
    expect(await unitNames(staged)).toEqual(["A2"]);
  });

  it("gives way where there was nothing to list yet", async () => {
    const staged = await stage("stale-lists:10");
    const ParentId = (await unit(staged, "A")).OrganizationalUnit?.Id ?? expect.fail();
    expect(await unitNames({ ...staged, ParentId })).toEqual([]);
  });
});

describe("the faults of creating accounts", () => {
  const request = async ({ client }: Staged, name = "a"): Promise<string | undefined> =>
    (await client.send(new CreateAccountCommand({ AccountName: name, Email: `${name}@example.com` }))).CreateAccountStatus?.Id;
  const status = async ({ client }: Staged, CreateAccountRequestId: string | undefined) =>
    (await client.send(new DescribeCreateAccountStatusCommand({ CreateAccountRequestId }))).CreateAccountStatus;

  it("slow-creation lets them take long", async () => {
    const staged = await stage("slow-creation:7200@x1");
    const id = await request(staged);
    staged.clock.advance(7_199_000);
    expect((await status(staged, id))?.State).toBe("IN_PROGRESS");
    staged.clock.advance(1_000);
    expect((await status(staged, id))?.State).toBe("SUCCEEDED");
  });

  it("failing-creation knows every reason of the SDK's model", () => {
    expect(new Set(CREATION_FAILURES)).toEqual(new Set(Object.values(CreateAccountFailureReason)));
  });

  it.each(CREATION_FAILURES)("failing-creation:%s fails them for that reason, and frees the e-mail address", async (reason) => {
    const staged = await stage(`failing-creation:${reason}@x1`);
    const id = await request(staged);
    staged.clock.advance(180_000);
    expect(await status(staged, id)).toMatchObject({ State: "FAILED", FailureReason: reason });
    const second = await request(staged);
    staged.clock.advance(180_000);
    expect((await status(staged, second))?.State).toBe("SUCCEEDED");
  });

  it("finalizing-organization turns requests and invitations away", async () => {
    const staged = await stage("finalizing-organization@x2");
    await expect(request(staged)).rejects.toMatchObject({ name: "FinalizingOrganizationException" });
    await unit(staged, "A");
    const Target = { Type: "EMAIL", Id: "guest@example.com" } as const;
    await expect(staged.client.send(new InviteAccountToOrganizationCommand({ Target }))).rejects.toMatchObject({ name: "FinalizingOrganizationException" });
    await request(staged);
  });
});

describe("the faults that refuse by name", () => {
  it("policy-changes-in-progress concerns attachments and policy types", async () => {
    const staged = await stage("policy-changes-in-progress");
    const attach = staged.client.send(new AttachPolicyCommand({ PolicyId: "p-FullAWSAccess", TargetId: staged.ParentId }));
    await expect(attach).rejects.toMatchObject({ name: "PolicyChangesInProgressException" });
    await unit(staged, "A");
  });

  it("concurrent-modification concerns calls that change something", async () => {
    const staged = await stage("concurrent-modification");
    await expect(unit(staged, "A")).rejects.toMatchObject({ name: "ConcurrentModificationException" });
    expect(await unitNames(staged)).toEqual([]);
  });

  it("refusal gives any error of the model, with any reason", async () => {
    const staged = await stage();
    const close = () => staged.client.send(new CloseAccountCommand({ AccountId: "222222222222" }));
    const all = [
      ...Object.values(ConstraintViolationExceptionReason).map((reason) => ["ConstraintViolationException", reason]),
      ...Object.values(HandshakeConstraintViolationExceptionReason).map((reason) => ["HandshakeConstraintViolationException", reason]),
    ];
    for (const [name, Reason] of all) {
      staged.emulator.setFaults([parseFault(`refusal:${name}.${Reason}/organizations:CloseAccount@x1`)]);
      await expect(close()).rejects.toMatchObject({ name, Reason });
    }
    staged.emulator.setFaults([parseFault("refusal:ConflictException/organizations:CloseAccount@x1")]);
    await expect(close()).rejects.toMatchObject({ name: "ConflictException" });
    await expect(close()).rejects.toMatchObject({ name: "AccountNotFoundException" });
  });
});

it("faults of the beginning are there from the first call", async () => {
  const emulator: Emulator = await openEmulator({ throttle: false, faults: [{ name: "throttle", count: 1 }] });
  const client = new OrganizationsClient({ region, credentials: emulator.credentials, requestHandler: emulator.requestHandler, maxAttempts: 1 });
  await expect(client.send(new CreateOrganizationCommand({}))).rejects.toMatchObject({ name: "TooManyRequestsException" });
  await client.send(new CreateOrganizationCommand({}));
  await expect(openEmulator({ faults: [{ name: "slow-creation", parameter: "soon" }] })).rejects.toThrow("LF8008");
});
