import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../../../../limits/index.ts";
import type { World } from "../../../world.ts";
import { cancel, schedule } from "../pending.ts";
import { keysOf, nextRow } from "../state.ts";
import type { HandshakeEnd, HandshakeRecord } from "./state.ts";
import { handshakesTable, openBy, sentBy, sentTo } from "./state.ts";

const DAY = 86_400_000;

export const newHandshakeId = (world: World): string => `h-${world.randomId(32)}`;

/** Sends a handshake; unless it is answered in time it expires. */
export function send(world: World, handshake: HandshakeRecord): void {
  const row = nextRow(world);
  handshakesTable(world).put(handshake.id, handshake);
  sentBy(world, handshake.organizationId).put(handshake.id, row);
  openBy(world, handshake.organizationId, handshake.action).put(handshake.id, row);
  if (handshake.recipient !== undefined) sentTo(world, handshake.recipient.Id).put(handshake.id, row);
  schedule(world, { kind: "expire-handshake", organizationId: handshake.organizationId, subject: handshake.id, due: handshake.expiresAt });
}

/** Ends a handshake; it is shown for a while before it is forgotten. */
export function end(world: World, handshake: HandshakeRecord, state: HandshakeEnd, now: number): void {
  const { id: subject, organizationId } = handshake;
  handshakesTable(world).put(subject, { ...handshake, state });
  openBy(world, organizationId, handshake.action).delete(subject);
  cancel(world, { kind: "expire-handshake", organizationId, subject });
  schedule(world, { kind: "forget-handshake", organizationId, subject, due: now + QUOTAS.endedHandshakeDays * DAY });
}

export function forget(world: World, handshake: HandshakeRecord): void {
  handshakesTable(world).delete(handshake.id);
  sentBy(world, handshake.organizationId).delete(handshake.id);
  openBy(world, handshake.organizationId, handshake.action).delete(handshake.id);
  if (handshake.recipient !== undefined) sentTo(world, handshake.recipient.Id).delete(handshake.id);
}

/** Unconfirmed: that what an organization sent goes with it, from the lists of its recipients too. */
export function forgetAllBy(world: World, organizationId: string): void {
  for (const id of keysOf(sentBy(world, organizationId))) {
    const handshake = handshakesTable(world).get(id);
    if (handshake !== undefined) forget(world, handshake);
  }
}
