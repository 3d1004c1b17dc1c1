import { managedPolicyArn } from "./arns.ts";
import type { RoleRecord } from "./state.ts";

interface LinkedService {
  /** The name of the role, and of the policy that it carries. */
  readonly role: string;
  readonly policy: string;
}

/**
 * Services with a service-linked role, by principal: those that have to do with organizations.
 * Source: IAM User Guide, "AWS services that work with IAM", and the pages it links; read 2026-11. AWS has many more.
 */
const LINKED_SERVICES: Readonly<Record<string, LinkedService>> = {
  "organizations.amazonaws.com": { role: "AWSServiceRoleForOrganizations", policy: "AWSOrganizationsServiceTrustPolicy" },
  "sso.amazonaws.com": { role: "AWSServiceRoleForSSO", policy: "AWSSSOServiceRolePolicy" },
  "cloudtrail.amazonaws.com": { role: "AWSServiceRoleForCloudTrail", policy: "CloudTrailServiceRolePolicy" },
  "config.amazonaws.com": { role: "AWSServiceRoleForConfig", policy: "AWSConfigServiceRolePolicy" },
  "guardduty.amazonaws.com": { role: "AWSServiceRoleForAmazonGuardDuty", policy: "AmazonGuardDutyServiceRolePolicy" },
  "securityhub.amazonaws.com": { role: "AWSServiceRoleForSecurityHub", policy: "AWSSecurityHubServiceRolePolicy" },
  "access-analyzer.amazonaws.com": { role: "AWSServiceRoleForAccessAnalyzer", policy: "AccessAnalyzerServiceRolePolicy" },
  "macie.amazonaws.com": { role: "AWSServiceRoleForAmazonMacie", policy: "AmazonMacieServiceRolePolicy" },
  "inspector2.amazonaws.com": { role: "AWSServiceRoleForAmazonInspector2", policy: "AmazonInspector2ServiceRolePolicy" },
  "support.amazonaws.com": { role: "AWSServiceRoleForSupport", policy: "AWSSupportServiceRolePolicy" },
  "trustedadvisor.amazonaws.com": { role: "AWSServiceRoleForTrustedAdvisor", policy: "AWSTrustedAdvisorServiceRolePolicy" },
  "resource-explorer-2.amazonaws.com": { role: "AWSServiceRoleForResourceExplorer", policy: "AWSResourceExplorerServiceRolePolicy" },
  "member.org.stacksets.cloudformation.amazonaws.com": {
    role: "AWSServiceRoleForCloudFormationStackSetsOrgMember",
    policy: "CloudFormationStackSetsOrgMemberServiceRolePolicy",
  },
  "stacksets.cloudformation.amazonaws.com": {
    role: "AWSServiceRoleForCloudFormationStackSetsOrgAdmin",
    policy: "CloudFormationStackSetsOrgAdminServiceRolePolicy",
  },
  "backup.amazonaws.com": { role: "AWSServiceRoleForBackup", policy: "AWSBackupServiceLinkedRolePolicyForBackup" },
  "autoscaling.amazonaws.com": { role: "AWSServiceRoleForAutoScaling", policy: "AutoScalingServiceRolePolicy" },
  "elasticloadbalancing.amazonaws.com": { role: "AWSServiceRoleForElasticLoadBalancing", policy: "AWSElasticLoadBalancingServiceRolePolicy" },
  "ecs.amazonaws.com": { role: "AWSServiceRoleForECS", policy: "AmazonECSServiceRolePolicy" },
  "eks.amazonaws.com": { role: "AWSServiceRoleForAmazonEKS", policy: "AmazonEKSServiceRolePolicy" },
  "rds.amazonaws.com": { role: "AWSServiceRoleForRDS", policy: "AmazonRDSServiceRolePolicy" },
  "ssm.amazonaws.com": { role: "AWSServiceRoleForAmazonSSM", policy: "AmazonSSMServiceRolePolicy" },
  "servicequotas.amazonaws.com": { role: "AWSServiceRoleForServiceQuotas", policy: "ServiceQuotasServiceRolePolicy" },
  "ram.amazonaws.com": { role: "AWSServiceRoleForResourceAccessManager", policy: "AWSResourceAccessManagerServiceRolePolicy" },
  "fms.amazonaws.com": { role: "AWSServiceRoleForFMS", policy: "FMSServiceRolePolicy" },
};

export interface LinkedRole {
  readonly id: string;
  readonly service: string;
  readonly createdAt: number;
  readonly suffix?: string;
  readonly description?: string;
}

/** The role of a service; undefined for a service that is not in the list. */
export function linkedRole({ id, service, createdAt, suffix, description }: LinkedRole): RoleRecord | undefined {
  const linked = Object.hasOwn(LINKED_SERVICES, service) ? LINKED_SERVICES[service] : undefined;
  if (linked === undefined) return undefined;
  const trusts = { Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" };
  return {
    id,
    name: suffix === undefined ? linked.role : `${linked.role}_${suffix}`,
    path: `/aws-service-role/${service}/`,
    createdAt,
    inline: {},
    attached: [managedPolicyArn("/aws-service-role/", linked.policy)],
    tags: [],
    description,
    maxSessionDuration: 3_600,
    trust: { document: JSON.stringify({ Version: "2012-10-17", Statement: [trusts] }), ids: {} },
    linkedService: service,
  };
}
