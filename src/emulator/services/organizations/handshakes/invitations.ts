import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../../../../limits/index.ts";
import { ACCOUNT_ID } from "../../../../ids/index.ts";
import { HANDSHAKE_PARTY, NOTES, required, TAGS } from "../constraints.ts";
import { emailProblem } from "../email.ts";
import { duplicateHandshake, handshakeConstraintViolation, invalidInput } from "../errors.ts";
import { emailOwner, knownAccount } from "../known-accounts.ts";
import type { OrganizationCall } from "../operation.ts";
import { operation } from "../operation.ts";
import { countPending } from "../pending.ts";
import { accountLimit } from "../settings.ts";
import type { Tag } from "../state.ts";
import { accountsTable, allAccounts, keysOf, knownAccountsTable } from "../state.ts";
import { checkTags } from "../tags.ts";
import { requestUnderWay } from "./approvals.ts";
import { describeHandshake } from "./describe.ts";
import { newHandshakeId, send } from "./lifecycle.ts";
import type { HandshakeAction, HandshakeRecord, HandshakeResource, Recipient } from "./state.ts";
import { handshakesTable, openBy, sentBy } from "./state.ts";

const DAY = 86_400_000;

export interface TargetInput {
  readonly Type: string;
  readonly Id: string;
}

/** What `Target` takes in every invitation. */
export const TARGET_INPUT = {
  Target: { required: true },
  "Target.Type": { required: true, values: ["ACCOUNT", "ORGANIZATION", "EMAIL"] },
  "Target.Id": required(HANDSHAKE_PARTY),
} as const;

/**
 * Whom an invitation is for. An e-mail address may be nobody's yet: AWS writes to it all the same.
 * Unconfirmed: how AWS refuses the id of no account.
 */
export function recipientOf({ world }: OrganizationCall, { Type, Id }: TargetInput): Recipient {
  if (Type === "EMAIL") {
    if (emailProblem(Id) !== undefined) throw invalidInput("INVALID_EMAIL_ADDRESS_TARGET", "You specified an invalid email address for the invited account owner.");
    return { Type, Id };
  }
  if (Type !== "ACCOUNT") throw invalidInput("INVALID_PARTY_TYPE_TARGET", "You specified the wrong type of entity as a party.");
  if (!ACCOUNT_ID.test(Id)) throw invalidInput("INVALID_PATTERN", "You provided a value that does not match the required pattern.");
  const account = knownAccountsTable(world).get(Id);
  if (account === undefined || account.goneAt !== undefined) throw invalidInput("TARGET_NOT_SUPPORTED", "You can't invite an account that doesn't exist.");
  return { Type, Id };
}

/** The account behind a recipient, if there is one. */
export const accountOf = ({ world }: OrganizationCall, { Type, Id }: Recipient): string | undefined => (Type === "ACCOUNT" ? Id : emailOwner(world, Id));

/** Unconfirmed: that AWS knows an account by its id and by its e-mail address as one target. */
export function refuseSecond(call: OrganizationCall, action: HandshakeAction, recipient: Recipient): void {
  const { world, organization } = call;
  const target = accountOf(call, recipient) ?? recipient.Id.toLowerCase();
  for (const id of openBy(world, organization.id, action).entries()) {
    const other = handshakesTable(world).get(id[0])?.recipient;
    if (other !== undefined && (accountOf(call, other) ?? other.Id.toLowerCase()) === target) throw duplicateHandshake();
  }
}

interface InvitationInput {
  readonly Target: TargetInput;
  readonly Notes?: string;
  readonly Tags?: readonly Tag[];
}

const inviteAccountToOrganization = operation<InvitationInput, object>({
  name: "InviteAccountToOrganization",
  callers: "management",
  input: { ...TARGET_INPUT, Notes: NOTES, ...TAGS },
  errors: [
    "ConstraintViolationException.MAX_TAG_LIMIT_EXCEEDED", "DuplicateHandshakeException",
    "HandshakeConstraintViolationException.ACCOUNT_NUMBER_LIMIT_EXCEEDED", "HandshakeConstraintViolationException.ALREADY_IN_AN_ORGANIZATION",
    "HandshakeConstraintViolationException.HANDSHAKE_RATE_LIMIT_EXCEEDED",
    "HandshakeConstraintViolationException.INVITE_DISABLED_DURING_ENABLE_ALL_FEATURES", "InvalidInputException.DUPLICATE_TAG_KEY",
    "InvalidInputException.INVALID_EMAIL_ADDRESS_TARGET", "InvalidInputException.INVALID_PARTY_TYPE_TARGET", "InvalidInputException.INVALID_PATTERN",
    "InvalidInputException.INVALID_SYSTEM_TAGS_PARAMETER", "InvalidInputException.TARGET_NOT_SUPPORTED",
  ],
  quotas: [
    `${QUOTAS.accounts} accounts, until more are granted; open invitations count`, `${QUOTAS.invitationsPerDay} a day, or as many as the accounts`,
    `${QUOTAS.tagsPerResource} tags`,
  ],
  run(call, input) {
    const { world, organization, now } = call;
    const recipient = recipientOf(call, input.Target);
    const tags = input.Tags ?? [];
    checkTags(tags);
    refuse(call, recipient);
    const handshake: HandshakeRecord = {
      id: newHandshakeId(world),
      organizationId: organization.id,
      action: "INVITE",
      state: "OPEN",
      requestedAt: now,
      expiresAt: now + QUOTAS.invitationDays * DAY,
      recipient,
      resources: resourcesOf(call, recipient, input.Notes),
      tags,
    };
    send(world, handshake);
    return { Handshake: describeHandshake(world, handshake) };
  },
});

/** Unconfirmed: the order of these checks. */
function refuse(call: OrganizationCall, recipient: Recipient): void {
  const { world, organization } = call;
  if (requestUnderWay(world, organization.id) !== undefined) {
    throw handshakeConstraintViolation("INVITE_DISABLED_DURING_ENABLE_ALL_FEATURES", "You can't issue invitations while the organization is enabling all features.");
  }
  const accountId = accountOf(call, recipient);
  if (accountId !== undefined && accountsTable(world).get(accountId)?.organizationId === organization.id) {
    throw handshakeConstraintViolation("ALREADY_IN_AN_ORGANIZATION", "The invited account is already a member of this organization.");
  }
  refuseSecond(call, "INVITE", recipient);
  refuseOverQuota(call);
}

/** An invitation that waits takes the place of an account. Of those of a day, accepted ones do not count. */
function refuseOverQuota({ world, organization, now }: OrganizationCall): void {
  const limit = accountLimit(world, organization.id);
  const taken = allAccounts(world, organization.id).size + countPending(world, organization.id, "create-account") + openBy(world, organization.id, "INVITE").size;
  if (taken >= limit) throw handshakeConstraintViolation("ACCOUNT_NUMBER_LIMIT_EXCEEDED", "You have exceeded the allowed number of AWS accounts.");
  const ofToday = keysOf(sentBy(world, organization.id)).filter((id) => {
    const handshake = handshakesTable(world).get(id);
    return handshake?.action === "INVITE" && handshake.state !== "ACCEPTED" && handshake.requestedAt > now - DAY;
  });
  if (ofToday.length >= Math.max(QUOTAS.invitationsPerDay, limit)) {
    throw handshakeConstraintViolation("HANDSHAKE_RATE_LIMIT_EXCEEDED", "You have exceeded the number of handshakes that you can send in one day.");
  }
}

function resourcesOf({ world, organization }: OrganizationCall, recipient: Recipient, notes: string | undefined): HandshakeResource[] {
  const { email, name } = knownAccount(world, organization.managementAccountId);
  const Resources = [
    { Type: "MASTER_EMAIL", Value: email },
    { Type: "MASTER_NAME", Value: name },
    { Type: "ORGANIZATION_FEATURE_SET", Value: organization.featureSet },
  ];
  return [
    { Type: "ORGANIZATION", Value: organization.id, Resources },
    { Type: recipient.Type, Value: recipient.Id },
    ...(notes === undefined ? [] : [{ Type: "NOTES", Value: notes }]),
  ];
}

export const invitationOperations = [inviteAccountToOrganization];
