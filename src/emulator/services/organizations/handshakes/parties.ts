import type { Call } from "../../../operation.ts";
import type { World } from "../../../world.ts";
import { knownAccountsTable, organizationsTable } from "../state.ts";
import { type HandshakeRecord, handshakesTable, isOpen } from "./state.ts";

/** Whether an account is who a handshake asks. */
export function isRecipient(world: World, { recipient }: HandshakeRecord, accountId: string): boolean {
  if (recipient === undefined) return false;
  return recipient.Type === "ACCOUNT" ? recipient.Id === accountId : recipient.Id.toLowerCase() === emailOf(world, accountId);
}

/** Whether an account manages the organization that sent a handshake. */
export const isSender = (world: World, { organizationId }: HandshakeRecord, accountId: string): boolean =>
  organizationsTable(world).get(organizationId)?.managementAccountId === accountId;

/** Under which names handshakes reach an account. */
export function addresseesOf(world: World, accountId: string): string[] {
  const email = emailOf(world, accountId);
  return email === undefined ? [accountId] : [accountId, email];
}

const emailOf = (world: World, accountId: string): string | undefined => knownAccountsTable(world).get(accountId)?.email.toLowerCase();

/** Whether the caller joins an organization with all features when it accepts this handshake. */
export function joinsWith({ world, principal }: Call, handshakeId: string): boolean {
  const handshake = handshakesTable(world).get(handshakeId);
  if (handshake?.action !== "INVITE" || !isOpen(handshake) || !isRecipient(world, handshake, principal.accountId)) return false;
  return organizationsTable(world).get(handshake.organizationId)?.featureSet === "ALL";
}
