import type { Table, World } from "../../world.ts";
import { raiseAccountLimit } from "../organizations/index.ts";

/** A request to raise the account quota of an organization. Times are milliseconds since the epoch. */
export interface QuotaRequest {
  readonly id: string;
  readonly accountId: string;
  readonly organizationId: string;
  readonly serviceCode: string;
  readonly quotaCode: string;
  readonly desired: number;
  readonly requesterArn: string;
  readonly createdAt: number;
  readonly outcome: "APPROVED" | "DENIED" | "NOT_APPROVED";
  /** When a support case is opened; absent when none may be. */
  readonly caseAt?: number;
  readonly decidedAt: number;
}

export type QuotaRequestStatus = "PENDING" | "CASE_OPENED" | QuotaRequest["outcome"];

/** AWS gives no times; minutes until there is a case and hours until it is decided are what its customers see. */
export const CASE_TIME = 10 * 60_000;
export const DECISION_TIME = 3 * 3_600_000;

/** By id, and the ids of those that are not decided yet. */
export const quotaRequestsTable = (world: World): Table<QuotaRequest> => world.table("service-quotas/requests");
const openTable = (world: World): Table<true> => world.table("service-quotas/open");

export function addRequest(world: World, request: QuotaRequest): void {
  quotaRequestsTable(world).put(request.id, request);
  openTable(world).put(request.id, true);
}

export function statusOf({ caseAt, decidedAt, outcome }: QuotaRequest, now: number): QuotaRequestStatus {
  if (now >= decidedAt) return outcome;
  return caseAt !== undefined && now >= caseAt ? "CASE_OPENED" : "PENDING";
}

/** The time of the last change of status. */
export function changedAt(request: QuotaRequest, now: number): number {
  if (now >= request.decidedAt) return request.decidedAt;
  return request.caseAt !== undefined && now >= request.caseAt ? request.caseAt : request.createdAt;
}

/** Raises what has been approved meanwhile. */
export function advance(world: World, now: number): void {
  for (const [id] of Array.from(openTable(world).entries())) {
    const request = quotaRequestsTable(world).get(id);
    if (request !== undefined && now < request.decidedAt) continue;
    openTable(world).delete(id);
    if (request?.outcome === "APPROVED") raiseAccountLimit(world, request.organizationId, request.desired);
  }
}
