// The requests and policies of the policy bench: a role session of a member account writes an object; the answer is
// "allowed", so that every statement is looked at.
const ACCOUNT = "222222222222";
const document = (...Statement) => ({ Version: "2012-10-17", Statement });
/** Texts as they come from a parser: in one piece. */
const flat = (text) => Buffer.from(text).toString();
const many = (count, text) => Array.from({ length: count }, (_, index) => flat(text(index)));

/** Four conditioned statements; each level's differ from the others'. */
const scp = (level) =>
  document(
    { Sid: "AllowOurs", Effect: "Allow", Action: "*", Resource: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-abcdefghij" } } },
    {
      Sid: "Regions",
      Effect: "Deny",
      NotAction: ["iam:*", "sts:*", "organizations:*", "route53:*", "cloudfront:*", "support:*"],
      Resource: "*",
      Condition: {
        StringNotEquals: { "aws:RequestedRegion": ["eu-west-1", "eu-central-1", `eu-south-${level}`] },
        ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/Deploy*", `arn:aws:iam::*:role/BreakGlass${level}`] },
      },
    },
    { Sid: "Tls", Effect: "Deny", Action: "s3:*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } },
    {
      Sid: "Network",
      Effect: "Deny",
      Action: ["s3:Put*", "s3:Delete*"],
      Resource: "arn:aws:s3:::*",
      Condition: {
        NotIpAddressIfExists: { "aws:SourceIp": ["10.0.0.0/8", `192.0.${level}.0/24`] },
        BoolIfExists: { "aws:ViaAWSService": "false" },
        StringNotLikeIfExists: { "aws:SourceVpc": [`vpc-${level}*`, "vpc-0123*"] },
      },
    },
  );

export const chain = {
  managementAccountId: "111111111111",
  scps: [1, 2, 3, 4, 5].map((level) => ({ name: `level ${level}`, policies: [{ name: `scp ${level}`, document: scp(level) }] })),
  identity: [
    {
      name: "writer",
      document: document(
        { Effect: "Allow", Action: ["ec2:*", "rds:*"], Resource: "*" },
        {
          Effect: "Allow",
          Action: ["s3:GetObject", "s3:PutObject"],
          Resource: "arn:aws:s3:::team-${aws:PrincipalTag/team}-*/*",
          Condition: { StringEquals: { "aws:ResourceAccount": ACCOUNT } },
        },
        { Effect: "Deny", Action: "s3:*", Resource: "arn:aws:s3:::secret-*", Condition: { StringNotEquals: { "aws:PrincipalTag/clearance": "high" } } },
      ),
    },
  ],
  resource: {
    name: "bucket",
    document: document(
      { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: ["arn:aws:s3:::team-pay-data", "arn:aws:s3:::team-pay-data/*"], Condition: { Bool: { "aws:SecureTransport": "false" } } },
      { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/Reader` }, Action: "s3:GetObject", Resource: "arn:aws:s3:::team-pay-data/*" },
    ),
  },
};

const ROLE = `arn:aws:iam::${ACCOUNT}:role/app/Writer`;
const sessions = many(1024, (index) => `arn:aws:sts::${ACCOUNT}:assumed-role/Writer/session-${index}`);
const objects = many(4096, (index) => `arn:aws:s3:::team-pay-data/2026/11/${index}.json`);
const addresses = many(256, (index) => `10.1.2.${index}`);

/** A new context record of 12 keys. */
export const contextOf = (index) => ({
  "aws:PrincipalArn": ROLE,
  "aws:PrincipalAccount": ACCOUNT,
  "aws:PrincipalOrgID": "o-abcdefghij",
  "aws:PrincipalTag/team": "pay",
  "aws:PrincipalTag/clearance": "low",
  "aws:RequestedRegion": "eu-west-1",
  "aws:SecureTransport": "true",
  "aws:SourceIp": addresses[index & 255],
  "aws:ViaAWSService": "false",
  "aws:ResourceAccount": ACCOUNT,
  "aws:CurrentTime": "2026-11-01T10:00:00Z",
  "aws:MultiFactorAuthPresent": "true",
});

/** A new request object, as the evaluators take it. */
export const requestOf = (index) => ({
  principal: { type: "role-session", accountId: ACCOUNT, roleArn: ROLE, arn: sessions[index & 1023] },
  action: "s3:PutObject",
  resource: objects[index & 4095],
  resourceAccount: ACCOUNT,
  context: contextOf(index),
});

/** The same written down: the principal as the text of its ARN. */
export const plainRequestOf = (index) => ({
  principal: sessions[index & 1023],
  issuerArn: ROLE,
  action: "s3:PutObject",
  resource: objects[index & 4095],
  resourceAccount: ACCOUNT,
  context: contextOf(index),
});

/** The chains of an organization: 60 SCPs, of which each level has up to ten; every account has policies of its own. */
export function organization(accounts) {
  const scps = Array.from({ length: 60 }, (_, index) => ({ name: `scp ${index}`, document: scp(index) }));
  const level = (name, from, count) => ({ name, policies: Array.from({ length: count }, (_, index) => scps[(from + index) % scps.length]) });
  return Array.from({ length: accounts }, (_, index) => ({
    managementAccountId: "111111111111",
    scps: [level("root", 0, 8), level("unit", 8 + (index % 4) * 6, 6), level("stage", 32 + (index % 7) * 3, 4), level("account", 50 + (index % 10), 1)],
    identity: [
      { name: "administrator", document: document({ Effect: "Allow", Action: "*", Resource: "*" }) },
      {
        name: "team",
        document: document(
          { Effect: "Allow", Action: ["s3:Get*", "s3:List*"], Resource: [`arn:aws:s3:::team-${index}`, `arn:aws:s3:::team-${index}/*`] },
          { Effect: "Allow", Action: "sqs:*", Resource: `arn:aws:sqs:*:${ACCOUNT}:team-${index}-*` },
          { Effect: "Deny", Action: "iam:*", Resource: "*", Condition: { StringNotEquals: { "aws:PrincipalTag/team": `team-${index}` } } },
        ),
      },
    ],
    resource: { name: "bucket", document: document({ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/team-${index}` }, Action: "s3:*", Resource: `arn:aws:s3:::team-${index}/*` }) },
  }));
}
