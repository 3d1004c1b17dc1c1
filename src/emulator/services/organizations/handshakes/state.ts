import type { Table, World } from "../../../world.ts";
import type { IndexRow, Tag } from "../state.ts";

/** `ADD_ORGANIZATIONS_SERVICE_LINKED_ROLE` is missing: it asks accounts that deleted that role to bring it back, and here none can. */
export type HandshakeAction = "INVITE" | "ENABLE_ALL_FEATURES" | "APPROVE_ALL_FEATURES" | "TRANSFER_RESPONSIBILITY";

/** How a handshake can end. */
export type HandshakeEnd = "CANCELED" | "ACCEPTED" | "DECLINED" | "EXPIRED";

export interface HandshakeResource {
  readonly Type: string;
  readonly Value: string;
  readonly Resources?: readonly HandshakeResource[];
}

/** Who is asked: an account by its id, or whoever has an e-mail address. */
export interface Recipient {
  readonly Type: "ACCOUNT" | "EMAIL";
  readonly Id: string;
}

export interface HandshakeRecord {
  readonly id: string;
  /** The organization that asks. */
  readonly organizationId: string;
  readonly action: HandshakeAction;
  /** REQUESTED: some of several recipients have not answered yet. OPEN: it can be answered, or completed. */
  readonly state: "REQUESTED" | "OPEN" | HandshakeEnd;
  readonly requestedAt: number;
  readonly expiresAt: number;
  /** Absent when the organization asks itself to finish what others approved. */
  readonly recipient?: Recipient;
  readonly resources: readonly HandshakeResource[];
  /** The handshake that this one is a part of. */
  readonly parentId?: string;
  /** What the resource gets when the handshake is accepted. */
  readonly tags: readonly Tag[];
}

export const handshakesTable = (world: World): Table<HandshakeRecord> => world.table("organizations/handshakes");

/** What an organization sent, and of that what waits for an answer. */
export const sentBy = (world: World, organizationId: string): Table<IndexRow> => world.table(`organizations/handshakes-by/${organizationId}`);
export const openBy = (world: World, organizationId: string, action: HandshakeAction): Table<IndexRow> =>
  world.table(`organizations/open-handshakes-by/${organizationId}/${action}`);

/** What was sent to an account id, or to an e-mail address in lower case. */
export const sentTo = (world: World, addressee: string): Table<IndexRow> => world.table(`organizations/handshakes-to/${addressee.toLowerCase()}`);

/** The parts of a handshake that nobody has accepted yet. */
export const unapproved = (world: World, parentId: string): Table<IndexRow> => world.table(`organizations/unapproved/${parentId}`);

export const isOpen = ({ state }: HandshakeRecord): boolean => state === "OPEN" || state === "REQUESTED";
