import type { World } from "../../../world.ts";
import { keysOf } from "../state.ts";
import { end } from "./lifecycle.ts";
import type { HandshakeRecord } from "./state.ts";
import { handshakesTable, isOpen, openBy, unapproved } from "./state.ts";

/** The request of an organization to enable all features that is under way, if any. */
export function requestUnderWay(world: World, organizationId: string): HandshakeRecord | undefined {
  const [id] = keysOf(openBy(world, organizationId, "ENABLE_ALL_FEATURES"));
  return id === undefined ? undefined : handshakesTable(world).get(id);
}

/** Counts an account as agreed, or as no longer asked; when it was the last, the request can be completed. */
export function noLongerAwait(world: World, request: HandshakeRecord, accountId: string): void {
  unapproved(world, request.id).delete(accountId);
  if (unapproved(world, request.id).size === 0 && isOpen(request)) handshakesTable(world).put(request.id, { ...request, state: "OPEN" });
}

/** An account that leaves is not asked any more. */
export function excuse(world: World, organizationId: string, accountId: string, now: number): void {
  const request = requestUnderWay(world, organizationId);
  if (request === undefined) return;
  for (const id of keysOf(openBy(world, organizationId, "APPROVE_ALL_FEATURES"))) {
    const handshake = handshakesTable(world).get(id);
    if (handshake?.recipient?.Id === accountId) end(world, handshake, "CANCELED", now);
  }
  noLongerAwait(world, request, accountId);
}

/** When a request fails, nobody needs to answer it any more. */
export function abandon(world: World, request: HandshakeRecord, now: number): void {
  for (const id of keysOf(openBy(world, request.organizationId, "APPROVE_ALL_FEATURES"))) {
    const handshake = handshakesTable(world).get(id);
    if (handshake !== undefined) end(world, handshake, "CANCELED", now);
  }
  for (const accountId of keysOf(unapproved(world, request.id))) unapproved(world, request.id).delete(accountId);
}
