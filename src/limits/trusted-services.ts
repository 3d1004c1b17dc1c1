/** An AWS service that can be given trusted access to an organization. */
export interface TrustedService {
  /** As the API writes it: `config.amazonaws.com`. */
  readonly principal: string;
  readonly title: string;
  /** Whether a member account can be registered as its delegated administrator. */
  readonly delegatedAdministrator: boolean;
  /** How many accounts can be registered at a time; absent where no figure is known. */
  readonly maxDelegatedAdministrators?: number;
  /** The organization policy type that needs this access, and that keeps it from being disabled. */
  readonly policyType?: string;
  /** True where only third parties say so. */
  readonly unconfirmed?: true;
}

/** Several services have more than one principal; each is switched on by itself. */
const row = (title: string, principal: string, delegatedAdministrator: boolean, more: Partial<TrustedService> = {}): TrustedService => ({ principal, title, delegatedAdministrator, ...more });

const UNCONFIRMED = { unconfirmed: true } as const;

/**
 * The services that work with AWS Organizations, as far as they are known; AWS adds some every year.
 * Sources: Organizations User Guide, "AWS services that you can use with AWS Organizations" and the page of each
 * service; the service API models; read 2026-11. Maxima: CloudTrail User Guide, Config API Reference
 * (PutConfigurationAggregator), CloudFormation User Guide (StackSets), IAM Identity Center User Guide.
 */
export const TRUSTED_SERVICES: readonly TrustedService[] = [
  row("Account Management", "account.amazonaws.com", true),
  row("IAM Access Analyzer", "access-analyzer.amazonaws.com", true),
  row("IAM root access management", "iam.amazonaws.com", true, UNCONFIRMED),
  row("Artifact", "aws-artifact-account-sync.amazonaws.com", false),
  row("Audit Manager", "auditmanager.amazonaws.com", true),
  row("Backup", "backup.amazonaws.com", true, UNCONFIRMED),
  row("CloudFormation StackSets", "member.org.stacksets.cloudformation.amazonaws.com", true, { maxDelegatedAdministrators: 5 }),
  row("CloudFormation StackSets", "stacksets.cloudformation.amazonaws.com", true, { maxDelegatedAdministrators: 5 }),
  row("CloudTrail", "cloudtrail.amazonaws.com", true, { maxDelegatedAdministrators: 3 }),
  row("CloudWatch telemetry configuration", "observabilityadmin.amazonaws.com", true),
  row("Compute Optimizer", "compute-optimizer.amazonaws.com", true),
  row("Config", "config.amazonaws.com", true, { maxDelegatedAdministrators: 3 }),
  row("Config rules and conformance packs", "config-multiaccountsetup.amazonaws.com", true, { maxDelegatedAdministrators: 3 }),
  row("Control Tower", "controltower.amazonaws.com", false),
  row("Cost Optimization Hub", "cost-optimization-hub.bcm.amazonaws.com", true, UNCONFIRMED),
  row("Detective", "detective.amazonaws.com", true),
  row("DevOps Guru", "devops-guru.amazonaws.com", true),
  row("Directory Service", "ds.amazonaws.com", false),
  row("EC2 declarative policies report", "ec2.amazonaws.com", true, UNCONFIRMED),
  row("Firewall Manager", "fms.amazonaws.com", true),
  row("GuardDuty", "guardduty.amazonaws.com", true, { policyType: "GUARDDUTY_POLICY" }),
  row("GuardDuty Malware Protection", "malware-protection.guardduty.amazonaws.com", true),
  row("Health", "health.amazonaws.com", true, UNCONFIRMED),
  row("Inspector", "inspector2.amazonaws.com", true, { policyType: "INSPECTOR_POLICY" }),
  row("VPC IP Address Manager", "ipam.amazonaws.com", true),
  row("License Manager", "license-manager.amazonaws.com", true),
  row("License Manager in member accounts", "license-manager.member-account.amazonaws.com", true),
  row("Macie", "macie.amazonaws.com", true),
  row("Marketplace license management", "license-management.marketplace.amazonaws.com", false),
  row("Network Manager", "networkmanager.amazonaws.com", true),
  row("Network Security Director", "network-security-director.amazonaws.com", true, { policyType: "NETWORK_SECURITY_DIRECTOR_POLICY" }),
  row("Resource Access Manager", "ram.amazonaws.com", false),
  row("Reachability Analyzer", "reachabilityanalyzer.networkinsights.amazonaws.com", true),
  row("Resource Explorer", "resource-explorer-2.amazonaws.com", true, UNCONFIRMED),
  row("S3 Storage Lens", "storage-lens.s3.amazonaws.com", true),
  row("Security Hub", "securityhub.amazonaws.com", true, { policyType: "SECURITYHUB_POLICY" }),
  row("Security Incident Response", "security-ir.amazonaws.com", true, UNCONFIRMED),
  row("Security Lake", "securitylake.amazonaws.com", true),
  row("Service Catalog", "servicecatalog.amazonaws.com", true),
  row("Service Quotas", "servicequotas.amazonaws.com", false),
  row("IAM Identity Center", "sso.amazonaws.com", true, { maxDelegatedAdministrators: 1 }),
  row("Systems Manager", "ssm.amazonaws.com", true),
  row("Tag policies", "tagpolicies.tag.amazonaws.com", false),
  row("Trusted Advisor", "reporting.trustedadvisor.amazonaws.com", true),
  row("User Notifications", "notifications.amazon.com", true, UNCONFIRMED),
  row("Well-Architected Tool", "wellarchitected.amazonaws.com", false),
];

/** Lets the management account speak for its members about their names and contacts. */
export const ACCOUNT_MANAGEMENT = "account.amazonaws.com";
/** Lets the management account hold the root users of its members. */
export const IAM_ROOT_ACCESS = "iam.amazonaws.com";

const byPrincipal = new Map(TRUSTED_SERVICES.map((service) => [service.principal, service]));

/** The facts of a service principal; undefined for one that is not known here. */
export const trustedService = (principal: string): TrustedService | undefined => byPrincipal.get(principal);
