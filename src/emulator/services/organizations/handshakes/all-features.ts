import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../../../../limits/index.ts";
import { constraintViolation, handshakeConstraintViolation } from "../errors.ts";
import type { OrganizationCall } from "../operation.ts";
import { operation } from "../operation.ts";
import type { AccountRecord } from "../state.ts";
import { accountsTable, allAccounts, keysOf, nextRow } from "../state.ts";
import { noLongerAwait, requestUnderWay } from "./approvals.ts";
import { describeHandshake } from "./describe.ts";
import { end, newHandshakeId, send } from "./lifecycle.ts";
import type { HandshakeRecord } from "./state.ts";
import { handshakesTable, openBy, unapproved } from "./state.ts";

const DAY = 86_400_000;

/**
 * The request asks every invited account, cancels the invitations under way, and can be completed by accepting it
 * once all have agreed; created accounts are not asked.
 * Source: Organizations User Guide, "Enabling all features in your organization". It disagrees with the API Reference
 * about which of the two actions goes to the members; here they get APPROVE_ALL_FEATURES, as in its examples.
 * Unconfirmed: that closed accounts are not asked.
 */
const enableAllFeatures = operation<object, object>({
  name: "EnableAllFeatures",
  callers: "management",
  input: {},
  errors: [
    "ConstraintViolationException.ALL_FEATURES_MIGRATION_ORGANIZATION_SIZE_LIMIT_EXCEEDED",
    "HandshakeConstraintViolationException.ORGANIZATION_ALREADY_HAS_ALL_FEATURES",
    "HandshakeConstraintViolationException.ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION",
  ],
  quotas: [`fewer than ${QUOTAS.allFeaturesAccounts} accounts`],
  run(call) {
    const { world, organization, now } = call;
    refuse(call);
    for (const id of keysOf(openBy(world, organization.id, "INVITE"))) {
      const invitation = handshakesTable(world).get(id);
      if (invitation !== undefined) end(world, invitation, "CANCELED", now);
    }
    const request: HandshakeRecord = {
      id: newHandshakeId(world),
      organizationId: organization.id,
      action: "ENABLE_ALL_FEATURES",
      state: "REQUESTED",
      requestedAt: now,
      expiresAt: now + QUOTAS.allFeaturesDays * DAY,
      resources: [{ Type: "ORGANIZATION", Value: organization.id }],
      tags: [],
    };
    send(world, request);
    for (const account of invitedMembers(call)) ask(call, request, account);
    // Without anyone to ask the request can be completed at once.
    noLongerAwait(world, request, organization.managementAccountId);
    return { Handshake: describeHandshake(world, request) };
  },
});

function refuse({ world, organization }: OrganizationCall): void {
  if (organization.featureSet === "ALL") {
    throw handshakeConstraintViolation("ORGANIZATION_ALREADY_HAS_ALL_FEATURES", "The organization has already enabled all features.");
  }
  if (requestUnderWay(world, organization.id) !== undefined) {
    throw handshakeConstraintViolation("ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION", "The organization has already started the process to enable all features.");
  }
  if (allAccounts(world, organization.id).size >= QUOTAS.allFeaturesAccounts) {
    throw constraintViolation("ALL_FEATURES_MIGRATION_ORGANIZATION_SIZE_LIMIT_EXCEEDED", "The standard process is for organizations with less than 5000 accounts.");
  }
}

function invitedMembers({ world, organization }: OrganizationCall): AccountRecord[] {
  return keysOf(allAccounts(world, organization.id)).flatMap((id) => {
    const account = accountsTable(world).get(id);
    const isAsked = account?.joinedMethod === "INVITED" && account.state === "ACTIVE" && id !== organization.managementAccountId;
    return isAsked ? [account] : [];
  });
}

function ask({ world, organization, now }: OrganizationCall, request: HandshakeRecord, { id }: AccountRecord): void {
  unapproved(world, request.id).put(id, nextRow(world));
  send(world, {
    id: newHandshakeId(world),
    organizationId: organization.id,
    action: "APPROVE_ALL_FEATURES",
    state: "OPEN",
    requestedAt: now,
    expiresAt: request.expiresAt,
    recipient: { Type: "ACCOUNT", Id: id },
    resources: [
      { Type: "PARENT_HANDSHAKE", Value: request.id },
      { Type: "ORGANIZATION", Value: organization.id },
      { Type: "ACCOUNT", Value: id },
    ],
    parentId: request.id,
    tags: [],
  });
}

export const allFeaturesOperations = [enableAllFeatures];
