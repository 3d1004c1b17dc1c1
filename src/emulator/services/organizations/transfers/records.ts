import type { World } from "../../../world.ts";
import { arnOf } from "../arns.ts";
import type { HandshakeEnd, HandshakeRecord } from "../handshakes/state.ts";
import { emailOwner } from "../known-accounts.ts";
import type { OrganizationRecord } from "../state.ts";
import { keysOf, knownAccountsTable, nextRow, organizationsTable, tagsTable } from "../state.ts";
import type { TransferRecord } from "./state.ts";
import { inboundOf, isActive, outboundOf, transfersTable } from "./state.ts";

export function addTransfer(world: World, transfer: TransferRecord): void {
  const row = nextRow(world);
  transfersTable(world).put(transfer.id, transfer);
  inboundOf(world, transfer.targetOrganizationId).put(transfer.id, row);
  outboundOf(world, transfer.source.Id).put(transfer.id, row);
}

export function forgetTransfer(world: World, { id, targetOrganizationId, source }: TransferRecord): void {
  transfersTable(world).delete(id);
  inboundOf(world, targetOrganizationId).delete(id);
  outboundOf(world, source.Id).delete(id);
  tagsTable(world).delete(id);
}

/** The transfer that a handshake asks for. */
export function transferOf(world: World, { resources }: HandshakeRecord): TransferRecord | undefined {
  const id = resources.find(({ Type }) => Type === "RESPONSIBILITY_TRANSFER")?.Value;
  return id === undefined ? undefined : transfersTable(world).get(id);
}

/** The answer to the invitation is the status of the transfer. */
export function setStatus(world: World, handshake: HandshakeRecord, status: HandshakeEnd): void {
  const transfer = transferOf(world, handshake);
  if (transfer !== undefined) transfersTable(world).put(transfer.id, { ...transfer, status });
}

/** Of an invitation that came to nothing, nothing is left once it is forgotten. */
export function forgetUnaccepted(world: World, handshake: HandshakeRecord): void {
  const transfer = transferOf(world, handshake);
  if (transfer !== undefined && transfer.sourceOrganizationId === undefined) forgetTransfer(world, transfer);
}

/** Everything an organization pays for others, and what others pay for it. */
export function transfersWith(world: World, organization: OrganizationRecord): TransferRecord[] {
  const ids = [...keysOf(inboundOf(world, organization.id)), ...keysOf(outboundOf(world, organization.managementAccountId))];
  return ids.flatMap((id) => transfersTable(world).get(id) ?? []);
}

export const activeInbound = (world: World, organizationId: string, now: number): TransferRecord[] =>
  keysOf(inboundOf(world, organizationId)).flatMap((id) => transfersTable(world).get(id) ?? []).filter((transfer) => isActive(transfer, now));

export type Direction = "inbound" | "outbound";

/** From where an organization sees a transfer; undefined when it has no part in it. */
export function directionFor(world: World, organization: OrganizationRecord, transfer: TransferRecord): Direction | undefined {
  if (transfer.targetOrganizationId === organization.id) return "inbound";
  return sourceAccount(world, transfer) === organization.managementAccountId ? "outbound" : undefined;
}

const sourceAccount = (world: World, { source }: TransferRecord): string | undefined => (source.Type === "ACCOUNT" ? source.Id : emailOwner(world, source.Id));

/** A transfer as the API shows it to one of the two organizations. */
export function describeTransfer(world: World, organization: OrganizationRecord, direction: Direction, transfer: TransferRecord) {
  const participant = (id: string | undefined, email?: string) => ({
    ManagementAccountId: id,
    ManagementAccountEmail: email ?? (id === undefined ? undefined : knownAccountsTable(world).get(id)?.email),
  });
  const { source } = transfer;
  return {
    Arn: arnOf(organization, "transfer", "billing", direction, transfer.id),
    Name: transfer.name,
    Id: transfer.id,
    Type: "BILLING",
    Status: transfer.status,
    Source: source.Type === "ACCOUNT" ? participant(source.Id) : participant(undefined, source.Id),
    Target: participant(organizationsTable(world).get(transfer.targetOrganizationId)?.managementAccountId),
    StartTimestamp: new Date(transfer.startAt),
    EndTimestamp: transfer.endAt === undefined ? undefined : new Date(transfer.endAt),
    ActiveHandshakeId: transfer.handshakeId,
  };
}
