import type { Call } from "../../../operation.ts";
import type { World } from "../../../world.ts";
import type { PendingWork } from "../pending.ts";
import type { OrganizationRecord } from "../state.ts";
import { organizationsTable } from "../state.ts";
import { acceptTransfer } from "../transfers/invitation.ts";
import { forgetUnaccepted, setStatus } from "../transfers/records.ts";
import { abandon, noLongerAwait } from "./approvals.ts";
import { join } from "./joining.ts";
import { end, forget } from "./lifecycle.ts";
import type { HandshakeAction, HandshakeEnd, HandshakeRecord } from "./state.ts";
import { handshakesTable } from "./state.ts";

/** What accepting each kind brings about; throws what stands against it. */
const ACCEPT: Readonly<Record<HandshakeAction, (call: Call, handshake: HandshakeRecord, organization: OrganizationRecord) => void>> = {
  INVITE: join,
  ENABLE_ALL_FEATURES: ({ world }, _handshake, organization) => organizationsTable(world).put(organization.id, { ...organization, featureSet: "ALL" }),
  APPROVE_ALL_FEATURES({ world, principal }, { parentId = "" }) {
    const request = handshakesTable(world).get(parentId);
    if (request !== undefined) noLongerAwait(world, request, principal.accountId);
  },
  TRANSFER_RESPONSIBILITY: acceptTransfer,
};

export function accept(call: Call, handshake: HandshakeRecord, organization: OrganizationRecord): void {
  ACCEPT[handshake.action](call, handshake, organization);
  end(call.world, handshake, "ACCEPTED", call.now);
}

/** Ends a handshake that came to nothing, with what hangs on it. */
export function fail(world: World, handshake: HandshakeRecord, state: Exclude<HandshakeEnd, "ACCEPTED">, now: number): void {
  end(world, handshake, state, now);
  if (handshake.action === "ENABLE_ALL_FEATURES") abandon(world, handshake, now);
  if (handshake.action === "TRANSFER_RESPONSIBILITY") setStatus(world, handshake, state);
}

export function finishExpiring(world: World, _organization: OrganizationRecord, { subject, due }: PendingWork): void {
  const handshake = handshakesTable(world).get(subject);
  if (handshake !== undefined) fail(world, handshake, "EXPIRED", due);
}

export function finishForgetting(world: World, _organization: OrganizationRecord, { subject }: PendingWork): void {
  const handshake = handshakesTable(world).get(subject);
  if (handshake === undefined) return;
  if (handshake.action === "TRANSFER_RESPONSIBILITY") forgetUnaccepted(world, handshake);
  forget(world, handshake);
}
