import type { Table, World } from "../../../world.ts";
import type { HandshakeEnd, Recipient } from "../handshakes/state.ts";
import type { IndexRow } from "../state.ts";

/** One organization pays the bill of another, or was asked to. AWS calls the one that pays the target. */
export interface TransferRecord {
  readonly id: string;
  readonly name: string;
  readonly status: "REQUESTED" | HandshakeEnd | "WITHDRAWN";
  readonly targetOrganizationId: string;
  /** Whom the invitation was for; the management account itself once it was accepted. */
  readonly source: Recipient;
  readonly sourceOrganizationId?: string;
  readonly handshakeId: string;
  readonly startAt: number;
  readonly endAt?: number;
}

export const transfersTable = (world: World): Table<TransferRecord> => world.table("organizations/transfers");

/** By the organization that pays. */
export const inboundOf = (world: World, organizationId: string): Table<IndexRow> => world.table(`organizations/inbound-transfers/${organizationId}`);

/** By whose bill it is: an account id, or for an invitation an e-mail address in lower case. */
export const outboundOf = (world: World, source: string): Table<IndexRow> => world.table(`organizations/outbound-transfers/${source.toLowerCase()}`);

/** Whether a transfer is asked for, agreed on or still under way. */
export function isActive({ status, endAt }: TransferRecord, now: number): boolean {
  return status === "REQUESTED" || status === "ACCEPTED" || (status === "WITHDRAWN" && (endAt ?? 0) > now);
}
