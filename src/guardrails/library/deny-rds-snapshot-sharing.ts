import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const SNAPSHOT = `arn:aws:rds:eu-central-1:${MEMBER}:snapshot:orders-1`;

export const denyRdsSnapshotSharing: StatementGuardrail = {
  name: "deny-rds-snapshot-sharing",
  title: "No snapshot of a database is shared, with everybody or with anybody",
  form: "scp",
  reason: "A snapshot that is public is a database that is. RDS has no condition key that tells with whom one is shared, and no declarative policy, so all sharing is denied.",
  source: 'Service Authorization Reference, "Actions defined by Amazon RDS"; RDS User Guide, "Sharing a DB snapshot"',
  rows: [71, 104],
  parameters: [],
  leaves: ["Backups that go to another account of the organization: let AWS Backup copy them, or name the role that shares among `exemptRoles`.", "Snapshots that are shared stay so.", "An export of a snapshot to a bucket, which may be another account's."],
  statements: (settings) => [
    {
      Sid: "DatabaseSnapshotsStayInside",
      Effect: "Deny",
      Action: ["rds:ModifyDBClusterSnapshotAttribute", "rds:ModifyDBSnapshotAttribute", "redshift-serverless:PutResourcePolicy", "redshift:AuthorizeSnapshotAccess"],
      Resource: "*",
      Condition: unlessExempt(settings),
    },
  ],
  proof: [
    denied("an administrator shares no snapshot", "rds:ModifyDBSnapshotAttribute", SNAPSHOT),
    denied("nor one of a cluster", "rds:ModifyDBClusterSnapshotAttribute", `arn:aws:rds:eu-central-1:${MEMBER}:cluster-snapshot:orders-1`),
    denied("nor one of a warehouse", "redshift:AuthorizeSnapshotAccess", `arn:aws:redshift:eu-central-1:${MEMBER}:snapshot:facts/1`),
    denied("nor one of a warehouse without servers, whose policy shares it", "redshift-serverless:PutResourcePolicy"),
    denied("nor does the root user", "rds:ModifyDBSnapshotAttribute", SNAPSHOT, { principal: WHO.root }),
    works("snapshots are made", "rds:CreateDBSnapshot", SNAPSHOT),
    works("and copied inside the account", "rds:CopyDBSnapshot", SNAPSHOT),
    works("and restored", "rds:RestoreDBInstanceFromDBSnapshot", SNAPSHOT),
    works("AWS Backup copies them to another account", "backup:CopyIntoBackupVault", `arn:aws:backup:eu-central-1:${MEMBER}:backup-vault:central`),
  ],
};
