/**
 * By service, in lower case, the actions that the root user of a bucket's account keeps whatever the bucket's policy says.
 * Source: S3 API Reference, PutBucketPolicy: "the root principal in a bucket owner's AWS account can perform the
 * GetBucketPolicy, PutBucketPolicy, and DeleteBucketPolicy API actions, even if their bucket policy explicitly denies the
 * root principal's access"; endpoint and organization policies still count. CloudFormation User Guide,
 * AWS::S3Express::BucketPolicy, says the same of directory buckets.
 */
const ACTIONS: ReadonlySet<string> = new Set(["getbucketpolicy", "putbucketpolicy", "deletebucketpolicy"]);

export const OWN_BUCKET_POLICY_ACTIONS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["s3", ACTIONS],
  ["s3express", ACTIONS],
]);
