import type { ManagementPolicyType } from "../grammar.ts";
import { AISERVICES_OPT_OUT_POLICY } from "./aiservices-opt-out.ts";
import { BACKUP_POLICY } from "./backup.ts";
import { BEDROCK_POLICY } from "./bedrock.ts";
import { CHATBOT_POLICY } from "./chatbot.ts";
import { DECLARATIVE_POLICY_EC2 } from "./declarative-ec2.ts";
import { GUARDDUTY_POLICY } from "./guardduty.ts";
import { INSPECTOR_POLICY } from "./inspector.ts";
import { NETWORK_SECURITY_DIRECTOR_POLICY } from "./network-security-director.ts";
import { S3_POLICY } from "./s3.ts";
import { SECURITYHUB_POLICY } from "./securityhub.ts";
import { TAG_POLICY } from "./tag.ts";
import { UPGRADE_ROLLOUT_POLICY } from "./upgrade-rollout.ts";

/** Every policy type that has effective policies; the syntax pages were read 2026-11. */
export const MANAGEMENT_POLICY_TYPES: readonly ManagementPolicyType[] = [
  TAG_POLICY, BACKUP_POLICY, AISERVICES_OPT_OUT_POLICY, CHATBOT_POLICY, DECLARATIVE_POLICY_EC2, SECURITYHUB_POLICY, INSPECTOR_POLICY,
  UPGRADE_ROLLOUT_POLICY, BEDROCK_POLICY, S3_POLICY, NETWORK_SECURITY_DIRECTOR_POLICY, GUARDDUTY_POLICY,
];

const byType = new Map(MANAGEMENT_POLICY_TYPES.map((type) => [type.type, type]));

/** The type with this name in the API; undefined for one without effective policies, and for one that is not known. */
export const managementPolicyType = (type: string): ManagementPolicyType | undefined => byType.get(type);
