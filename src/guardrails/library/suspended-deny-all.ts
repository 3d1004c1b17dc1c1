import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const BUCKET = "arn:aws:s3:::left-behind";

export const suspendedDenyAll: StatementGuardrail = {
  name: "suspended-deny-all",
  title: "Nobody can do anything, except the roles that look after the organization",
  form: "scp",
  reason: "An account that waits to be closed is used by nobody, so every call in it is a mistake or an attack. The security team still looks in, and the platform team still cleans up.",
  source: '"Organizing Your AWS Environment Using Multiple Accounts", "Suspended OU"; aws-solutions, "Landing Zone Accelerator", quarantine policy',
  rows: [35, 67, 103],
  parameters: [],
  leaves: [
    "What runs keeps running, and costing: a policy stops calls, not machines. Services go on with their service-linked roles.",
    "The management account still moves and closes the account.",
    "Others who are granted something by a resource in the account still reach it; an RCP stops that.",
  ],
  statements: (settings) => [{ Sid: "NobodyDoesAnything", Effect: "Deny", Action: "*", Resource: "*", Condition: unlessExempt(settings) }],
  proof: [
    denied("an administrator reads nothing", "s3:GetObject", `${BUCKET}/1`),
    denied("nor changes anything", "ec2:TerminateInstances", `arn:aws:ec2:eu-central-1:${MEMBER}:instance/i-1`),
    denied("nor does a person from Identity Center", "iam:ListRoles", undefined, { principal: WHO.person }),
    denied("nor the root user", "s3:DeleteBucketPolicy", BUCKET, { principal: WHO.root }),
    denied("nor an application's role", "dynamodb:PutItem", `arn:aws:dynamodb:eu-central-1:${MEMBER}:table/shop`, { principal: `arn:aws:iam::${MEMBER}:role/app` }),
    denied("nor does anybody open a support case", "support:CreateCase"),
    works("the security team's role looks in", "s3:ListBucket", BUCKET, { principal: `arn:aws:iam::${MEMBER}:role/landfall-audit` }),
    works("the management account cleans up", "ec2:TerminateInstances", `arn:aws:ec2:eu-central-1:${MEMBER}:instance/i-1`, { principal: WHO.organizationAccess }),
    works("and closes the account", "organizations:CloseAccount", `arn:aws:organizations::999999999999:account/o-exampleorgid/${MEMBER}`, { principal: WHO.management }),
    works("baselines are taken out", "cloudformation:DeleteStack", `arn:aws:cloudformation:eu-central-1:${MEMBER}:stack/StackSet-landfall-1/1`, { principal: WHO.stackSets }),
    works("break-glass enters", "ec2:StopInstances", `arn:aws:ec2:eu-central-1:${MEMBER}:instance/i-1`, { principal: WHO.breakGlass }),
    works("services go on with service-linked roles", "ec2:TerminateInstances", `arn:aws:ec2:eu-central-1:${MEMBER}:instance/i-1`, { principal: WHO.serviceLinked }),
  ],
};
