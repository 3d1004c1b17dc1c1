import type { Service } from "../../operation.ts";
import { accountOperations } from "./accounts.ts";
import { accountClosingOperations } from "./account-closing.ts";
import { accountCreationOperations } from "./account-creation.ts";
import { accountRemovalOperations } from "./account-removal.ts";
import { advance } from "./advance.ts";
import { knownAccountsTable } from "./state.ts";
import { attachmentOperations } from "./attachments.ts";
import { delegatedAdministratorOperations } from "./delegated-administrators.ts";
import { allFeaturesOperations } from "./handshakes/all-features.ts";
import { answerOperations } from "./handshakes/answers.ts";
import { invitationOperations } from "./handshakes/invitations.ts";
import { handshakeListOperations } from "./handshakes/lists.ts";
import { effectivePolicyOperations } from "./effective/operations.ts";
import { organizationOperations } from "./organization.ts";
import { parentOperations } from "./parents.ts";
import { policyOperations } from "./policies.ts";
import { policyTypeOperations } from "./policy-types.ts";
import { resourcePolicyOperations } from "./resource-policy.ts";
import { taggingOperations } from "./tagging.ts";
import { transferInvitationOperations } from "./transfers/invitation.ts";
import { transferOperations } from "./transfers/transfers.ts";
import { trustedAccessOperations } from "./trusted-access.ts";
import { unitOperations } from "./units.ts";

/** AWS Organizations, API version 2016-11-28. */
export const organizations: Service = {
  id: "organizations",
  operations: [
    ...organizationOperations,
    ...unitOperations,
    ...parentOperations,
    ...accountOperations,
    ...accountCreationOperations,
    ...accountClosingOperations,
    ...accountRemovalOperations,
    ...policyTypeOperations,
    ...policyOperations,
    ...attachmentOperations,
    ...effectivePolicyOperations,
    ...taggingOperations,
    ...trustedAccessOperations,
    ...delegatedAdministratorOperations,
    ...resourcePolicyOperations,
    ...invitationOperations,
    ...answerOperations,
    ...handshakeListOperations,
    ...allFeaturesOperations,
    ...transferInvitationOperations,
    ...transferOperations,
  ],
  organizationOf: (world, accountId) => knownAccountsTable(world).get(accountId)?.organizationId,
  advance,
};

export { type Controls, controlsOf } from "./controls.ts";
export { emailProblem } from "./email.ts";
export { addStandaloneAccount, changeEmail, completeSignUp, emailOwner, newAccountId, renameAccount } from "./known-accounts.ts";
export { orgPathOf } from "./nodes.ts";
export { pathNames, policyNames } from "./shown.ts";
export { accountLimit, raiseAccountLimit, setAccountLimit, setInboundTransferLimit } from "./settings.ts";
export { accountsTable, delegatedAdministratorsOf, knownAccountsTable, organizationsTable, serviceAccessOf, tagsTable } from "./state.ts";
export type { AccountRecord, KnownAccount, OrganizationRecord, Tag, TagRecord } from "./state.ts";
