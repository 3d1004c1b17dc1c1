// Organizations of which one edited SCP changes much: whole services, Regions and principals, some to more access, some to less.
import { organizationFile } from "../organizations/shape.mjs";

const LOST = ["athena", "backup", "cloudfront", "dynamodb", "ecs", "elasticache", "glue", "kinesis", "rds", "redshift", "sagemaker", "sqs"];
const GAINED = ["amplify", "appstream", "batch", "chime", "comprehend", "connect", "gamelift", "iot", "lex", "polly", "robomaker", "workspaces"];
/** Accounts that the SCP names, so that each of them has an answer of its own. */
const NAMED = 25;

const idOf = (n) => String(100_000_000_000 + n);

/** The organization as a value, with so many accounts that have ids; `edited` changes one SCP at the root. */
export function wideOrganization(accounts, { edited = false } = {}) {
  const organization = JSON.parse(organizationFile(accounts));
  const all = placesOf(organization.ous).flatMap((ou) => Object.values(ou.accounts));
  for (const [index, account] of all.entries()) account.id = idOf(index);
  organization.managementAccount = { id: "999999999999" };
  return withWideEdit(organization, edited);
}

const placesOf = (ous = {}) => Object.values(ous).flatMap((ou) => [ou, ...placesOf(ou.ous)]);

/** The SCP that is edited, attached to the root. */
export function withWideEdit(organization, edited) {
  const document = { Version: "2012-10-17", Statement: statements(edited) };
  organization.policies["root-rules"] = { type: "scp", description: "What no account may do", document };
  organization.root.policies.push("root-rules");
  return organization;
}

function statements(edited) {
  const role = edited ? "platform/release-*" : "platform/deploy-*";
  const named = Array.from({ length: NAMED }, (_, n) => idOf(n * 7 + (edited ? 1 : 0)));
  return [
    {
      Sid: "Regions",
      Effect: "Deny",
      NotAction: ["iam:*", "sts:*", "organizations:*", "support:*", "route53:*", "cloudfront:*"],
      Resource: "*",
      Condition: { StringNotEquals: { "aws:RequestedRegion": edited ? ["eu-west-1", "eu-central-1"] : ["eu-west-1", "us-east-1"] }, ArnNotLike: { "aws:PrincipalArn": [`arn:aws:iam::*:role/${role}`] } },
    },
    { Sid: "Services", Effect: "Deny", Action: (edited ? LOST : GAINED).map((prefix) => `${prefix}:*`), Resource: "*" },
    { Sid: "Mfa", Effect: "Deny", Action: ["ec2:Terminate*", "s3:DeleteBucket*", "kms:ScheduleKeyDeletion"], Resource: "*", Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" }, StringNotEquals: { "aws:PrincipalTag/team": edited ? ["platform", "security"] : ["platform"] } } },
    { Sid: "Named", Effect: "Deny", Action: ["iam:Create*", "iam:Attach*", "iam:Put*"], Resource: ["arn:aws:iam::*:role/admin-*", "arn:aws:iam::*:user/*"], Condition: { StringNotEquals: { "aws:PrincipalAccount": named } } },
  ];
}
