import type { GuardrailSettings, StatementGuardrail } from "../guardrail.ts";
import { textsOf } from "../parameters.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const BUCKET = "arn:aws:s3:::acme-log-archive-trail";
const LOG = `${BUCKET}/AWSLogs/1.json.gz`;
const OWNED = { "aws:ResourceAccount": MEMBER };

const bucketsOf = (settings: GuardrailSettings): string[] => textsOf(settings, "buckets").map((name) => `arn:${settings.partition}:s3:::${name}`);

/** Nobody is let through, because in an RCP the name of a role says nothing of whose it is. */
export const keepArchivedLogs: StatementGuardrail = {
  name: "keep-archived-logs",
  title: "Nobody at all deletes an archived log, from whichever account",
  form: "rcp",
  reason: "An SCP binds only callers of its own account. An RCP is attached to the bucket, so to speak: it also binds the management account's people, the security team and whoever a bucket policy lets in.",
  source: 'Organizations User Guide, "Resource control policies"; S3 User Guide, "Locking objects with Object Lock" and "Updating server-side encryption for existing data"',
  rows: [82, 98, 108],
  parameters: [
    { name: "buckets", kind: "strings", default: ["*-log-archive-*"], description: "Names of the buckets that hold logs." },
  ],
  leaves: [
    "Logs expire by lifecycle rules, which S3 carries out itself; `protect-log-archive` keeps those.",
    "Objects of other buckets in the same accounts are not deleted through access points either, only by the bucket's name.",
    "Buckets in the management account: no RCP reaches them.",
    "Within its account, versions may be stopped by whom `protect-log-archive` lets through; with Object Lock by nobody.",
    "To delete anything, detach it first, which everybody sees.",
  ],
  statements: (settings) => [
    {
      Sid: "NobodyDeletesLogs",
      Effect: "Deny",
      Principal: "*",
      Action: [
        "s3:BypassGovernanceRetention", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObjectLegalHold", "s3:PutObjectRetention",
        "s3:ReplicateDelete", "s3:UpdateObjectEncryption",
      ],
      Resource: [...bucketsOf(settings).map((bucket) => `${bucket}/*`), `arn:${settings.partition}:s3:*:*:accesspoint/*`],
    },
    {
      Sid: "NobodyDeletesTheirBuckets",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:DeleteBucket",
      Resource: bucketsOf(settings),
    },
    {
      // CloudFormation asks for versions when it makes the bucket; inside the account `protect-log-archive` says who else may.
      Sid: "NobodyElsewhereStopsVersions",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:PutBucketVersioning",
      Resource: bucketsOf(settings),
      Condition: { StringNotEquals: { "aws:PrincipalAccount": "${aws:ResourceAccount}" } },
    },
  ],
  proof: [
    denied("an administrator deletes no log", "s3:DeleteObject", LOG),
    denied("nor somebody of the management account", "s3:DeleteObject", LOG, { principal: WHO.management }),
    denied("nor the security team from its own account", "s3:DeleteObjectVersion", LOG, { principal: WHO.sibling }),
    denied("nor the root user", "s3:DeleteObject", LOG, { principal: WHO.root }),
    denied("nor a role that other guardrails let through", "s3:DeleteObject", LOG, { principal: WHO.stackSets }),
    denied("nor anybody whom a bucket policy lets in", "s3:DeleteObject", LOG, { principal: WHO.outsider }),
    denied("nor a service by mistake", "s3:DeleteObject", LOG, { principal: "datasync.amazonaws.com" }),
    denied("nor through an access point, by whose name the object is another", "s3:DeleteObject", "arn:aws:s3:eu-central-1:111111111111:accesspoint/logs/object/1", { principal: WHO.sibling }),
    denied("nobody shortens how long one is kept", "s3:PutObjectRetention", LOG),
    denied("nobody encrypts one with a key that he can delete", "s3:UpdateObjectEncryption", LOG, { principal: WHO.sibling }),
    denied("nobody has deletions come by replication", "s3:ReplicateDelete", LOG, { principal: WHO.sibling }),
    denied("nobody deletes the bucket", "s3:DeleteBucket", BUCKET),
    denied("nobody of another account stops keeping versions", "s3:PutBucketVersioning", BUCKET, { principal: WHO.management, context: OWNED }),
    denied("nor does a service", "s3:PutBucketVersioning", BUCKET, { principal: "datasync.amazonaws.com", context: OWNED }),
    works("CloudTrail writes", "s3:PutObject", LOG, { principal: "cloudtrail.amazonaws.com", context: { "aws:SourceOrgID": "o-exampleorgid" } }),
    works("logs are read from the security team's account", "s3:GetObject", LOG, { principal: WHO.sibling }),
    works("other buckets are emptied", "s3:DeleteObject", "arn:aws:s3:::acme-athena-results/1.csv"),
    works("the baseline makes the bucket", "s3:CreateBucket", BUCKET, { principal: WHO.stackSets }),
    works("and has it keep versions", "s3:PutBucketVersioning", BUCKET, { principal: WHO.stackSets, context: OWNED }),
  ],
};
