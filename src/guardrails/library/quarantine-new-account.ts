import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const BUCKET = "arn:aws:s3:::first";

/** What tells a person that the account is there and not ready; nothing of it changes the account. */
const MAY_LOOK = ["health:Describe*", "iam:GetAccountSummary", "iam:ListAccountAliases", "organizations:DescribeOrganization", "sts:DecodeAuthorizationMessage"];

export const quarantineNewAccount: StatementGuardrail = {
  name: "quarantine-new-account",
  title: "Nothing happens in a new account until its baseline is there",
  form: "scp",
  reason: "Between the creation of an account and its baseline nothing records and nothing is locked. What somebody makes in those minutes nobody has seen.",
  source: 'aws-solutions, "Landing Zone Accelerator", quarantine policy',
  rows: [67, 103],
  parameters: [],
  leaves: [
    "Take it off when the baseline is in place: attach it to an OU in which accounts are made, and move them on.",
    "A person who signs in sees the account and that nothing can be done yet.",
  ],
  statements: (settings) => [{ Sid: "OnlyTheBaseline", Effect: "Deny", NotAction: MAY_LOOK, Resource: "*", Condition: unlessExempt(settings) }],
  proof: [
    denied("an administrator makes nothing", "s3:CreateBucket", BUCKET),
    denied("nor reads what is there", "s3:ListBucket", BUCKET),
    denied("nor makes a role for later", "iam:CreateRole", `arn:aws:iam::${MEMBER}:role/later`),
    denied("nor a person from Identity Center", "ec2:RunInstances", `arn:aws:ec2:eu-central-1:${MEMBER}:instance/i-1`, { principal: WHO.person }),
    denied("nor the root user", "iam:CreateRole", `arn:aws:iam::${MEMBER}:role/later`, { principal: WHO.root }),
    works("who signs in sees the account", "iam:GetAccountSummary", undefined, { principal: WHO.person }),
    works("the message of a denial is decoded", "sts:DecodeAuthorizationMessage", undefined, { principal: WHO.person }),
    works("the baseline is rolled out", "iam:CreateRole", `arn:aws:iam::${MEMBER}:role/landfall-member`, { principal: WHO.stackSets }),
    works("landfall looks in", "iam:ListRoles", undefined, { principal: WHO.landfall }),
    works("the management account enters", "s3:CreateBucket", BUCKET, { principal: WHO.organizationAccess }),
    works("security services switch themselves on", "config:PutConfigurationRecorder", undefined, { principal: `arn:aws:iam::${MEMBER}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig` }),
  ],
};
