import type { StatementGuardrail } from "../guardrail.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const BUCKET = "arn:aws:s3:::locked";
const root = { principal: WHO.root };
/** A session of AssumeRoot is the root user with this key. */
const rootSession = { ...root, context: { "aws:AssumedRoot": "true" } };

export const denyRootUser: StatementGuardrail = {
  name: "deny-root-user",
  title: "The root users of member accounts can do nothing; root tasks go through AssumeRoot",
  form: "scp",
  reason: "Whoever holds the e-mail of an account can become its root user, whom no policy inside the account limits. Sessions of AssumeRoot, which the management account opens for single tasks, are let through: they repair a bucket policy that locks everybody out.",
  source: 'IAM User Guide, "Centrally manage root access for member accounts"; aws-samples, "service-control-policy-examples"',
  rows: [67, 103, 107],
  parameters: [],
  leaves: [
    "The root user of the management account: no SCP binds it.",
    "Signing in itself is not stopped, only every call afterwards; without credentials for root there is nothing to sign in with.",
    "A few tasks of root users are outside of SCPs, such as registering for the Enterprise support plan.",
  ],
  statements: ({ partition }) => [
    {
      Sid: "NoRootUser",
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: { ArnLike: { "aws:PrincipalArn": `arn:${partition}:iam::*:root` }, Null: { "aws:AssumedRoot": "true" } },
    },
  ],
  proof: [
    denied("the root user creates no access key for itself", "iam:CreateAccessKey", `arn:aws:iam::${MEMBER}:user/alice`, root),
    denied("it does not close the account", "account:CloseAccount", `arn:aws:account::${MEMBER}:account`, root),
    denied("it changes no bucket policy", "s3:PutBucketPolicy", BUCKET, root),
    denied("it makes no role to come back with", "iam:CreateRole", `arn:aws:iam::${MEMBER}:role/later`, root),
    works("a session of AssumeRoot removes a bucket policy that locks everybody out", "s3:DeleteBucketPolicy", BUCKET, rootSession),
    works("a session of AssumeRoot removes a queue policy", "sqs:SetQueueAttributes", `arn:aws:sqs:eu-central-1:${MEMBER}:locked`, rootSession),
    works("administrators work as before", "s3:PutBucketPolicy", BUCKET),
    works("a role that is named root is not the root user", "s3:PutBucketPolicy", BUCKET, { principal: `arn:aws:iam::${MEMBER}:role/root` }),
    works("the management account opens such sessions", "sts:AssumeRoot", WHO.root, { principal: WHO.management }),
  ],
};
