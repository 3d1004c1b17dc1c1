import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { textsOf } from "../parameters.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const BUCKET = "arn:aws:s3:::acme-log-archive-trail";
const LOG = `${BUCKET}/AWSLogs/1.json.gz`;
const POINT = `arn:aws:s3:eu-central-1:${MEMBER}:accesspoint/logs`;
const KEY = `arn:aws:kms:eu-central-1:${MEMBER}:key/11111111-2222-3333-4444-555555555555`;

const logKey = { context: { "kms:ResourceAliases": ["alias/acme-log-archive"] } };

/**
 * A request through an access point is about the object by the access point's name, which no bucket's name matches.
 * Source: Service Authorization Reference, "Resource types defined by Amazon S3", accesspointobject.
 */
export const protectLogArchive: StatementGuardrail = {
  name: "protect-log-archive",
  title: "Archived logs are read, never changed: no person writes or deletes them, or loosens what surrounds them",
  form: "scp",
  reason: "Evidence is worth nothing if whoever it speaks of could change it. Object Lock is the real lock; this keeps people from unlocking, expiring, opening or redirecting, and from taking the key away.",
  source: 'S3 User Guide, "Locking objects with Object Lock"; "Organizing Your AWS Environment Using Multiple Accounts", "Log archive account"',
  rows: [82, 98, 108],
  parameters: [
    { name: "buckets", kind: "strings", default: ["*-log-archive-*"], description: "Names of the buckets that hold logs." },
    { name: "keys", kind: "strings", default: ["*log-archive*"], description: "Aliases of the keys that encrypt them, without `alias/`; a key without such an alias is not kept." },
  ],
  leaves: [
    "For the account that holds the buckets. Callers of other accounts are for `keep-archived-logs`.",
    "AWS services write as themselves, which no SCP binds; a delivery stream writes with a role, which has to be called `landfall-…` or be among `exemptRoles`.",
    "A rule that expires logs and is there already goes on: S3 does it, not a caller.",
  ],
  statements: (settings) => {
    const buckets = textsOf(settings, "buckets").map((name) => `arn:${settings.partition}:s3:::${name}`);
    return [
      {
        Sid: "LogsStay",
        Effect: "Deny",
        Action: [
          "s3:BypassGovernanceRetention", "s3:DeleteBucket*", "s3:DeleteObject*", "s3:PauseReplication", "s3:PutAnalyticsConfiguration",
          "s3:PutBucket*", "s3:PutEncryptionConfiguration", "s3:PutIntelligentTieringConfiguration", "s3:PutInventoryConfiguration",
          "s3:PutLifecycleConfiguration", "s3:PutObject*", "s3:PutReplicationConfiguration", "s3:ReplicateDelete",
          "s3:UpdateObjectEncryption",
        ],
        Resource: buckets.flatMap((bucket) => [bucket, `${bucket}/*`]),
        Condition: unlessExempt(settings),
      },
      {
        Sid: "NoOtherDoor",
        Effect: "Deny",
        Action: [
          "s3:BypassGovernanceRetention", "s3:CreateAccessPoint", "s3:CreateMultiRegionAccessPoint", "s3:DeleteObject*",
          "s3:PutAccessPointPolicy", "s3:PutMultiRegionAccessPointPolicy", "s3:PutObject*", "s3:UpdateObjectEncryption",
        ],
        Resource: `arn:${settings.partition}:s3:*:*:accesspoint/*`,
        Condition: unlessExempt(settings),
      },
      {
        Sid: "KeysOfLogsStay",
        Effect: "Deny",
        Action: [
          "kms:DeleteAlias", "kms:DeleteImportedKeyMaterial", "kms:DisableKey", "kms:ImportKeyMaterial", "kms:PutKeyPolicy",
          "kms:RevokeGrant", "kms:ScheduleKeyDeletion", "kms:UpdateAlias",
        ],
        Resource: "*",
        Condition: { "ForAnyValue:StringLike": { "kms:ResourceAliases": textsOf(settings, "keys").map((name) => `alias/${name}`) }, ...unlessExempt(settings) },
      },
    ];
  },
  proof: [
    denied("an administrator deletes no log", "s3:DeleteObject", LOG),
    denied("nor an older version of one", "s3:DeleteObjectVersion", LOG),
    denied("nor writes over one", "s3:PutObject", LOG),
    denied("nor shortens how long one is kept", "s3:PutObjectRetention", LOG),
    denied("nor gets around a lock", "s3:BypassGovernanceRetention", LOG),
    denied("nor has one encrypted with a key of his own, which he then deletes", "s3:UpdateObjectEncryption", LOG),
    denied("nor lets tags say who may do what with it", "s3:PutBucketAbac", BUCKET),
    denied("nor has what is in it listed elsewhere", "s3:PutInventoryConfiguration", BUCKET),
    denied("nor has all expire tomorrow", "s3:PutLifecycleConfiguration", BUCKET),
    denied("nor opens the bucket", "s3:PutBucketPolicy", BUCKET),
    denied("the root user does not either", "s3:DeleteObject", LOG, { principal: WHO.root }),
    denied("nor makes an access point, under whose name objects are others", "s3:CreateAccessPoint", POINT),
    denied("nor deletes through one that is there", "s3:DeleteObject", `${POINT}/object/AWSLogs/1.json.gz`),
    denied("nobody takes the key away", "kms:ScheduleKeyDeletion", KEY, logKey),
    denied("nor keeps the readers out of it", "kms:PutKeyPolicy", KEY, logKey),
    denied("nor gives it material that ends", "kms:ImportKeyMaterial", KEY, { context: { ...logKey.context, "kms:ExpirationModel": "KEY_MATERIAL_EXPIRES" } }),
    denied("nor opens a door of several Regions", "s3:PutMultiRegionAccessPointPolicy", `arn:aws:s3::${MEMBER}:accesspoint/logs.mrap`),
    denied("nor takes its name away first", "kms:DeleteAlias", KEY, logKey),
    works("logs are read", "s3:GetObject", LOG),
    works("and found", "s3:ListBucket", BUCKET),
    works("through an access point too", "s3:GetObject", `${POINT}/object/AWSLogs/1.json.gz`),
    works("with their key", "kms:Decrypt", KEY, logKey),
    works("keys of other things are looked after", "kms:PutKeyPolicy", KEY, { context: { "kms:ResourceAliases": ["alias/tools"] } }),
    works("so are those without a name", "kms:DisableKey", KEY),
    works("CloudTrail writes", "s3:PutObject", LOG, { principal: "cloudtrail.amazonaws.com" }),
    works("they are copied to a bucket in another Region", "s3:ReplicateObject", LOG, { principal: `arn:aws:iam::${MEMBER}:role/replication` }),
    works("a delivery stream of ours writes", "s3:PutObject", LOG, { principal: WHO.landfall }),
    works("other buckets are changed", "s3:PutBucketPolicy", "arn:aws:s3:::acme-athena-results"),
    works("what is found in the logs is written elsewhere", "s3:PutObject", "arn:aws:s3:::acme-athena-results/1.csv"),
    works("the baseline makes the buckets", "s3:PutLifecycleConfiguration", BUCKET, { principal: WHO.stackSets }),
  ],
};
