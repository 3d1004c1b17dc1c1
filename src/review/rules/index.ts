import type { Rule } from "../rule.ts";
import { accountIdUnique } from "./account-id-unique.ts";
import { accountKeyReserved } from "./account-key-reserved.ts";
import { accountKeyUnique } from "./account-key-unique.ts";
import { accountNameLength } from "./account-name-length.ts";
import { accountOwner } from "./account-owner.ts";
import { accountPurpose } from "./account-purpose.ts";
import { accountQuota } from "./account-quota.ts";
import { attachmentsLimit } from "./attachments-limit.ts";
import { delegationKnown } from "./delegation-known.ts";
import { emailDelivered } from "./email-delivered.ts";
import { emailMade } from "./email-made.ts";
import { emailStated } from "./email-stated.ts";
import { emailUnique } from "./email-unique.ts";
import { foundationsFirst } from "./foundations-first.ts";
import { governedRegionDenied } from "./governed-region-denied.ts";
import { heldPlace } from "./held-place.ts";
import { homeRegionGoverned } from "./home-region-governed.ts";
import { inviteId } from "./invite-id.ts";
import { organizationSize } from "./organization-size.ts";
import { ouDepth } from "./ou-depth.ts";
import { policyAttachedOnce } from "./policy-attached-once.ts";
import { policyKnown } from "./policy-known.ts";
import { policyNameUnique } from "./policy-name-unique.ts";
import { policyOnAccount } from "./policy-on-account.ts";
import { policySizeLimit } from "./policy-size.ts";
import { policyUsed } from "./policy-used.ts";
import { regionPartition } from "./region-partition.ts";
import { shallowOus } from "./shallow-ous.ts";
import { somethingAllowed } from "./something-allowed.ts";
import { stagePlace } from "./stage-place.ts";
import { statementsApply } from "./statements-apply.ts";
import { suspendedDenied } from "./suspended-denied.ts";
import { tagAgrees } from "./tag-agrees.ts";
import { tagCount } from "./tag-count.ts";
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
  governedRegionDenied,
  tagAgrees,
  accountQuota,
  emailDelivered,
];
