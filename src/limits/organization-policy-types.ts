import { POLICY_TYPES } from "./policy-types.ts";

/** AWS's facts about one organization policy type, whether the organization file offers it or not. */
export interface OrganizationPolicyType {
  /** The name in the API. */
  readonly type: string;
  /** What a person calls one of them. */
  readonly title: string;
  /** Characters of a document, as sent: white space counts through the API. */
  readonly maxSize: number;
  /** Policies attached directly to one root, OU or account; inherited ones do not count. */
  readonly maxPerTarget: number;
  readonly maxPerOrganization: number;
  /** Whether AWS merges what an account inherits into an effective policy; policies that grant or deny are not merged. */
  readonly hasEffectivePolicy: boolean;
  /** The service that must have trusted access before the type can be enabled. */
  readonly trustedAccess?: string;
  /** Figures that AWS's quota page does not give; the others are its own. */
  readonly unconfirmed?: readonly ("maxSize" | "maxPerTarget" | "maxPerOrganization")[];
}

const authorization = POLICY_TYPES.map(
  ({ type, title, maxSize, maxPerTarget, maxPerOrganization }): OrganizationPolicyType => ({ type, title, maxSize, maxPerTarget, maxPerOrganization, hasEffectivePolicy: false }),
);

type Figures = Pick<OrganizationPolicyType, "maxSize" | "maxPerTarget">;

/** A thousand of each type, as far as AWS gives a figure. */
const merged = (type: string, title: string, figures: Figures, more: Partial<OrganizationPolicyType> = {}): OrganizationPolicyType => ({
  type,
  title,
  ...figures,
  maxPerOrganization: 1_000,
  hasEffectivePolicy: true,
  ...more,
});

const TEN: Figures = { maxSize: 10_000, maxPerTarget: 10 };
const UNPUBLISHED = { unconfirmed: ["maxSize", "maxPerTarget", "maxPerOrganization"] } as const;

/**
 * The 14 types of the API that are documented; SECURITYHUB_CSPM_POLICY is in the model of the API without a page yet.
 * Sources: Organizations User Guide, "Quotas and service limits"; for the size of upgrade rollout policies "Upgrade
 * rollout policy syntax and examples"; for trusted access the "Getting started" page of each type and the API model
 * (SERVICE_ACCESS_NOT_ENABLED, POLICY_TYPE_ENABLED_FOR_THIS_SERVICE); read 2026-11.
 * Unconfirmed: that trusted access is demanded for the types whose page lists it as the step before, and for no
 * other. The page about EC2 asks for it too, but after the type is enabled.
 */
export const ORGANIZATION_POLICY_TYPES: readonly OrganizationPolicyType[] = [
  ...authorization,
  merged("TAG_POLICY", "tag policy", TEN),
  merged("BACKUP_POLICY", "backup policy", TEN),
  merged("AISERVICES_OPT_OUT_POLICY", "AI services opt-out policy", { maxSize: 2_500, maxPerTarget: 5 }),
  merged("CHATBOT_POLICY", "chat applications policy", { maxSize: 10_000, maxPerTarget: 5 }),
  merged("DECLARATIVE_POLICY_EC2", "declarative policy for EC2", TEN),
  merged("SECURITYHUB_POLICY", "Security Hub policy", TEN, { trustedAccess: "securityhub.amazonaws.com" }),
  merged("INSPECTOR_POLICY", "Inspector policy", TEN, { trustedAccess: "inspector2.amazonaws.com", ...UNPUBLISHED }),
  merged("UPGRADE_ROLLOUT_POLICY", "upgrade rollout policy", { maxSize: 5_120, maxPerTarget: 10 }, { unconfirmed: ["maxPerTarget", "maxPerOrganization"] }),
  merged("BEDROCK_POLICY", "Bedrock policy", TEN, UNPUBLISHED),
  merged("S3_POLICY", "S3 policy", TEN, UNPUBLISHED),
  merged("NETWORK_SECURITY_DIRECTOR_POLICY", "Network Security Director policy", TEN, { trustedAccess: "network-security-director.amazonaws.com", ...UNPUBLISHED }),
  merged("GUARDDUTY_POLICY", "GuardDuty policy", TEN, { trustedAccess: "guardduty.amazonaws.com", ...UNPUBLISHED }),
];
