import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const BUCKET = "arn:aws:s3:::shop";
const OBJECT = "arn:aws:s3:::shop/picture.png";
const EVERYBODY = ["authenticated-read", "public-read", "public-read-write"];
/** As it is written in the headers that grant, whatever else they grant. */
const GROUPS = ["*http://acs.amazonaws.com/groups/global/AllUsers*", "*http://acs.amazonaws.com/groups/global/AuthenticatedUsers*"];
const GRANTS = ["s3:x-amz-grant-full-control", "s3:x-amz-grant-read", "s3:x-amz-grant-read-acp", "s3:x-amz-grant-write", "s3:x-amz-grant-write-acp"];
const WITH_ACL = ["s3:CreateBucket", "s3:PutBucketAcl", "s3:PutObject", "s3:PutObjectAcl", "s3:PutObjectVersionAcl"];

/**
 * A bucket's own block may be changed, because every CloudFormation stack that makes a bucket writes it; the account's
 * block, which overrules it, may not. Keys in one operator are joined by and, so each header has a statement of its own.
 */
export const denyPublicS3Requests: StatementGuardrail = {
  name: "deny-public-s3-requests",
  title: "Nobody takes the account's block of public access away, or asks for a public ACL",
  form: "scp",
  reason: "Where S3 policies are not enabled. `deny-public-s3` is better: S3 enforces it on what is there already, and on bucket policies, whose content no condition key tells.",
  source: 'S3 User Guide, "Blocking public access to your Amazon S3 storage" and "Bucket policy examples using condition keys"',
  rows: [71, 104],
  parameters: [],
  leaves: [
    "A bucket policy that grants everybody is held off by the account's block, which the baseline has to set first.",
    "Buckets that are public already stay so.",
    "An ACL in the body of a request carries no key; the account's block makes it void.",
  ],
  statements: (settings) => [
    { Sid: "AccountBlockStays", Effect: "Deny", Action: "s3:PutAccountPublicAccessBlock", Resource: "*", Condition: unlessExempt(settings) },
    { Sid: "NoPublicAcl", Effect: "Deny", Action: WITH_ACL, Resource: "*", Condition: { StringEquals: { "s3:x-amz-acl": EVERYBODY } } },
    ...GRANTS.map((key) => ({ Sid: `NoPublicGrant${sidPart(key)}`, Effect: "Deny" as const, Action: WITH_ACL, Resource: "*", Condition: { StringLike: { [key]: GROUPS } } })),
  ],
  proof: [
    denied("an administrator cannot take the account's block away", "s3:PutAccountPublicAccessBlock"),
    denied("nor can the root user", "s3:PutAccountPublicAccessBlock", undefined, { principal: WHO.root }),
    denied("no object is written for everybody", "s3:PutObject", OBJECT, { context: { "s3:x-amz-acl": "public-read" } }),
    denied("no bucket is made for everybody to write in", "s3:CreateBucket", BUCKET, { context: { "s3:x-amz-acl": "public-read-write" } }),
    denied("nor for everybody who has an AWS account", "s3:PutBucketAcl", BUCKET, { context: { "s3:x-amz-acl": "authenticated-read" } }),
    ...GRANTS.map((key) => denied(`no ${key.slice("s3:x-amz-".length)} to everybody`, "s3:PutObjectAcl", OBJECT, { context: { [key]: 'id="abc", uri="http://acs.amazonaws.com/groups/global/AllUsers"' } })),
    denied("a role that is let through elsewhere makes no public object", "s3:PutObject", OBJECT, { principal: WHO.landfall, context: { "s3:x-amz-acl": "public-read" } }),
    works("objects are written", "s3:PutObject", OBJECT),
    works("and given to the owner of the bucket", "s3:PutObject", OBJECT, { context: { "s3:x-amz-acl": "bucket-owner-full-control" } }),
    ...GRANTS.map((key) => works(`${key.slice("s3:x-amz-".length)} goes to one account`, "s3:PutObjectAcl", OBJECT, { context: { [key]: `id="${MEMBER}"` } })),
    works("logs of S3 are let in", "s3:PutBucketAcl", BUCKET, { context: { "s3:x-amz-acl": "log-delivery-write" } }),
    works("a stack makes a bucket with its own block", "s3:PutBucketPublicAccessBlock", BUCKET, { context: { "aws:ViaAWSService": "true" } }),
    works("the baseline sets the account's block", "s3:PutAccountPublicAccessBlock", undefined, { principal: WHO.stackSets }),
  ],
};

function sidPart(key: string): string {
  return key.slice("s3:x-amz-grant".length).replaceAll(/-(.)/g, (_, next: string) => next.toUpperCase());
}
