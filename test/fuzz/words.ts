/** So few names that what a policy says and what a request asks often meet. */
export const ACCOUNTS = ["111111111111", "222222222222", "333333333333"] as const;

export const ACTIONS = [
  "s3:GetObject", "s3:GetObject", "s3:PutObject", "S3:getOBJECT", "s3:ListAllMyBuckets", "sqs:SendMessage", "ec2:RunInstances", "kms:Decrypt",
  "kms:RetireGrant", "sts:AssumeRole", "sts:TagSession", "sts:AssumeRoleWithWebIdentity", "sts:AssumeRoot", "sts:GetCallerIdentity",
  "supportplans:Create", "mechanicalturk:CreateHIT", "sts:GetSessionToken", "kms:ScheduleKeyDeletion", "s3:PutBucketPolicy",
  "sts:GetFederationToken", "sqs:DeleteQueue", "organizations:AcceptHandshake",
];

export const ACTION_PATTERNS = [
  "*", "*", "*", "s3:*", "s3:Get*", "s3:GetObject", "S3:getobject", "s3:?etObject", "s3:*Object", "s3:G*t*t", "sqs:*", "kms:*", "kms:R*", "sts:*",
  "sts:Assume*", "ec2:*", "*:*", "s*:GetObject", "s3:GetObject ", "s3:GetObject,s3:PutObject", "s3", "s3:", "s3:**", "s3:GetObject?", "", "**", "?",
];

/** What the six fields of resources are made of. */
export const RESOURCES = [
  "arn:aws:s3:::b", "arn:aws:s3:::b/k", "arn:aws:s3:::b/ann/k", "arn:aws:s3:::b/*", "arn:aws:s3:::b/a:b", "arn:aws:s3:::b/😀", "arn:aws:s3:::b/${aws:A}",
  "arn:aws:sqs:eu-west-1:222222222222:q", "arn:aws:sqs:eu-west-1:333333333333:q", "arn:aws:ec2:eu-west-1:222222222222:instance/*",
  "arn:aws:kms:eu-west-1:222222222222:key/1", "arn:aws:kms:eu-west-1:333333333333:key/1", "arn:aws:kms:eu-west-1:222222222222:alias/a",
  "arn:aws:iam::222222222222:role/dev", "arn:aws:iam::333333333333:role/dev", "arn:aws:iam::222222222222:root",
  "arn:aws:iam::222222222222:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX", "arn:aws:logs:eu-west-1:222222222222:log-group:g:log-stream:s", "*", "b",
];

export const RESOURCE_PATTERNS = [
  "*", "*", "*", "arn:aws:s3:::b/*", "arn:aws:s3:::*", "arn:aws:s3", "arn:aws:s3:", "arn:aws", "arn:", "arn:*", "arn:aws:*", "arn:aws:s3:*", "arn:aws:*:*:*:*",
  "arn:aws:s3:::b/${aws:A}", "arn:aws:s3:::b/${aws:A}/k", "arn:aws:s3:::b/${aws:A}*", "arn:aws:s3:::b/${aws:A, 'k'}", "arn:aws:s3:::${aws:A,'b'}/${aws:B}",
  "arn:aws:s3:::${aws:PrincipalTag/t}*", "arn:aws:s3:::b/${*}", "arn:aws:s3:::b/${?}", "arn:aws:s3:::b/${$}{aws:A}", "arn:aws:s3:::b/${A}", "arn:aws:s3:::b/${aws:A",
  "arn:${aws:A}:s3:::b/k", "arn:aws:${aws:A}", "${aws:A}", "arn:aws:s3:::b/${aws:A}:${aws:B}", "arn*:s3:::b/${aws:A${aws:A}", "arn:aws:s3:::b/${aws:{A}*", "a*", "?", "b", "", "arn:aws:sqs:eu-*:q", "arn:aws:sqs:*:222222222222:q",
  "arn:aws:sqs:eu?west-1:222222222222:*", "arn:aws:kms:*:*:key/*", "arn:aws:iam::*:role/*", "arn:aws:logs:*:*:log-group:*", "arn:aws:logs:*:s",
];

/** Condition keys, each mostly with values of one kind. */
export const KEYS = {
  "aws:A": "text", "aws:B": "text", "aws:PrincipalTag/t": "text", "aws:PrincipalTag/u": "text", "aws:TagKeys": "texts", "aws:Number": "number",
  "aws:Date": "date", "aws:Flag": "flag", "aws:Bytes": "bytes", "aws:Ip": "address", "aws:Arn": "arn", "aws:Arns": "arns",
} as const;

export type KeyName = keyof typeof KEYS;
export const KEY_NAMES = Object.keys(KEYS) as KeyName[];

export type ValueKind = "text" | "number" | "date" | "flag" | "bytes" | "address" | "arn";

/** Values of requests, and of policies without wildcards. */
export const VALUES: Readonly<Record<ValueKind, readonly string[]>> = {
  text: ["k", "ann", "ANN", "", "k*", "a?", "ann/k", "b", "${aws:A}", "x:y", "ä", "Ä", "😀"],
  number: ["5", "5.0", "-1", "+5", "10", "9.99", "05", "1e3", ".5", "5.", "five", "", " 5"],
  date: [
    "2026-01-31T00:00:00Z", "2026-01-31T01:00:00+01:00", "2026-01-31", "2026-01", "2026", "1769817600", "1769817601", "2026-01-31T00:00Z", "2026-01-31T00:00:00.5Z",
    "2026-01-31T00:00:00.5009Z", "2026-02-30", "2026-13-01", "2026-01-31T24:00:00Z", "2026-01-31T00:00:00", "20260131", "0", "soon", "2026-01-31T00:00:60Z", "2026-01-31T00:00:00+0100",
    "2024-02-29", "2026-02-29", "-5", "0001-01-01",
  ],
  flag: ["true", "false", "True", "FALSE", "1", ""],
  bytes: ["QQ==", "QQ", "QR==", "QUI=", "QUI", "", "Q", "QQ=", "Q?", "=", "-_==", "QUJD"],
  address: [
    "203.0.113.5", "203.0.113.0", "203.0.113.255", "203.0.114.1", "10.0.0.1", "2001:db8::1", "2001:DB8:0:0:0:0:0:1", "2001:db8:1::", "::1", "::", "::ffff:10.0.0.1", "1.2.3", "256.0.0.1",
    "10.0.0.1/32", "cloudformation.amazonaws.com", "1::2::3", "2001:db8::1:0:0:0:0:0:0", "12345::", "", "10.0.0.01",
  ],
  arn: [
    "arn:aws:sns:eu-west-1:222222222222:t", "arn:aws:sns:us-east-1:333333333333:t:s", "arn:aws:iam::222222222222:role/dev", "arn:aws:iam::222222222222:root", "arn:aws:s3:::b", "arn:aws:sns", "t", "", "arn:aws:${a b:c}:x:t",
  ],
};

/** What only policies have. */
export const PATTERNS: Readonly<Record<ValueKind, readonly string[]>> = {
  text: ["*", "a*", "?", "a?n", "*n*", "${aws:A}", "${aws:B}", "a${aws:A}", "${aws:PrincipalTag/t}*", "${aws:A, 'ann'}", "${aws:TagKeys}", "${*}", "a${?}", "${$}", "${aws:Never}", "${aws:A", "${A}", "*${aws:B}*"],
  number: ["${aws:Number}", "5*"],
  date: ["${aws:Date}", "2026-*"],
  flag: ["${aws:Flag}", "${aws:A}", "tr*"],
  bytes: ["${aws:Bytes}"],
  address: ["203.0.113.0/24", "203.0.113.99/24", "10.0.0.0/8", "10.0.0.0/33", "10.0.0.1/32", "10.0.0.0/31", "::1/128", "0.0.0.0/0", "::/0", "2001:db8::/32", "2001:db8::/33", "${aws:Ip}", "10.0.0.0/08", "10.0.0.0/", "/8", "2001:db8::/129"],
  arn: ["*", "arn:aws:sns:*:222222222222:*", "arn:aws:sns:*", "arn:*:*:*:*:*", "arn:aws:sns:*:*:${aws:A}", "arn:aws:iam::*:role/*", "arn:aws:sns:eu?west-1:*:t", "${aws:Arn}", "arn:aws:sns:*:t:s", "arn:aws:*:333333333333:t:s", "arn:aws:sns:us-east-1?333333333333:t:s", "arn:aws:sns:${aws:A}", "*:*:*:*:*:*", "arn:aws:${aws:A}:*:*:*", "**", "arn:aws:${a b:c}:*:*:t", "arn:aws:sns:${aws:A${aws:A}:*:t", "arn:aws:sns:*:*:${aws:A, 't:s'}"],
};

export const OPERATORS: Readonly<Record<ValueKind, readonly string[]>> = {
  text: ["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike", "StringNotLike"],
  number: ["NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals"],
  date: ["DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals"],
  flag: ["Bool"],
  bytes: ["BinaryEquals"],
  address: ["IpAddress", "NotIpAddress"],
  arn: ["ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike"],
};

export const VALUE_KINDS = Object.keys(VALUES) as ValueKind[];

export const kindOfKey = (key: KeyName): ValueKind => {
  const kind = KEYS[key];
  return kind === "texts" ? "text" : kind === "arns" ? "arn" : kind;
};
