import type { Call, Operation } from "../../../operation.ts";
import { HANDSHAKE, required } from "../constraints.ts";
import { accessDenied, handshakeAlreadyInState, handshakeNotFound, invalidHandshakeTransition } from "../errors.ts";
import type { OrganizationRecord } from "../state.ts";
import { organizationsTable } from "../state.ts";
import { accept, fail } from "./consequences.ts";
import { describeHandshake } from "./describe.ts";
import { isRecipient, isSender } from "./parties.ts";
import type { HandshakeEnd, HandshakeRecord } from "./state.ts";
import { handshakesTable } from "./state.ts";

interface HandshakeInput {
  readonly HandshakeId: string;
}

/** Who may give an answer. What an organization asks itself, its management account accepts. */
type Right = (call: Call, handshake: HandshakeRecord) => boolean;

const mayAccept: Right = ({ world, principal }, handshake) => (handshake.recipient === undefined ? isSender : isRecipient)(world, handshake, principal.accountId);
const mayDecline: Right = ({ world, principal }, handshake) => isRecipient(world, handshake, principal.accountId);
/** Unconfirmed: that a part of a request to enable all features cannot be canceled by itself. */
const mayCancel: Right = ({ world, principal }, handshake) => handshake.parentId === undefined && isSender(world, handshake, principal.accountId);

/** What can keep an account from joining, or its organization from letting it go. */
const JOINING_ERRORS = [
  "AccessDeniedForDependencyException.ACCESS_DENIED_DURING_CREATE_SERVICE_LINKED_ROLE", "AWSOrganizationsNotInUseException", "ConstraintViolationException.ACCOUNT_CANNOT_LEAVE_ORGANIZATION",
  "ConstraintViolationException.CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG",
  "ConstraintViolationException.RESPONSIBILITY_TRANSFER_MAX_OUTBOUND_QUOTA_VIOLATION", "ConstraintViolationException.WAIT_PERIOD_ACTIVE",
  "HandshakeConstraintViolationException.ACCOUNT_NUMBER_LIMIT_EXCEEDED", "HandshakeConstraintViolationException.ALREADY_IN_AN_ORGANIZATION",
  "MasterCannotLeaveOrganizationException",
];

/**
 * Standalone accounts answer too, so these are no operations inside an organization.
 * Unconfirmed: what someone is told who has no part in a handshake; here it is that there is none.
 */
function answer(name: string, errors: readonly string[], state: HandshakeEnd, may: Right, act: (call: Call, handshake: HandshakeRecord, sender: OrganizationRecord) => void): Operation<HandshakeInput, object> {
  return {
    name,
    input: { HandshakeId: required(HANDSHAKE) },
    errors: ["AccessDeniedException", "HandshakeAlreadyInStateException", "HandshakeNotFoundException", "InvalidHandshakeTransitionException", ...errors],
    run(call, input) {
      const { world, principal } = call;
      const handshake = handshakesTable(world).get(input.HandshakeId);
      const sender = handshake && organizationsTable(world).get(handshake.organizationId);
      if (handshake === undefined || sender === undefined) throw handshakeNotFound();
      const hasPart = isRecipient(world, handshake, principal.accountId) || isSender(world, handshake, principal.accountId);
      if (!hasPart) throw handshakeNotFound();
      if (!may(call, handshake)) throw accessDenied();
      if (handshake.state === state) throw handshakeAlreadyInState();
      const isReady = handshake.state === "OPEN" || (handshake.state === "REQUESTED" && state !== "ACCEPTED");
      if (!isReady) throw invalidHandshakeTransition();
      act(call, handshake, sender);
      return { Handshake: describeHandshake(world, handshakesTable(world).get(handshake.id) ?? handshake) };
    },
  };
}

export const answerOperations = [
  answer("AcceptHandshake", JOINING_ERRORS, "ACCEPTED", mayAccept, accept),
  answer("DeclineHandshake", [], "DECLINED", mayDecline, ({ world, now }, handshake) => fail(world, handshake, "DECLINED", now)),
  answer("CancelHandshake", [], "CANCELED", mayCancel, ({ world, now }, handshake) => fail(world, handshake, "CANCELED", now)),
];
