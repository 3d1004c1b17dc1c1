import {
  CloseAccountCommand, CreateAccountCommand, CreateOrganizationCommand, DescribeAccountCommand, DescribeCreateAccountStatusCommand,
  EnableAWSServiceAccessCommand, ListCreateAccountStatusCommand, OrganizationsClient, RegisterDelegatedAdministratorCommand, RemoveAccountFromOrganizationCommand,
} from "@aws-sdk/client-organizations";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import { describe, expect, it } from "vitest";
import { manualClock, openEmulator, parseFault } from "./index.ts";

const CREATION = 180_000;
const HOUR = 3_600_000;

/** An organization with one account, made while the fault was there. */
async function stage(fault?: string) {
  const clock = manualClock();
  const emulator = await openEmulator({ clock, seed: "account-faults", throttle: false, faults: fault === undefined ? [] : [parseFault(fault)] });
  const config = { region: "us-east-1", credentials: emulator.credentials, requestHandler: emulator.requestHandler, maxAttempts: 1 };
  const [client, sts] = [new OrganizationsClient(config), new STSClient(config)];
  await client.send(new CreateOrganizationCommand({}));
  const { CreateAccountStatus } = await client.send(new CreateAccountCommand({ AccountName: "a", Email: "a@example.com" }));
  clock.advance(CREATION);
  const done = await client.send(new DescribeCreateAccountStatusCommand({ CreateAccountRequestId: CreateAccountStatus?.Id }));
  const AccountId = done.CreateAccountStatus?.AccountId ?? expect.fail();
  return {
    clock,
    client,
    setFaults: (faults: Parameters<typeof emulator.setFaults>[0]) => emulator.setFaults(faults),
    AccountId,
    states: async () => {
      const { Account } = await client.send(new DescribeAccountCommand({ AccountId }));
      return [Account?.State, Account?.Status];
    },
    enter: () => sts.send(new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${AccountId}:role/OrganizationAccountAccessRole`, RoleSessionName: "ada" })),
    close: () => client.send(new CloseAccountCommand({ AccountId })),
  };
}

describe("the faults of accounts", () => {
  it.each([
    ["pending-activation:7200", "PENDING_ACTIVATION", "ACTIVE"],
    ["suspension:7200", "SUSPENDED", "SUSPENDED"],
  ])("%s keeps everyone out of an account that stays in its organization, until it is over", async (fault, State, Status) => {
    const { clock, client, AccountId, states, enter, close } = await stage(`${fault}@x1`);
    expect(await states()).toEqual([State, Status]);
    await expect(enter()).rejects.toMatchObject({ name: "AccessDenied" });
    await expect(close()).rejects.toMatchObject({ name: "ConflictException" });
    await expect(client.send(new RemoveAccountFromOrganizationCommand({ AccountId }))).rejects.toMatchObject({ Reason: "ACCOUNT_CANNOT_LEAVE_ORGANIZATION" });
    const ServicePrincipal = "guardduty.amazonaws.com";
    await client.send(new EnableAWSServiceAccessCommand({ ServicePrincipal }));
    const register = () => client.send(new RegisterDelegatedAdministratorCommand({ AccountId, ServicePrincipal }));
    await expect(register()).rejects.toMatchObject({ Reason: "CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR" });
    clock.advance(2 * HOUR);
    expect(await states()).toEqual(["ACTIVE", "ACTIVE"]);
    await enter();
    await register();
  });

  it("slow-closing keeps an account PENDING_CLOSURE, in which it still works, and CLOSED is the end of that", async () => {
    const { clock, states, enter, close } = await stage("slow-closing:7200");
    await close();
    clock.advance(2 * HOUR - 1_000);
    expect(await states()).toEqual(["PENDING_CLOSURE", "PENDING_CLOSURE"]);
    await enter();
    clock.advance(1_000);
    expect(await states()).toEqual(["CLOSED", "SUSPENDED"]);
    await expect(enter()).rejects.toMatchObject({ name: "AccessDenied" });
  });

  /** What CloseAccount throws, by its API page; the rest of its reasons are those of every operation. */
  it.each([
    "AccountAlreadyClosedException",
    "AccountNotFoundException",
    "ConcurrentModificationException",
    "ConflictException",
    "ConstraintViolationException.CANNOT_CLOSE_MANAGEMENT_ACCOUNT",
    "ConstraintViolationException.CLOSE_ACCOUNT_QUOTA_EXCEEDED",
    "ConstraintViolationException.CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED",
    "ConstraintViolationException.ORGANIZATION_NOT_IN_ALL_FEATURES_MODE",
    "InvalidInputException.INVALID_ENUM",
    "ServiceException",
    "UnsupportedAPIEndpointException",
  ])("refusal:%s refuses to close", async (error) => {
    const { close, states } = await stage(`refusal:${error}/organizations:CloseAccount`);
    const [name, Reason] = error.split(".");
    await expect(close()).rejects.toMatchObject({ name, ...(Reason === undefined ? {} : { Reason }) });
    expect(await states()).toEqual(["ACTIVE", "ACTIVE"]);
  });

  /** What CreateAccount throws at once, by its API page; why it fails later is told by failing-creation. */
  it.each([
    "ConcurrentModificationException",
    "ConstraintViolationException.ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED",
    "ConstraintViolationException.ACCOUNT_NUMBER_LIMIT_EXCEEDED",
    "ConstraintViolationException.MASTER_ACCOUNT_ADDRESS_DOES_NOT_MATCH_MARKETPLACE",
    "ConstraintViolationException.MASTER_ACCOUNT_MISSING_CONTACT_INFO",
    "ConstraintViolationException.MASTER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED",
    "FinalizingOrganizationException",
    "InvalidInputException.INVALID_ROLE_NAME",
    "ServiceException",
    "UnsupportedAPIEndpointException",
  ])("refusal:%s takes no request for an account", async (error) => {
    const { client, setFaults } = await stage();
    setFaults([parseFault(`refusal:${error}/organizations:CreateAccount`)]);
    const [name, Reason] = error.split(".");
    const create = client.send(new CreateAccountCommand({ AccountName: "b", Email: "b@example.com" }));
    await expect(create).rejects.toMatchObject({ name, ...(Reason === undefined ? {} : { Reason }) });
    expect((await client.send(new ListCreateAccountStatusCommand({}))).CreateAccountStatuses).toHaveLength(1);
  });
});
