import type { PolicyTemplate } from "../blueprint.ts";
import { partitionOf, unlessFoundation } from "./principals.ts";

/**
 * For the accounts of the Security OU. AWS services write logs as service principals, which no SCP binds. Object Lock
 * stays the real lock: this keeps people from loosening what surrounds it.
 */
export const protectLogArchive: PolicyTemplate = {
  name: "protect-log-archive",
  type: "scp",
  description: "Archived logs are read, never changed: no person writes or deletes them.",
  document: (answers) => ({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "ArchivedLogs",
        Effect: "Deny",
        Action: [
          "s3:BypassGovernanceRetention", "s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:DeleteObject*", "s3:PutBucketAcl",
          "s3:PutBucketLogging", "s3:PutBucketObjectLockConfiguration", "s3:PutBucketOwnershipControls", "s3:PutBucketPolicy",
          "s3:PutBucketPublicAccessBlock", "s3:PutBucketVersioning", "s3:PutEncryptionConfiguration",
          "s3:PutLifecycleConfiguration", "s3:PutObject*", "s3:PutReplicationConfiguration",
        ],
        Resource: [
          `arn:${partitionOf(answers)}:s3:::${answers.name}-log-archive-*`,
          `arn:${partitionOf(answers)}:s3:::${answers.name}-log-archive-*/*`,
        ],
        Condition: unlessFoundation(answers),
      },
    ],
  }),
};
