import type { Guardrail } from "./guardrail.ts";
import { businessUsersOnly } from "./library/business-users-only.ts";
import { confusedDeputy } from "./library/confused-deputy.ts";
import { denyBillingAndAccountChanges } from "./library/deny-billing-and-account-changes.ts";
import { denyCliConsoleLogin } from "./library/deny-cli-console-login.ts";
import { denyExternalRam } from "./library/deny-external-ram.ts";
import { denyFederationChanges } from "./library/deny-federation-changes.ts";
import { denyIamUsersAndKeys } from "./library/deny-iam-users-and-keys.ts";
import { denyIdcAccountInstance } from "./library/deny-idc-account-instance.ts";
import { denyKmsDeletion } from "./library/deny-kms-deletion.ts";
import { denyLeaveOrganization } from "./library/deny-leave-organization.ts";
import { denyNetworkEscape } from "./library/deny-network-escape.ts";
import { denyNewWaysIn } from "./library/deny-new-ways-in.ts";
import { denyPublicS3Requests } from "./library/deny-public-s3-requests.ts";
import { denyPublicS3 } from "./library/deny-public-s3.ts";
import { denyPublicSnapshotsAmis } from "./library/deny-public-snapshots-amis.ts";
import { denyRdsSnapshotSharing } from "./library/deny-rds-snapshot-sharing.ts";
import { denyRegionEnable } from "./library/deny-region-enable.ts";
import { denyRootUser } from "./library/deny-root-user.ts";
import { irUserDeny } from "./library/ir-user-deny.ts";
import { keepArchivedLogs } from "./library/keep-archived-logs.ts";
import { keepInside } from "./library/keep-inside.ts";
import { min30DayWindow } from "./library/min-30-day-window.ts";
import { orgIdentitiesOnly } from "./library/org-identities-only.ts";
import { peopleReadOnly } from "./library/people-read-only.ts";
import { prodChangeOnlyByPipeline } from "./library/prod-change-only-by-pipeline.ts";
import { protectAccessAnalyzer } from "./library/protect-access-analyzer.ts";
import { protectCloudTrail } from "./library/protect-cloudtrail.ts";
import { protectConfigRules } from "./library/protect-config-rules.ts";
import { protectConfig } from "./library/protect-config.ts";
import { protectDetectionSettings } from "./library/protect-detection-settings.ts";
import { protectDetective } from "./library/protect-detective.ts";
import { protectFlowLogs } from "./library/protect-flow-logs.ts";
import { protectGuardDuty } from "./library/protect-guardduty.ts";
import { protectInspector } from "./library/protect-inspector.ts";
import { protectLogArchive } from "./library/protect-log-archive.ts";
import { protectMacie } from "./library/protect-macie.ts";
import { protectOrgRoles } from "./library/protect-org-roles.ts";
import { protectSecurityHub } from "./library/protect-securityhub.ts";
import { quarantineNewAccount } from "./library/quarantine-new-account.ts";
import { regionAllowList } from "./library/region-allow-list.ts";
import { requireEbsEncryption } from "./library/require-ebs-encryption.ts";
import { requireImdsv2Launch } from "./library/require-imdsv2-launch.ts";
import { requireImdsv2 } from "./library/require-imdsv2.ts";
import { requireRdsEncryption } from "./library/require-rds-encryption.ts";
import { requireTagsOnCreate } from "./library/require-tags-on-create.ts";
import { retainRamOnLeave } from "./library/retain-ram-on-leave.ts";
import { sandboxBoundaries } from "./library/sandbox-boundaries.ts";
import { serviceAllowList } from "./library/service-allow-list.ts";
import { stayInAccount } from "./library/stay-in-account.ts";
import { suspendedDenyAll } from "./library/suspended-deny-all.ts";
import { tlsOnly } from "./library/tls-only.ts";
import { trustedOidc } from "./library/trusted-oidc.ts";

/** Every guardrail, in the order of the page. */
export const GUARDRAILS: readonly Guardrail[] = [
  denyLeaveOrganization,
  regionAllowList,
  denyRegionEnable,
  serviceAllowList,
  denyRootUser,
  protectOrgRoles,
  protectCloudTrail,
  protectConfig,
  protectConfigRules,
  protectGuardDuty,
  protectSecurityHub,
  protectAccessAnalyzer,
  protectMacie,
  protectInspector,
  protectDetective,
  protectDetectionSettings,
  protectFlowLogs,
  protectLogArchive,
  keepArchivedLogs,
  denyPublicS3,
  denyPublicS3Requests,
  denyPublicSnapshotsAmis,
  denyRdsSnapshotSharing,
  keepInside,
  stayInAccount,
  requireEbsEncryption,
  requireRdsEncryption,
  requireImdsv2,
  requireImdsv2Launch,
  requireTagsOnCreate,
  denyKmsDeletion,
  min30DayWindow,
  denyIamUsersAndKeys,
  denyFederationChanges,
  denyNewWaysIn,
  denyIdcAccountInstance,
  denyCliConsoleLogin,
  prodChangeOnlyByPipeline,
  peopleReadOnly,
  denyNetworkEscape,
  denyExternalRam,
  retainRamOnLeave,
  denyBillingAndAccountChanges,
  sandboxBoundaries,
  businessUsersOnly,
  suspendedDenyAll,
  quarantineNewAccount,
  irUserDeny,
  orgIdentitiesOnly,
  confusedDeputy,
  tlsOnly,
  trustedOidc,
];

const byName = new Map(GUARDRAILS.map((guardrail) => [guardrail.name, guardrail]));

export const guardrailNamed = (name: string): Guardrail | undefined => byName.get(name);
