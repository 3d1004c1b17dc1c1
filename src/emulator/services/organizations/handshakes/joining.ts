import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../../../../limits/index.ts";
import type { Call } from "../../../operation.ts";
import { arnOf } from "../arns.ts";
import { depart, refuseToDepart } from "../departure.ts";
import { constraintViolation, handshakeConstraintViolation, managementCannotLeave } from "../errors.ts";
import { enterOrganization } from "../members.ts";
import { accountLimit } from "../settings.ts";
import type { AccountRecord, OrganizationRecord } from "../state.ts";
import { accountsTable, allAccounts, organizationsTable } from "../state.ts";
import { putTags } from "../tags.ts";
import type { HandshakeRecord } from "./state.ts";

const DAY = 86_400_000;

/**
 * The caller becomes a member, under the root and without a role for the management account. A member of another
 * organization comes over directly, without standing alone in between.
 * Source: Organizations User Guide, "Migrate an account to another organization".
 */
export function join(call: Call, handshake: HandshakeRecord, organization: OrganizationRecord): void {
  const { world, now } = call;
  const id = call.principal.accountId;
  const member = accountsTable(world).get(id);
  if (member !== undefined) refuseToMove(call, member, organization);
  if (allAccounts(world, organization.id).size >= accountLimit(world, organization.id)) {
    throw handshakeConstraintViolation("ACCOUNT_NUMBER_LIMIT_EXCEEDED", "You have exceeded the allowed number of AWS accounts.");
  }
  if (member !== undefined) depart(world, member, now);
  enterOrganization(world, { id, organizationId: organization.id, parentId: organization.rootId, state: "ACTIVE", joinedMethod: "INVITED", joinedAt: now });
  putTags(world, { id, arn: arnOf(organization, "account", id) }, handshake.tags);
}

/** Unconfirmed: the reason for an organization that is too young, and that AWS looks at all this only now and not when it invites. */
function refuseToMove({ world, now }: Call, member: AccountRecord, organization: OrganizationRecord): void {
  if (member.organizationId === organization.id) {
    throw handshakeConstraintViolation("ALREADY_IN_AN_ORGANIZATION", "The account is already a member of this organization.");
  }
  if (organizationsTable(world).get(member.organizationId)?.managementAccountId === member.id) throw managementCannotLeave();
  refuseToDepart(world, member, now);
  if (now - organization.createdAt < QUOTAS.minimumAgeToReceiveDays * DAY) {
    throw constraintViolation("WAIT_PERIOD_ACTIVE", "An organization must be at least seven days old before accounts of others can move to it.");
  }
}
