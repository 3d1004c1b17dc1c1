import {
  ConstraintViolationException, InvalidInputException, OrganizationsClient, PolicyNotFoundException,
  AttachPolicyCommand, CreateAccountCommand, CreateOrganizationalUnitCommand, CreateOrganizationCommand, CreatePolicyCommand,
  DescribeAccountCommand, DescribeCreateAccountStatusCommand, DescribePolicyCommand, EnablePolicyTypeCommand, ListPoliciesForTargetCommand,
  ListRootsCommand, ListTagsForResourceCommand, MoveAccountCommand, paginateListAccounts,
} from "@aws-sdk/client-organizations";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manualClock, openEmulator, type Emulator } from "../../index.ts";
import { DENY } from "./testing/stage.ts";

/** The same operations as the SDK sees them: through signatures, constraints, throttles and the wire format. */
describe("Organizations through the SDK", () => {
  const clock = manualClock(Date.UTC(2026, 0, 1));
  let emulator: Emulator;
  let client: OrganizationsClient;

  beforeAll(async () => {
    emulator = await openEmulator({ seed: "organizations", clock, throttle: false });
    client = new OrganizationsClient({ region: "us-east-1", credentials: emulator.credentials, requestHandler: emulator.requestHandler, maxAttempts: 1 });
  });

  afterAll(() => emulator.close());

  it("builds an organization from nothing", async () => {
    await client.send(new CreateOrganizationCommand({}));
    const RootId = (await client.send(new ListRootsCommand({}))).Roots?.[0]?.Id;
    await client.send(new EnablePolicyTypeCommand({ RootId, PolicyType: "SERVICE_CONTROL_POLICY" }));
    const ou = (await client.send(new CreateOrganizationalUnitCommand({ ParentId: RootId, Name: "Workloads" }))).OrganizationalUnit?.Id;
    const Tags = [{ Key: "landfall:address", Value: "account:prod" }];
    const requested = (await client.send(new CreateAccountCommand({ Email: "prod@example.com", AccountName: "Prod", Tags }))).CreateAccountStatus;
    expect(requested?.RequestedTimestamp).toEqual(new Date(Date.UTC(2026, 0, 1)));
    clock.advance(180_000);
    const created = (await client.send(new DescribeCreateAccountStatusCommand({ CreateAccountRequestId: requested?.Id }))).CreateAccountStatus;
    expect(created).toMatchObject({ State: "SUCCEEDED", AccountId: expect.stringMatching(/^\d{12}$/), CompletedTimestamp: expect.any(Date) });
    const AccountId = created?.AccountId;
    await client.send(new MoveAccountCommand({ AccountId, SourceParentId: RootId, DestinationParentId: ou }));
    const policy = await client.send(new CreatePolicyCommand({ Type: "SERVICE_CONTROL_POLICY", Name: "deny", Description: "", Content: DENY }));
    await client.send(new AttachPolicyCommand({ PolicyId: policy.Policy?.PolicySummary?.Id, TargetId: ou }));
    const attached = await client.send(new ListPoliciesForTargetCommand({ TargetId: ou, Filter: "SERVICE_CONTROL_POLICY" }));
    expect(attached.Policies?.map(({ Name }) => Name)).toEqual(["FullAWSAccess", "deny"]);
    const { Account } = await client.send(new DescribeAccountCommand({ AccountId }));
    expect(Account).toMatchObject({ State: "ACTIVE", Paths: [expect.stringMatching(`/${RootId}/${ou}/${AccountId}/$`)], JoinedTimestamp: created?.CompletedTimestamp });
    expect((await client.send(new ListTagsForResourceCommand({ ResourceId: AccountId }))).Tags).toEqual(Tags);
  });

  it("pages as the SDK pages", async () => {
    const sizes: number[] = [];
    for await (const page of paginateListAccounts({ client, pageSize: 1 }, {})) sizes.push(page.Accounts?.length ?? 0);
    expect(sizes).toEqual([1, 1]);
  });

  it("answers with the SDK's error classes and their reasons", async () => {
    const missing = client.send(new DescribePolicyCommand({ PolicyId: "p-00000000" }));
    await expect(missing).rejects.toBeInstanceOf(PolicyNotFoundException);
    const malformed = await client.send(new DescribePolicyCommand({ PolicyId: "nonsense" })).catch((error: unknown) => error);
    expect(malformed).toBeInstanceOf(InvalidInputException);
    expect(malformed).toMatchObject({ Reason: "INVALID_PATTERN" });
    const Content = DENY.padEnd(10_241);
    const tooLong = await client
      .send(new CreatePolicyCommand({ Type: "SERVICE_CONTROL_POLICY", Name: "long", Description: "", Content }))
      .catch((error: unknown) => error);
    expect(tooLong).toBeInstanceOf(ConstraintViolationException);
    expect(tooLong).toMatchObject({ Reason: "POLICY_CONTENT_LIMIT_EXCEEDED", $metadata: { httpStatusCode: 400 } });
  });

  it("checks what the model requires before anything else", async () => {
    const missing = await client.send(new CreateAccountCommand({ Email: undefined, AccountName: "a" })).catch((error: unknown) => error);
    expect(missing).toMatchObject({ name: "InvalidInputException", Reason: "INPUT_REQUIRED" });
    const foreign = await client.send(new CreateAccountCommand({ Email: "z@example.com", AccountName: "Zürich" })).catch((error: unknown) => error);
    expect(foreign).toMatchObject({ name: "InvalidInputException", Reason: "INVALID_PATTERN" });
  });
});
