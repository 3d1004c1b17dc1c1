import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../../../../limits/index.ts";
import type { Call } from "../../../operation.ts";
import { arnOf } from "../arns.ts";
import { NOTES, required, TAGS, TRANSFER_NAME, TRANSFER_TYPE } from "../constraints.ts";
import { accessDenied, constraintViolation, handshakeConstraintViolation, invalidInput, notInUse } from "../errors.ts";
import { describeHandshake } from "../handshakes/describe.ts";
import type { TargetInput } from "../handshakes/invitations.ts";
import { accountOf, recipientOf, refuseSecond, TARGET_INPUT } from "../handshakes/invitations.ts";
import { newHandshakeId, send } from "../handshakes/lifecycle.ts";
import type { HandshakeRecord, HandshakeResource, Recipient } from "../handshakes/state.ts";
import { knownAccount } from "../known-accounts.ts";
import type { OrganizationCall } from "../operation.ts";
import { operation, organizationOf } from "../operation.ts";
import { inboundTransferLimit } from "../settings.ts";
import type { OrganizationRecord, Tag } from "../state.ts";
import { nextRow } from "../state.ts";
import { checkTags, putTags } from "../tags.ts";
import { isStartOfDay, startOfMonth } from "./months.ts";
import { activeInbound, addTransfer, transferOf } from "./records.ts";
import type { TransferRecord } from "./state.ts";
import { isActive, outboundOf, transfersTable } from "./state.ts";

const DAY = 86_400_000;

interface InvitationInput {
  readonly Type: "BILLING";
  readonly Target: TargetInput;
  readonly Notes?: string;
  /** Milliseconds since the epoch from the wire, a date from tests. */
  readonly StartTimestamp: number | Date;
  readonly SourceName: string;
  readonly Tags?: readonly Tag[];
}

/**
 * Asks the management account of another organization to let the caller pay its bill. An answer is due a day before the start.
 * Source: Billing User Guide, "Transfer billing management to external accounts" and "Quotas".
 * Unconfirmed: the resources of the handshake, and that it expires no earlier.
 */
const inviteOrganization = operation<InvitationInput, object>({
  name: "InviteOrganizationToTransferResponsibility",
  callers: "management",
  input: { Type: required(TRANSFER_TYPE), ...TARGET_INPUT, Notes: NOTES, StartTimestamp: { required: true }, SourceName: required(TRANSFER_NAME), ...TAGS },
  errors: [
    "ConstraintViolationException.MAX_TAG_LIMIT_EXCEEDED", "ConstraintViolationException.RESPONSIBILITY_TRANSFER_MAX_INBOUND_QUOTA_VIOLATION",
    "DuplicateHandshakeException", "HandshakeConstraintViolationException.RESPONSIBILITY_TRANSFER_ALREADY_EXISTS",
    "HandshakeConstraintViolationException.SOURCE_AND_TARGET_CANNOT_MATCH", "InvalidInputException.DUPLICATE_TAG_KEY",
    "InvalidInputException.INVALID_EMAIL_ADDRESS_TARGET", "InvalidInputException.INVALID_PARTY_TYPE_TARGET", "InvalidInputException.INVALID_PATTERN",
    "InvalidInputException.INVALID_SYSTEM_TAGS_PARAMETER", "InvalidInputException.START_DATE_NOT_BEGINNING_OF_DAY",
    "InvalidInputException.START_DATE_NOT_BEGINNING_OF_MONTH", "InvalidInputException.START_DATE_TOO_EARLY", "InvalidInputException.TARGET_NOT_SUPPORTED",
  ],
  quotas: [`${QUOTAS.inboundTransfers} organizations to pay for, until more are granted`, `${QUOTAS.tagsPerResource} tags`],
  run(call, input) {
    const { world, organization, now } = call;
    const startAt = Number(input.StartTimestamp);
    const source = recipientOf(call, input.Target);
    checkStart(startAt, now);
    checkTags(input.Tags ?? []);
    refuse(call, source);
    const id = `rt-${world.randomId(32)}`;
    const handshake: HandshakeRecord = {
      id: newHandshakeId(world),
      organizationId: organization.id,
      action: "TRANSFER_RESPONSIBILITY",
      state: "OPEN",
      requestedAt: now,
      expiresAt: startAt - DAY,
      recipient: source,
      resources: resourcesOf(call, source, { id, startAt, notes: input.Notes }),
      tags: input.Tags ?? [],
    };
    send(world, handshake);
    addTransfer(world, { id, name: input.SourceName, status: "REQUESTED", targetOrganizationId: organization.id, source, handshakeId: handshake.id, startAt });
    return { Handshake: describeHandshake(world, handshake) };
  },
});

/** Unconfirmed: how far ahead is START_DATE_TOO_LATE; nothing is here. */
function checkStart(startAt: number, now: number): void {
  if (!isStartOfDay(startAt)) throw invalidInput("START_DATE_NOT_BEGINNING_OF_DAY", "The start date must be the beginning of the day (00:00:00.000).");
  if (startAt !== startOfMonth(startAt)) throw invalidInput("START_DATE_NOT_BEGINNING_OF_MONTH", "The start date must be the first day of the month.");
  if (startAt - DAY <= now) throw invalidInput("START_DATE_TOO_EARLY", "The start date is too early.");
}

/** Every organization may pay for none until AWS raises its quota. */
function refuse(call: OrganizationCall, source: Recipient): void {
  const { world, organization, now } = call;
  const accountId = accountOf(call, source);
  if (accountId === organization.managementAccountId) {
    throw handshakeConstraintViolation("SOURCE_AND_TARGET_CANNOT_MATCH", "An account can't be both the sender and the recipient of the invitation.");
  }
  refuseSecond(call, "TRANSFER_RESPONSIBILITY", source);
  const active = activeInbound(world, organization.id, now);
  if (accountId !== undefined && active.some((transfer) => accountOf(call, transfer.source) === accountId)) {
    throw handshakeConstraintViolation("RESPONSIBILITY_TRANSFER_ALREADY_EXISTS", "A transfer between the two accounts exists already.");
  }
  if (active.length >= inboundTransferLimit(world)) {
    throw constraintViolation("RESPONSIBILITY_TRANSFER_MAX_INBOUND_QUOTA_VIOLATION", "You have exceeded your inbound transfers limit.");
  }
}

function resourcesOf({ world, organization }: OrganizationCall, source: Recipient, transfer: { id: string; startAt: number; notes: string | undefined }): HandshakeResource[] {
  const { id, email, name } = knownAccount(world, organization.managementAccountId);
  const Resources = [
    { Type: "MANAGEMENT_ACCOUNT", Value: id },
    { Type: "MANAGEMENT_EMAIL", Value: email },
    { Type: "MANAGEMENT_NAME", Value: name },
  ];
  return [
    { Type: "ORGANIZATION", Value: organization.id, Resources },
    { Type: source.Type, Value: source.Id },
    { Type: "RESPONSIBILITY_TRANSFER", Value: transfer.id },
    { Type: "TRANSFER_TYPE", Value: "BILLING" },
    { Type: "TRANSFER_START_TIMESTAMP", Value: new Date(transfer.startAt).toISOString() },
    ...(transfer.notes === undefined ? [] : [{ Type: "NOTES", Value: transfer.notes }]),
  ];
}

/** The caller, which manages an organization, lets another pay its bill. It can have one such payer. */
export function acceptTransfer(call: Call, handshake: HandshakeRecord, target: OrganizationRecord): void {
  const { world, now, principal } = call;
  const transfer = transferOf(world, handshake);
  const organization = organizationOf(call);
  if (organization === undefined) throw notInUse();
  if (organization.managementAccountId !== principal.accountId || transfer === undefined) throw accessDenied();
  const source = { Type: "ACCOUNT", Id: principal.accountId } as const;
  const others = Array.from(outboundOf(world, source.Id).entries(), ([id]) => transfersTable(world).get(id)).filter((other) => other !== undefined);
  if (others.some((other) => other.status !== "REQUESTED" && isActive(other, now))) {
    throw constraintViolation("RESPONSIBILITY_TRANSFER_MAX_OUTBOUND_QUOTA_VIOLATION", "You have exceeded your outbound transfers limit.");
  }
  const accepted: TransferRecord = { ...transfer, status: "ACCEPTED", source, sourceOrganizationId: organization.id };
  transfersTable(world).put(transfer.id, accepted);
  outboundOf(world, transfer.source.Id).delete(transfer.id);
  outboundOf(world, source.Id).put(transfer.id, nextRow(world));
  putTags(world, { id: transfer.id, arn: arnOf(target, "transfer", "billing", "inbound", transfer.id) }, handshake.tags);
}

export const transferInvitationOperations = [inviteOrganization];
