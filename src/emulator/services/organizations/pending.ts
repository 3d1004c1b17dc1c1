import type { World } from "../../world.ts";

/** What AWS finishes by itself after a call has answered. */
export type PendingKind = "create-account" | "close-account" | "clean-account" | "enable-policy-type" | "disable-policy-type";

/** Work due at a time; `subject` is the id of the request, account or policy type it is about. */
export interface PendingWork {
  readonly kind: PendingKind;
  readonly organizationId: string;
  readonly subject: string;
  /** Milliseconds since the epoch. */
  readonly due: number;
}

export const pendingTable = (world: World) => world.table<PendingWork>("organizations/pending");

const keyOf = (work: Pick<PendingWork, "kind" | "organizationId" | "subject">): string => `${work.kind}/${work.organizationId}/${work.subject}`;

export const schedule = (world: World, work: PendingWork): void => pendingTable(world).put(keyOf(work), work);

export const cancel = (world: World, work: Pick<PendingWork, "kind" | "organizationId" | "subject">): void => pendingTable(world).delete(keyOf(work));

export function cancelAll(world: World, organizationId: string): void {
  for (const work of Array.from(pendingTable(world).values())) if (work.organizationId === organizationId) cancel(world, work);
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
  let next: PendingWork | undefined;
  for (const work of pendingTable(world).values()) {
    if (work.due <= now && (next === undefined || work.due < next.due)) next = work;
  }
  if (next !== undefined) cancel(world, next);
  return next;
}

/** A duration between two others in milliseconds, random but repeatable. */
export function jitter(world: World, least: number, most: number): number {
  return least + (Number.parseInt(world.randomId(6), 36) % (most - least + 1));
}
