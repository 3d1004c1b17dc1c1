import type { World } from "../../world.ts";

/** What AWS finishes by itself after a call has answered. */
export type PendingKind =
  | "create-account"
  | "release-account"
  | "close-account"
  | "clean-account"
  | "enable-policy-type"
  | "disable-policy-type"
  | "expire-handshake"
  | "forget-handshake";

/** Work due at a time; `subject` is the id of the request, account, policy type or handshake it is about. */
export interface PendingWork {
  readonly kind: PendingKind;
  readonly organizationId: string;
  readonly subject: string;
  /** Milliseconds since the epoch. */
  readonly due: number;
}

export const pendingTable = (world: World) => world.table<PendingWork>("organizations/pending");

const keyOf = (work: Pick<PendingWork, "kind" | "organizationId" | "subject">): string => `${work.kind}/${work.organizationId}/${work.subject}`;

/**
 * When to look for due work next: never later than the first is due, so that most calls look at no work at all.
 * Without a record it is time to look.
 */
const nextDue = (world: World) => world.table<number>("organizations/next-due");

export function schedule(world: World, work: PendingWork): void {
  pendingTable(world).put(keyOf(work), work);
  if (work.due < (nextDue(world).get("next") ?? 0)) nextDue(world).put("next", work.due);
}

export const cancel = (world: World, work: Pick<PendingWork, "kind" | "organizationId" | "subject">): void => pendingTable(world).delete(keyOf(work));

export function cancelAll(world: World, organizationId: string): void {
  for (const work of Array.from(pendingTable(world).values())) if (work.organizationId === organizationId) cancel(world, work);
  nextDue(world).delete("next");
}

/** How much work of a kind an organization has under way. */
export function countPending(world: World, organizationId: string, kind: PendingKind): number {
  let count = 0;
  for (const work of pendingTable(world).values()) {
    if (work.kind === kind && work.organizationId === organizationId) count += 1;
  }
  return count;
}

/** Takes out the work that is due first, if any is. */
export function takeDue(world: World, now: number): PendingWork | undefined {
  if (now < (nextDue(world).get("next") ?? 0)) return undefined;
  let next: PendingWork | undefined;
  for (const work of pendingTable(world).values()) if (next === undefined || work.due < next.due) next = work;
  if (next !== undefined && next.due <= now) {
    cancel(world, next);
    return next;
  }
  if (next === undefined) nextDue(world).delete("next");
  else nextDue(world).put("next", next.due);
  return undefined;
}

/** A duration between two others in milliseconds, random but repeatable. */
export function jitter(world: World, least: number, most: number): number {
  return least + (Number.parseInt(world.randomId(6), 36) % (most - least + 1));
}
