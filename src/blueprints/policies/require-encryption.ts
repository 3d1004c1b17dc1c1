import type { PolicyTemplate } from "../blueprint.ts";
import { partitionOf, unlessFoundation } from "./principals.ts";

/**
 * Auto Scaling makes volumes as a service-linked role, which no SCP binds. Instances of an Aurora cluster have no storage
 * of their own, so only the cluster is asked.
 * Unconfirmed: that RDS fills in the key where the request does not name it; a call without the key is let through.
 * Source: Service Authorization Reference, "Condition keys for Amazon EC2" and "Condition keys for Amazon RDS".
 */
export const requireEncryption: PolicyTemplate = {
  name: "require-encryption",
  type: "scp",
  description: "Volumes and databases are created encrypted, or not at all.",
  document: (answers) => ({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "EncryptedVolumes",
        Effect: "Deny",
        Action: ["ec2:CreateVolume", "ec2:RunInstances"],
        Resource: `arn:${partitionOf(answers)}:ec2:*:*:volume/*`,
        Condition: { Bool: { "ec2:Encrypted": "false" }, ...unlessFoundation(answers) },
      },
      {
        Sid: "EncryptedClusters",
        Effect: "Deny",
        Action: "rds:CreateDBCluster",
        Resource: "*",
        Condition: { Bool: { "rds:StorageEncrypted": "false" }, ...unlessFoundation(answers) },
      },
      {
        Sid: "EncryptedDatabases",
        Effect: "Deny",
        Action: "rds:CreateDBInstance",
        Resource: "*",
        Condition: {
          Bool: { "rds:StorageEncrypted": "false" },
          StringNotLike: { "rds:DatabaseEngine": "aurora*" },
          ...unlessFoundation(answers),
        },
      },
      {
        Sid: "EncryptionStaysDefault",
        Effect: "Deny",
        Action: "ec2:DisableEbsEncryptionByDefault",
        Resource: "*",
        Condition: unlessFoundation(answers),
      },
    ],
  }),
};
