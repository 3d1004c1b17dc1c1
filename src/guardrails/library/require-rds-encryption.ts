import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const DATABASE = `arn:aws:rds:eu-central-1:${MEMBER}:db:orders`;
const CLUSTER = `arn:aws:rds:eu-central-1:${MEMBER}:cluster:orders`;
const asked = (encrypted: boolean, engine = "postgres") => ({ context: { "rds:StorageEncrypted": String(encrypted), "rds:DatabaseEngine": engine } });
const GLOBAL = `arn:aws:rds::${MEMBER}:global-cluster:orders`;

/** Engines whose instances have no storage of their own: DocumentDB and Neptune are clusters of RDS's interface too. */
const IN_CLUSTERS = ["aurora*", "docdb*", "neptune*"];

/**
 * Instances of such a cluster say so by the engine; only the cluster is asked.
 * Unconfirmed: that RDS fills in the key where the request does not name it; a call without the key is let through.
 */
export const requireRdsEncryption: StatementGuardrail = {
  name: "require-rds-encryption",
  title: "Databases of RDS are created encrypted, or not at all",
  form: "scp",
  reason: "A database cannot be encrypted later, only copied into an encrypted one, so it has to be right from the start.",
  source: 'Service Authorization Reference, "Condition keys for Amazon RDS"; RDS User Guide, "Encrypting Amazon RDS resources"',
  rows: [106],
  parameters: [],
  leaves: [
    "Restoring from a snapshot or to a point in time carries no key: what comes out is encrypted if what went in was. Keep snapshots encrypted.",
    "A global cluster carries no key either; the clusters in it do.",
    "Databases that are there stay as they are.",
    "Unconfirmed: AWS's list of keys has rds:StorageEncrypted at the database and at creating and restoring clusters; a request without it is let through.",
  ],
  statements: (settings) => [
    {
      Sid: "EncryptedClustersOnly",
      Effect: "Deny",
      Action: ["rds:CreateDBCluster", "rds:RestoreDBClusterFromS3"],
      Resource: "*",
      Condition: { Bool: { "rds:StorageEncrypted": "false" }, ...unlessExempt(settings) },
    },
    {
      Sid: "EncryptedDatabasesOnly",
      Effect: "Deny",
      Action: ["rds:CreateDBInstance", "rds:RestoreDBInstanceFromS3"],
      Resource: "*",
      Condition: { Bool: { "rds:StorageEncrypted": "false" }, StringNotLike: { "rds:DatabaseEngine": IN_CLUSTERS }, ...unlessExempt(settings) },
    },
  ],
  proof: [
    denied("no database is created without encryption", "rds:CreateDBInstance", DATABASE, asked(false)),
    denied("nor restored from a bucket without it", "rds:RestoreDBInstanceFromS3", DATABASE, asked(false, "mysql")),
    denied("no cluster is", "rds:CreateDBCluster", CLUSTER, asked(false, "aurora-postgresql")),
    denied("nor one restored from a bucket", "rds:RestoreDBClusterFromS3", CLUSTER, asked(false, "aurora-mysql")),
    denied("nor by the root user", "rds:CreateDBInstance", DATABASE, { ...asked(false), principal: WHO.root }),
    works("encrypted databases are created", "rds:CreateDBInstance", DATABASE, asked(true)),
    works("a global cluster is made around clusters that are encrypted", "rds:CreateGlobalCluster", GLOBAL),
    works("encrypted clusters are", "rds:CreateDBCluster", CLUSTER, asked(true, "aurora-postgresql")),
    works("an instance joins an encrypted Aurora cluster and says nothing of storage", "rds:CreateDBInstance", DATABASE, asked(false, "aurora-postgresql")),
    works("nor does one of DocumentDB", "rds:CreateDBInstance", DATABASE, asked(false, "docdb")),
    works("nor of Neptune", "rds:CreateDBInstance", DATABASE, asked(false, "neptune")),
    denied("whose cluster is asked", "rds:CreateDBCluster", CLUSTER, asked(false, "docdb")),
    works("an encrypted snapshot is restored, though the request does not say so", "rds:RestoreDBInstanceFromDBSnapshot", DATABASE),
    works("so is a point in time", "rds:RestoreDBClusterToPointInTime", CLUSTER),
    works("a replica is made, which is encrypted as its source is", "rds:CreateDBInstanceReadReplica", DATABASE),
    works("Aurora scales by its service-linked role", "rds:CreateDBInstance", DATABASE, { ...asked(false), principal: WHO.serviceLinked }),
  ],
};
