import type { Call, Operation } from "../../../operation.ts";
import { HANDSHAKE, PAGE, required } from "../constraints.ts";
import { isDelegated } from "../delegation/delegated.ts";
import { handshakeNotFound, invalidInput } from "../errors.ts";
import { operation, organizationOf } from "../operation.ts";
import type { PageInput } from "../page.ts";
import { page, pageOf } from "../page.ts";
import { describeHandshake } from "./describe.ts";
import { addresseesOf, isRecipient, isSender } from "./parties.ts";
import { handshakesTable, sentBy, sentTo } from "./state.ts";

interface Filter {
  readonly ActionType?: string;
  readonly ParentHandshakeId?: string;
}

type ListInput = { readonly Filter?: Filter } & PageInput;

const ACTION_TYPE = { values: ["INVITE", "ENABLE_ALL_FEATURES", "APPROVE_ALL_FEATURES", "ADD_ORGANIZATIONS_SERVICE_LINKED_ROLE", "TRANSFER_RESPONSIBILITY"] };
const LIST = { "Filter.ActionType": ACTION_TYPE, "Filter.ParentHandshakeId": HANDSHAKE, ...PAGE };

/** One filter at most. The model's name of the reason differs from its description, MAX_FILTER_LIMIT_EXCEEDED. */
function checkFilter({ ActionType, ParentHandshakeId }: Filter): void {
  if (ActionType === undefined || ParentHandshakeId === undefined) return;
  throw invalidInput("MAX_LIMIT_EXCEEDED_FILTER", "You can specify only one filter parameter for the operation.");
}

const nameOf = (name: string, { ActionType, ParentHandshakeId }: Filter): readonly string[] => [name, ActionType ?? "*", ParentHandshakeId ?? "*"];

/** A handshake as the API shows it, if the filter lets it through. */
const picker = ({ world }: Call, { ActionType, ParentHandshakeId }: Filter) => (id: string) => {
  const handshake = handshakesTable(world).get(id);
  const isWanted = handshake !== undefined && (ActionType ?? handshake.action) === handshake.action && (ParentHandshakeId ?? handshake.parentId) === handshake.parentId;
  return isWanted ? describeHandshake(world, handshake) : undefined;
};

const listHandshakesForOrganization = operation<ListInput, object>({
  name: "ListHandshakesForOrganization",
  callers: "delegated",
  input: LIST,
  errors: ["InvalidInputException.INVALID_NEXT_TOKEN", "InvalidInputException.MAX_LIMIT_EXCEEDED_FILTER"],
  run(call, input) {
    const filter = input.Filter ?? {};
    checkFilter(filter);
    const rows = sentBy(call.world, call.organization.id);
    const { items, NextToken } = page(call, nameOf("ListHandshakesForOrganization", filter), rows, input, picker(call, filter));
    return { Handshakes: items, NextToken };
  },
});

/** Standalone accounts ask too. */
const listHandshakesForAccount: Operation<ListInput, object> = {
  name: "ListHandshakesForAccount",
  input: LIST,
  errors: ["AccessDeniedException", "InvalidInputException.INVALID_NEXT_TOKEN", "InvalidInputException.MAX_LIMIT_EXCEEDED_FILTER"],
  run(call, input) {
    const { world, principal } = call;
    const filter = input.Filter ?? {};
    checkFilter(filter);
    const rows = addresseesOf(world, principal.accountId).flatMap((addressee) => Array.from(sentTo(world, addressee).entries()));
    const inOrder = rows.sort(([, a], [, b]) => a.seq - b.seq);
    const { items, NextToken } = pageOf([principal.accountId, ...nameOf("ListHandshakesForAccount", filter)], inOrder, input, picker(call, filter));
    return { Handshakes: items, NextToken };
  },
};

/** Both parties see a handshake; so do accounts to which the sender's organization delegated that. */
const describeOperation: Operation<{ HandshakeId: string }, object> = {
  name: "DescribeHandshake",
  input: { HandshakeId: required(HANDSHAKE) },
  errors: ["HandshakeNotFoundException"],
  run(call, input) {
    const { world, principal } = call;
    const handshake = handshakesTable(world).get(input.HandshakeId);
    if (handshake === undefined) throw handshakeNotFound();
    const organization = organizationOf(call);
    const isColleague = organization?.id === handshake.organizationId && isDelegated({ ...call, organization }, "DescribeHandshake", input);
    const mayLook = isRecipient(world, handshake, principal.accountId) || isSender(world, handshake, principal.accountId) || isColleague;
    if (!mayLook) throw handshakeNotFound();
    return { Handshake: describeHandshake(world, handshake) };
  },
};

export const handshakeListOperations = [describeOperation, listHandshakesForAccount, listHandshakesForOrganization];
