import type { Rule } from "../rule.ts";
import { accessNamesKnown } from "./access-names-known.ts";
import { accountIdUnique } from "./account-id-unique.ts";
import { accountKeyReserved } from "./account-key-reserved.ts";
import { accountKeyUnique } from "./account-key-unique.ts";
import { accountNameLength } from "./account-name-length.ts";
import { accountOwner } from "./account-owner.ts";
import { accountPurpose } from "./account-purpose.ts";
import { accountQuota } from "./account-quota.ts";
import { accountService } from "./account-service.ts";
import { accountsGrouped } from "./accounts-grouped.ts";
import { assignmentOnce } from "./assignment-once.ts";
import { assignmentToGroup } from "./assignment-to-group.ts";
import { attachmentsLimit } from "./attachments-limit.ts";
import { attachmentsMerged } from "./attachments-merged.ts";
import { breakGlassStanding } from "./break-glass-standing.ts";
import { budgetNotified } from "./budget-notified.ts";
import { budgetTotal } from "./budget-total.ts";
import { delegationKnown } from "./delegation-known.ts";
import { deploymentAccount } from "./deployment-account.ts";
import { emailDelivered } from "./email-delivered.ts";
import { emailMade } from "./email-made.ts";
import { emailStated } from "./email-stated.ts";
import { emailUnique } from "./email-unique.ts";
import { environmentsApart } from "./environments-apart.ts";
import { exceptionRecorded } from "./exception-recorded.ts";
import { foundationsFirst } from "./foundations-first.ts";
import { governedRegionDenied } from "./governed-region-denied.ts";
import { grantCount } from "./grant-count.ts";
import { grantSize } from "./grant-size.ts";
import { guardrailKnown } from "./guardrail-known.ts";
import { guardrailParameters } from "./guardrail-parameters.ts";
import { guardrailPlace } from "./guardrail-place.ts";
import { guardrailSlot } from "./guardrail-slot.ts";
import { guardrailUsed } from "./guardrail-used.ts";
import { heldPlace } from "./held-place.ts";
import { heldTraced } from "./held-traced.ts";
import { homeRegionGoverned } from "./home-region-governed.ts";
import { inviteId } from "./invite-id.ts";
import { logArchive } from "./log-archive.ts";
import { managementSetApart } from "./management-set-apart.ts";
import { organizationSize } from "./organization-size.ts";
import { ouDepth } from "./ou-depth.ts";
import { ouFunction } from "./ou-function.ts";
import { ousMerged } from "./ous-merged.ts";
import { permissionSetCount } from "./permission-set-count.ts";
import { permissionSetUsed } from "./permission-set-used.ts";
import { policyAttachedOnce } from "./policy-attached-once.ts";
import { policyKnown } from "./policy-known.ts";
import { policyNameUnique } from "./policy-name-unique.ts";
import { policyOnAccount } from "./policy-on-account.ts";
import { policySizeLimit } from "./policy-size.ts";
import { policyStagingMirror } from "./policy-staging-mirror.ts";
import { policyStaging } from "./policy-staging.ts";
import { policyUsed } from "./policy-used.ts";
import { productionGuarded } from "./production-guarded.ts";
import { productionPeople } from "./production-people.ts";
import { regionPartition } from "./region-partition.ts";
import { sandboxBudget } from "./sandbox-budget.ts";
import { sandboxDetached } from "./sandbox-detached.ts";
import { sandboxPlace } from "./sandbox-place.ts";
import { securityAdministrator } from "./security-administrator.ts";
import { securityBreakGlass } from "./security-break-glass.ts";
import { securityOwner } from "./security-owner.ts";
import { securityStages } from "./security-stages.ts";
import { nameVisible } from "./name-visible.ts";
import { accountKeySpelling } from "./account-key-spelling.ts";
import { securityPeople } from "./security-people.ts";
import { securityReadOnly } from "./security-read-only.ts";
import { securityTooling } from "./security-tooling.ts";
import { serviceStaged } from "./service-staged.ts";
import { sessionLength } from "./session-length.ts";
import { shallowOus } from "./shallow-ous.ts";
import { somethingAllowed } from "./something-allowed.ts";
import { stagePlace } from "./stage-place.ts";
import { stageSpelling } from "./stage-spelling.ts";
import { stageStated } from "./stage-stated.ts";
import { statementsApply } from "./statements-apply.ts";
import { suspendedDenied } from "./suspended-denied.ts";
import { suspendedOu } from "./suspended-ou.ts";
import { tagAgrees } from "./tag-agrees.ts";
import { tagCount } from "./tag-count.ts";
import { tagSpelling } from "./tag-spelling.ts";
import { waiverCurrent } from "./waiver-current.ts";
import { workloadsProduction } from "./workloads-production.ts";

/** In the order they speak: what AWS refuses, then what good design says otherwise. */
export const RULES: readonly Rule[] = [
  ouDepth,
  accountKeyUnique,
  accountKeyReserved,
  emailStated,
  emailUnique,
  emailMade,
  accountNameLength,
  accountIdUnique,
  inviteId,
  policyKnown,
  policyAttachedOnce,
  attachmentsLimit,
  policySizeLimit,
  policyNameUnique,
  somethingAllowed,
  regionPartition,
  homeRegionGoverned,
  tagCount,
  organizationSize,
  statementsApply,
  delegationKnown,
  guardrailKnown,
  guardrailParameters,
  accessNamesKnown,
  grantSize,
  sessionLength,
  permissionSetCount,
  waiverCurrent,
  shallowOus,
  stagePlace,
  workloadsProduction,
  foundationsFirst,
  policyOnAccount,
  accountPurpose,
  accountOwner,
  heldPlace,
  suspendedDenied,
  policyUsed,
  guardrailUsed,
  guardrailPlace,
  guardrailSlot,
  governedRegionDenied,
  tagAgrees,
  logArchive,
  securityTooling,
  securityReadOnly,
  securityBreakGlass,
  policyStaging,
  policyStagingMirror,
  suspendedOu,
  accountsGrouped,
  environmentsApart,
  sandboxPlace,
  sandboxDetached,
  ouFunction,
  accountService,
  attachmentsMerged,
  ousMerged,
  serviceStaged,
  deploymentAccount,
  heldTraced,
  exceptionRecorded,
  securityAdministrator,
  securityOwner,
  productionGuarded,
  stageStated,
  tagSpelling,
  stageSpelling,
  securityStages,
  nameVisible,
  accountKeySpelling,
  assignmentToGroup,
  assignmentOnce,
  productionPeople,
  securityPeople,
  breakGlassStanding,
  permissionSetUsed,
  managementSetApart,
  grantCount,
  sandboxBudget,
  budgetTotal,
  budgetNotified,
  accountQuota,
  emailDelivered,
];
