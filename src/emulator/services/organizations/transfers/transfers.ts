import { PAGE, required, TRANSFER, TRANSFER_NAME, TRANSFER_TYPE } from "../constraints.ts";
import { accessDenied, invalidInput, invalidTransferTransition, transferAlreadyInStatus, transferNotFound } from "../errors.ts";
import { addresseesOf } from "../handshakes/parties.ts";
import type { OrganizationCall } from "../operation.ts";
import { operation } from "../operation.ts";
import type { PageInput } from "../page.ts";
import { page } from "../page.ts";
import { endOfMonth } from "./months.ts";
import type { Direction } from "./records.ts";
import { describeTransfer, directionFor } from "./records.ts";
import type { TransferRecord } from "./state.ts";
import { inboundOf, outboundOf, transfersTable } from "./state.ts";

/** A transfer that the caller's organization has a part in, and from which side. */
function findTransfer({ world, organization }: OrganizationCall, id: string): readonly [TransferRecord, Direction] {
  const transfer = transfersTable(world).get(id);
  const direction = transfer && directionFor(world, organization, transfer);
  if (transfer === undefined || direction === undefined) throw transferNotFound();
  return [transfer, direction];
}

const shown = (call: OrganizationCall, transfer: TransferRecord, direction: Direction) => describeTransfer(call.world, call.organization, direction, transfer);

/** Unconfirmed: that only management accounts may ask; the pages of these operations do not say. */
const describeResponsibilityTransfer = operation<{ Id: string }, object>({
  name: "DescribeResponsibilityTransfer",
  callers: "management",
  input: { Id: required(TRANSFER) },
  errors: ["ResponsibilityTransferNotFoundException"],
  run: (call, input) => ({ ResponsibilityTransfer: shown(call, ...findTransfer(call, input.Id)) }),
});

const listInbound = operation<{ Type: string; Id?: string } & PageInput, object>({
  name: "ListInboundResponsibilityTransfers",
  callers: "management",
  input: { Type: required(TRANSFER_TYPE), Id: TRANSFER, ...PAGE },
  errors: ["InvalidInputException.INVALID_NEXT_TOKEN", "ResponsibilityTransferNotFoundException"],
  run(call, input) {
    if (input.Id !== undefined && !inboundOf(call.world, call.organization.id).has(input.Id)) throw transferNotFound();
    const rows = Array.from(inboundOf(call.world, call.organization.id).entries()).filter(([id]) => input.Id === undefined || input.Id === id);
    const { items, NextToken } = page(call, ["ListInboundResponsibilityTransfers", input.Id ?? "*"], rows, input, (id) => shown(call, ...findTransfer(call, id)));
    return { ResponsibilityTransfers: items, NextToken };
  },
});

const listOutbound = operation<{ Type: string } & PageInput, object>({
  name: "ListOutboundResponsibilityTransfers",
  callers: "management",
  input: { Type: required(TRANSFER_TYPE), ...PAGE },
  errors: ["InvalidInputException.INVALID_NEXT_TOKEN"],
  run(call, input) {
    const { world, principal } = call;
    const rows = addresseesOf(world, principal.accountId).flatMap((addressee) => Array.from(outboundOf(world, addressee).entries()));
    const inOrder = rows.sort(([, a], [, b]) => a.seq - b.seq);
    const { items, NextToken } = page(call, ["ListOutboundResponsibilityTransfers"], inOrder, input, (id) => shown(call, ...findTransfer(call, id)));
    return { ResponsibilityTransfers: items, NextToken };
  },
});

/** Unconfirmed: that the name belongs to the organization that gave it. */
const updateResponsibilityTransfer = operation<{ Id: string; Name: string }, object>({
  name: "UpdateResponsibilityTransfer",
  callers: "management",
  input: { Id: required(TRANSFER), Name: required(TRANSFER_NAME) },
  errors: ["ResponsibilityTransferNotFoundException"],
  run(call, input) {
    const [before, direction] = findTransfer(call, input.Id);
    if (direction !== "inbound") throw accessDenied();
    const transfer = { ...before, name: input.Name };
    transfersTable(call.world).put(transfer.id, transfer);
    return { ResponsibilityTransfer: shown(call, transfer, direction) };
  },
});

/**
 * Either side can end a transfer, at the end of a month.
 * Source: Billing User Guide, "Withdrawing transfers". Unconfirmed: which month is meant when none is given; here it
 * is the current one, or the one before a start that is still to come.
 */
const terminateResponsibilityTransfer = operation<{ Id: string; EndTimestamp?: number | Date }, object>({
  name: "TerminateResponsibilityTransfer",
  callers: "management",
  input: { Id: required(TRANSFER) },
  errors: [
    "InvalidInputException.END_DATE_NOT_END_OF_MONTH", "InvalidInputException.END_DATE_TOO_EARLY", "InvalidResponsibilityTransferTransitionException",
    "ResponsibilityTransferAlreadyInStatusException", "ResponsibilityTransferNotFoundException",
  ],
  run(call, input) {
    const [before, direction] = findTransfer(call, input.Id);
    if (before.status === "WITHDRAWN") throw transferAlreadyInStatus();
    if (before.status !== "ACCEPTED") throw invalidTransferTransition();
    const earliest = Math.max(endOfMonth(call.now), before.startAt - 1);
    const endAt = input.EndTimestamp === undefined ? earliest : Number(input.EndTimestamp);
    if (endAt !== endOfMonth(endAt)) throw invalidInput("END_DATE_NOT_END_OF_MONTH", "The end date must be the end of the last day of the month (23:59:59.999).");
    if (endAt < earliest) throw invalidInput("END_DATE_TOO_EARLY", "It is too early for the transfer to end.");
    const transfer = { ...before, status: "WITHDRAWN", endAt } as const;
    transfersTable(call.world).put(transfer.id, transfer);
    return { ResponsibilityTransfer: shown(call, transfer, direction) };
  },
});

export const transferOperations = [
  describeResponsibilityTransfer, listInbound, listOutbound, updateResponsibilityTransfer, terminateResponsibilityTransfer,
];
