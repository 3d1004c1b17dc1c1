import type { ManagementPolicyType } from "../grammar.ts";
import { group, named, one } from "../grammar.ts";

const STATUS = { status: one("enabled", "disabled") };
const FEATURE = group(STATUS);

const FEATURES = group({
  foundational: FEATURE,
  s3_data_events: FEATURE,
  eks_audit_logs: FEATURE,
  ebs_malware_protection: FEATURE,
  rds_login_events: FEATURE,
  lambda_network_logs: FEATURE,
  runtime_monitoring: group({
    ...STATUS,
    additional_configuration: group({ eks_addon_management: FEATURE, ec2_agent_management: FEATURE, ecs_fargate_agent_management: FEATURE }),
  }),
  ai_protection: FEATURE,
});

/**
 * Under `default` or a Region.
 * Source: Organizations User Guide, "Amazon GuardDuty policy syntax and examples".
 */
export const GUARDDUTY_POLICY: ManagementPolicyType = {
  type: "GUARDDUTY_POLICY",
  top: "guardduty",
  grammar: group({ enablement: named(FEATURES, { minimum: 1 }) }, { required: ["enablement"] }),
};
