import type { PolicyStatement } from "../../policy/index.ts";
import { unlessExempt } from "../exempt.ts";
import type { GuardrailSettings, StatementGuardrail } from "../guardrail.ts";
import { textsOf } from "../parameters.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const SNAPSHOT = `arn:aws:rds:eu-central-1:${MEMBER}:snapshot:orders-1`;
const BACKUP = `arn:aws:rds:eu-central-1:${MEMBER}:snapshot:awsbackup:job-1`;
const ROLE = `arn:aws:iam::${MEMBER}:role/service-role/AWSBackupDefaultServiceRole`;
const byBackup = { parameters: { backupRoles: ["service-role/AWSBackupDefaultServiceRole"] } };
const passedTo = (service: string) => ({ ...byBackup, context: { "iam:PassedToService": service } });

const SHARING = [
  "rds:ModifyDBClusterSnapshotAttribute", "rds:ModifyDBSnapshotAttribute", "redshift-serverless:PutResourcePolicy",
  "redshift:AuthorizeSnapshotAccess",
];

export const denyRdsSnapshotSharing: StatementGuardrail = {
  name: "deny-rds-snapshot-sharing",
  title: "No snapshot of a database is shared, with everybody or with anybody",
  form: "scp",
  reason: "A snapshot that is public is a database that is. RDS has no condition key that tells with whom one is shared, and no declarative policy, so all sharing is denied.",
  source: 'Service Authorization Reference, "Actions defined by Amazon RDS"; RDS User Guide, "Sharing a DB snapshot"; AWS Managed Policy Reference, "AWSBackupServiceRolePolicyForBackup"',
  rows: [71, 104],
  parameters: [
    {
      name: "backupRoles", kind: "strings", form: "role", default: [], example: ["service-role/AWSBackupDefaultServiceRole"],
      description: "Names, with their paths, of roles with which AWS Backup copies snapshots to another account: it shares its own for that. Nobody else can make such roles, change whom they trust or hand them to another service.",
    },
  ],
  leaves: ["Snapshots that are shared stay so.", "An export of a snapshot to a bucket, which may be another account's."],
  statements: (settings) => {
    const roles = textsOf(settings, "backupRoles").map((name) => `arn:${settings.partition}:iam::*:role/${name}`);
    const shared = { Sid: "DatabaseSnapshotsStayInside", Effect: "Deny", Action: SHARING } as const;
    if (roles.length === 0) return [{ ...shared, Resource: "*", Condition: unlessExempt(settings) }];
    return [{ ...shared, NotResource: backupsOf(settings), Condition: unlessExempt(settings) }, ...exceptBackups(settings, roles)];
  },
  proof: [
    denied("an administrator shares no snapshot", "rds:ModifyDBSnapshotAttribute", SNAPSHOT),
    denied("nor one of a cluster", "rds:ModifyDBClusterSnapshotAttribute", `arn:aws:rds:eu-central-1:${MEMBER}:cluster-snapshot:orders-1`),
    denied("nor one of a warehouse", "redshift:AuthorizeSnapshotAccess", `arn:aws:redshift:eu-central-1:${MEMBER}:snapshot:facts/1`),
    denied("nor one of a warehouse without servers, whose policy shares it", "redshift-serverless:PutResourcePolicy"),
    denied("nor does the root user", "rds:ModifyDBSnapshotAttribute", SNAPSHOT, { principal: WHO.root }),
    denied("nor does AWS Backup's role, unless it is named", "rds:ModifyDBSnapshotAttribute", BACKUP, { principal: ROLE }),
    denied("where it is named, it shares nothing but its own", "rds:ModifyDBSnapshotAttribute", SNAPSHOT, { ...byBackup, principal: ROLE }),
    denied("nor does an administrator share those", "rds:ModifyDBSnapshotAttribute", BACKUP, byBackup),
    denied("nor change whom the role trusts", "iam:UpdateAssumeRolePolicy", ROLE, byBackup),
    denied("nor give it to a function", "iam:PassRole", ROLE, passedTo("lambda.amazonaws.com")),
    works("the role copies backups to another account", "rds:ModifyDBSnapshotAttribute", BACKUP, { ...byBackup, principal: ROLE }),
    works("an administrator starts a backup with it", "iam:PassRole", ROLE, passedTo("backup.amazonaws.com")),
    works("snapshots are made", "rds:CreateDBSnapshot", SNAPSHOT),
    works("and copied inside the account", "rds:CopyDBSnapshot", SNAPSHOT),
    works("and restored", "rds:RestoreDBInstanceFromDBSnapshot", SNAPSHOT),
    works("backups are copied to a vault", "backup:CopyIntoBackupVault", `arn:aws:backup:eu-central-1:${MEMBER}:backup-vault:central`),
  ],
};

/** Names that people give to snapshots have no colon, so these are AWS Backup's. */
const backupsOf = ({ partition }: GuardrailSettings): string[] => ["cluster-snapshot", "snapshot"].map((type) => `arn:${partition}:rds:*:*:${type}:awsbackup:*`);

function exceptBackups(settings: GuardrailSettings, roles: readonly string[]): PolicyStatement[] {
  return [
    { Sid: "BackupsAreSharedByBackup", Effect: "Deny", Action: SHARING, Resource: backupsOf(settings), Condition: unlessExempt({ exempt: [...settings.exempt, ...roles] }) },
    {
      Sid: "RolesOfBackupStay",
      Effect: "Deny",
      Action: ["iam:AttachRolePolicy", "iam:CreateRole", "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy"],
      Resource: roles,
      Condition: unlessExempt(settings),
    },
    {
      Sid: "RolesOfBackupAreNotLent",
      Effect: "Deny",
      Action: "iam:PassRole",
      Resource: roles,
      Condition: { StringNotEqualsIfExists: { "iam:PassedToService": "backup.amazonaws.com" }, ...unlessExempt(settings) },
    },
  ];
}
