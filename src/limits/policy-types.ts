import type { AuthorizationPolicyKind, PolicyKind } from "../ids/index.ts";

/** AWS's facts about one organization policy type. */
export interface PolicyTypeFacts {
  /** The short form, in the organization file and in addresses. */
  readonly kind: PolicyKind;
  /** The name in the API. */
  readonly type: PolicyTypeName;
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
  /** The policy that AWS attaches to every node when the type is enabled. */
  readonly awsManaged?: AwsManagedPolicy;
  /** What enabling the type does before any policy is attached, where that reaches far. */
  readonly enablingDoes?: string;
  /** Figures that AWS's quota page does not give; the others are its own. */
  readonly unconfirmed?: readonly ("maxSize" | "maxPerTarget" | "maxPerOrganization")[];
}

export interface AwsManagedPolicy {
  readonly id: string;
  readonly name: string;
  readonly detachable: boolean;
}

/** A type whose policies grant or deny; AWS's own full-access policy comes with each. */
export interface AuthorizationPolicyTypeFacts extends PolicyTypeFacts {
  readonly kind: AuthorizationPolicyKind;
  readonly awsManaged: AwsManagedPolicy;
}

export type PolicyTypeName =
  | "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY" | "TAG_POLICY" | "BACKUP_POLICY" | "AISERVICES_OPT_OUT_POLICY"
  | "CHATBOT_POLICY" | "DECLARATIVE_POLICY_EC2" | "SECURITYHUB_POLICY" | "INSPECTOR_POLICY" | "UPGRADE_ROLLOUT_POLICY"
  | "BEDROCK_POLICY" | "S3_POLICY" | "NETWORK_SECURITY_DIRECTOR_POLICY" | "GUARDDUTY_POLICY";

/** The types that decide what is allowed. SCP limits as of 2026-05-15. */
export const AUTHORIZATION_POLICY_TYPES: readonly AuthorizationPolicyTypeFacts[] = [
  {
    kind: "scp",
    type: "SERVICE_CONTROL_POLICY",
    title: "service control policy",
    maxSize: 10_240,
    maxPerTarget: 10,
    maxPerOrganization: 10_000,
    hasEffectivePolicy: false,
    awsManaged: { id: "p-FullAWSAccess", name: "FullAWSAccess", detachable: true },
  },
  {
    kind: "rcp",
    type: "RESOURCE_CONTROL_POLICY",
    title: "resource control policy",
    maxSize: 5_120,
    maxPerTarget: 5,
    maxPerOrganization: 2_000,
    hasEffectivePolicy: false,
    awsManaged: { id: "p-RCPFullAWSAccess", name: "RCPFullAWSAccess", detachable: false },
  },
];

type Figures = Pick<PolicyTypeFacts, "maxSize" | "maxPerTarget">;

/** A thousand of each type, as far as AWS gives a figure. */
const merged = (kind: PolicyKind, type: PolicyTypeName, title: string, figures: Figures, more: Partial<PolicyTypeFacts> = {}): PolicyTypeFacts => ({
  kind,
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
export const POLICY_TYPES: readonly PolicyTypeFacts[] = [
  ...AUTHORIZATION_POLICY_TYPES,
  merged("tag", "TAG_POLICY", "tag policy", TEN),
  merged("backup", "BACKUP_POLICY", "backup policy", TEN),
  merged("ai-opt-out", "AISERVICES_OPT_OUT_POLICY", "AI services opt-out policy", { maxSize: 2_500, maxPerTarget: 5 }),
  merged("chat", "CHATBOT_POLICY", "chat applications policy", { maxSize: 10_000, maxPerTarget: 5 }),
  merged("ec2", "DECLARATIVE_POLICY_EC2", "declarative policy for EC2", TEN),
  merged("security-hub", "SECURITYHUB_POLICY", "Security Hub policy", TEN, { trustedAccess: "securityhub.amazonaws.com" }),
  merged("inspector", "INSPECTOR_POLICY", "Inspector policy", TEN, { trustedAccess: "inspector2.amazonaws.com", ...UNPUBLISHED }),
  merged("upgrade-rollout", "UPGRADE_ROLLOUT_POLICY", "upgrade rollout policy", { maxSize: 5_120, maxPerTarget: 10 }, { unconfirmed: ["maxPerTarget", "maxPerOrganization"] }),
  merged("bedrock", "BEDROCK_POLICY", "Bedrock policy", TEN, UNPUBLISHED),
  merged("s3", "S3_POLICY", "S3 policy", TEN, { enablingDoes: "lets policies override each account's own block of public access", ...UNPUBLISHED }),
  merged("network-security-director", "NETWORK_SECURITY_DIRECTOR_POLICY", "Network Security Director policy", TEN, { trustedAccess: "network-security-director.amazonaws.com", ...UNPUBLISHED }),
  merged("guardduty", "GUARDDUTY_POLICY", "GuardDuty policy", TEN, {
    trustedAccess: "guardduty.amazonaws.com",
    enablingDoes: "stops GuardDuty's regional auto-enable settings at once, before any policy is attached",
    ...UNPUBLISHED,
  }),
];

const byKind = new Map(POLICY_TYPES.map((facts) => [facts.kind, facts]));

export function policyTypeFacts(kind: PolicyKind): PolicyTypeFacts {
  const facts = byKind.get(kind);
  if (facts === undefined) throw new RangeError(`no facts about policy type ${kind}`);
  return facts;
}

export function authorizationPolicyTypeFacts(kind: AuthorizationPolicyKind): AuthorizationPolicyTypeFacts {
  const facts = AUTHORIZATION_POLICY_TYPES.find((candidate) => candidate.kind === kind);
  if (facts === undefined) throw new RangeError(`no facts about policy type ${kind}`);
  return facts;
}

/** Whether a kind's policies grant or deny. */
export const isAuthorizationKind = (kind: PolicyKind): kind is AuthorizationPolicyKind => kind === "scp" || kind === "rcp";
