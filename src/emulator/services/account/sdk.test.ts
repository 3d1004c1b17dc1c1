import {
  AcceptPrimaryEmailUpdateCommand, AccountClient, EnableRegionCommand, GetAccountInformationCommand, GetAlternateContactCommand, GetRegionOptStatusCommand,
  ListRegionsCommand, PutAccountNameCommand, PutAlternateContactCommand, ResourceNotFoundException, SendPhoneNumberVerificationCommand, StartPrimaryEmailUpdateCommand,
} from "@aws-sdk/client-account";
import {
  CreateAccountCommand, CreateOrganizationCommand, DescribeAccountCommand, DescribeCreateAccountStatusCommand, EnableAWSServiceAccessCommand, OrganizationsClient,
} from "@aws-sdk/client-organizations";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manualClock, openEmulator, type Emulator } from "../../index.ts";

/** The same operations as the SDK sees them: through signatures, constraints and the wire format. */
describe("Account Management through the SDK", () => {
  const clock = manualClock(Date.UTC(2026, 0, 1));
  let emulator: Emulator;
  let client: AccountClient;
  let organizations: OrganizationsClient;
  let AccountId: string | undefined;

  beforeAll(async () => {
    emulator = await openEmulator({ seed: "account", clock, throttle: false });
    const config = { region: "us-east-1", credentials: emulator.credentials, requestHandler: emulator.requestHandler, maxAttempts: 1 };
    client = new AccountClient(config);
    organizations = new OrganizationsClient(config);
    await organizations.send(new CreateOrganizationCommand({}));
    await organizations.send(new EnableAWSServiceAccessCommand({ ServicePrincipal: "account.amazonaws.com" }));
    const { CreateAccountStatus } = await organizations.send(new CreateAccountCommand({ Email: "shop@example.com", AccountName: "shop" }));
    clock.advance(180_000);
    ({ AccountId } = (await organizations.send(new DescribeCreateAccountStatusCommand({ CreateAccountRequestId: CreateAccountStatus?.Id }))).CreateAccountStatus ?? {});
  });

  afterAll(() => emulator.close());

  it("names a member anew and gives it another root e-mail address", async () => {
    await client.send(new PutAccountNameCommand({ AccountId, AccountName: "Shop" }));
    const PrimaryEmail = "new@example.com";
    await client.send(new StartPrimaryEmailUpdateCommand({ AccountId, PrimaryEmail }));
    await client.send(new AcceptPrimaryEmailUpdateCommand({ AccountId, PrimaryEmail, Otp: AccountId?.slice(-6) }));
    const { Account } = await organizations.send(new DescribeAccountCommand({ AccountId }));
    expect(Account).toMatchObject({ Name: "Shop", Email: PrimaryEmail });
    expect(await client.send(new GetAccountInformationCommand({ AccountId }))).toMatchObject({ AccountName: "Shop", AccountCreatedDate: expect.any(Date) as Date, AccountState: "ACTIVE" });
  });

  it("keeps contacts and Regions", async () => {
    const get = new GetAlternateContactCommand({ AccountId, AlternateContactType: "SECURITY" });
    const missing = await client.send(get).catch((error: unknown) => error);
    expect(missing).toBeInstanceOf(ResourceNotFoundException);
    expect(missing).toMatchObject({ message: "No contact of the inputted alternate contact type found.", $metadata: { httpStatusCode: 404 } });
    const contact = { Name: "Ada", Title: "Security", EmailAddress: "s@example.com", PhoneNumber: "+1 555 0100" };
    await client.send(new PutAlternateContactCommand({ AccountId, AlternateContactType: "SECURITY", ...contact }));
    expect((await client.send(get)).AlternateContact).toMatchObject(contact);
    await client.send(new EnableRegionCommand({ AccountId, RegionName: "eu-south-1" }));
    expect(await client.send(new GetRegionOptStatusCommand({ AccountId, RegionName: "eu-south-1" }))).toMatchObject({ RegionOptStatus: "ENABLING" });
    expect((await client.send(new ListRegionsCommand({ MaxResults: 5 }))).NextToken).toEqual(expect.any(String));
  });

  it("checks inputs, and refuses by name what it lacks", async () => {
    const wrong = client.send(new EnableRegionCommand({ AccountId: "12", RegionName: "eu-south-1" }));
    await expect(wrong).rejects.toMatchObject({ name: "ValidationException", reason: "fieldValidationFailed" });
    await expect(client.send(new SendPhoneNumberVerificationCommand({}))).rejects.toMatchObject({ name: "NotImplemented", message: expect.stringContaining("account:SendPhoneNumberVerification") as string });
  });
});
