import {
  AcceptHandshakeCommand, CreateOrganizationCommand, HandshakeConstraintViolationException, InviteAccountToOrganizationCommand, InviteOrganizationToTransferResponsibilityCommand,
  ListHandshakesForAccountCommand, ListInboundResponsibilityTransfersCommand, OrganizationsClient, PutResourcePolicyCommand, TerminateResponsibilityTransferCommand,
  paginateListHandshakesForOrganization,
} from "@aws-sdk/client-organizations";
import { beforeEach, describe, expect, it } from "vitest";
import { manualClock, openEmulator, type Emulator, type EmulatorCredentials } from "../../../index.ts";

const GUEST = "222222222222";

/** What the operations do is tested beside them; here it is whether the SDK's client sees it so. */
describe("handshakes through the SDK", () => {
  let emulator: Emulator;
  let manager: OrganizationsClient;
  let guest: OrganizationsClient;

  const clientFor = (credentials: EmulatorCredentials) => new OrganizationsClient({ region: "us-east-1", credentials, requestHandler: emulator.requestHandler, maxAttempts: 1 });

  beforeEach(async () => {
    emulator = await openEmulator({ seed: "handshakes", clock: manualClock(Date.UTC(2026, 0, 1)), throttle: false });
    await emulator.addAccount({ id: GUEST, email: "guest@example.com", name: "Guest" });
    manager = clientFor(emulator.credentials);
    guest = clientFor(await emulator.issueAccessKey({ accountId: GUEST }));
    await manager.send(new CreateOrganizationCommand({}));
  });

  it("arrive with their nested resources and times", async () => {
    await manager.send(new InviteAccountToOrganizationCommand({ Target: { Type: "EMAIL", Id: "guest@example.com" }, Notes: "Hello" }));
    const [handshake] = (await guest.send(new ListHandshakesForAccountCommand({ Filter: { ActionType: "INVITE" } }))).Handshakes ?? [];
    expect(handshake?.ExpirationTimestamp).toEqual(new Date(Date.UTC(2026, 0, 16)));
    expect(handshake?.Resources?.[0]?.Resources?.map(({ Type }) => Type)).toEqual(["MASTER_EMAIL", "MASTER_NAME", "ORGANIZATION_FEATURE_SET"]);
    expect((await guest.send(new AcceptHandshakeCommand({ HandshakeId: handshake?.Id }))).Handshake?.State).toBe("ACCEPTED");
    const again = await manager.send(new InviteAccountToOrganizationCommand({ Target: { Type: "ACCOUNT", Id: GUEST } })).catch((error: unknown) => error);
    expect(again).toBeInstanceOf(HandshakeConstraintViolationException);
    expect(again).toMatchObject({ Reason: "ALREADY_IN_AN_ORGANIZATION" });
  });

  it("page as the SDK pages", async () => {
    for (const name of ["a", "b", "c"]) await manager.send(new InviteAccountToOrganizationCommand({ Target: { Type: "EMAIL", Id: `${name}@example.com` } }));
    const sizes: number[] = [];
    for await (const page of paginateListHandshakesForOrganization({ client: manager, pageSize: 2 }, {})) sizes.push(page.Handshakes?.length ?? 0);
    expect(sizes).toEqual([2, 1]);
  });

  it("are checked against the model first", async () => {
    const reason = (sent: Promise<unknown>) => sent.then(() => "-", (error: unknown) => (error as { Reason?: string }).Reason);
    const Target = { Type: "ACCOUNT", Id: GUEST } as const;
    expect(await reason(manager.send(new InviteAccountToOrganizationCommand({ Target: { Type: "ROBOT" as "ACCOUNT", Id: GUEST } })))).toBe("INVALID_ENUM");
    expect(await reason(manager.send(new InviteAccountToOrganizationCommand({ Target: { Type: "ACCOUNT", Id: undefined } })))).toBe("INPUT_REQUIRED");
    expect(await reason(manager.send(new InviteAccountToOrganizationCommand({ Target, Notes: "x".repeat(1_025) })))).toBe("MAX_LENGTH_EXCEEDED");
    expect(await reason(manager.send(new AcceptHandshakeCommand({ HandshakeId: "nonsense" })))).toBe("INVALID_PATTERN");
    expect(await reason(guest.send(new ListHandshakesForAccountCommand({ Filter: { ActionType: "DANCE" as "INVITE" } })))).toBe("INVALID_ENUM");
    expect(await reason(guest.send(new ListHandshakesForAccountCommand({ MaxResults: 21 })))).toBe("MAX_VALUE_EXCEEDED");
    expect(await reason(manager.send(new PutResourcePolicyCommand({ Content: " ".repeat(40_001) })))).toBe("MAX_LENGTH_EXCEEDED");
  });

  it("carry the dates of a transfer both ways", async () => {
    emulator = await openEmulator({ seed: "transfers", clock: manualClock(Date.UTC(2026, 0, 1)), throttle: false, inboundTransferLimit: 1 });
    await emulator.addAccount({ id: GUEST, email: "guest@example.com", name: "Guest" });
    [manager, guest] = [clientFor(emulator.credentials), clientFor(await emulator.issueAccessKey({ accountId: GUEST }))];
    for (const client of [manager, guest]) await client.send(new CreateOrganizationCommand({}));
    const StartTimestamp = new Date(Date.UTC(2026, 1, 1));
    const Target = { Type: "ACCOUNT", Id: GUEST } as const;
    const asked = await manager.send(new InviteOrganizationToTransferResponsibilityCommand({ Type: "BILLING", Target, StartTimestamp, SourceName: "Guest" }));
    await guest.send(new AcceptHandshakeCommand({ HandshakeId: asked.Handshake?.Id }));
    const [transfer] = (await manager.send(new ListInboundResponsibilityTransfersCommand({ Type: "BILLING" }))).ResponsibilityTransfers ?? [];
    expect(transfer).toMatchObject({ Status: "ACCEPTED", StartTimestamp });
    const EndTimestamp = new Date(Date.UTC(2026, 2, 1) - 1);
    const ended = await guest.send(new TerminateResponsibilityTransferCommand({ Id: transfer?.Id, EndTimestamp }));
    expect(ended.ResponsibilityTransfer).toMatchObject({ Status: "WITHDRAWN", EndTimestamp });
  });
});
