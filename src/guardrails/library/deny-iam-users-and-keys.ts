import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { textsOf } from "../parameters.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const user = (name: string): string => `arn:aws:iam::${MEMBER}:user/${name}`;

/** What gives somebody a credential that does not end by itself. */
const CREDENTIALS = [
  "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreateServiceSpecificCredential", "iam:CreateUser",
  "iam:ResetServiceSpecificCredential", "iam:UpdateLoginProfile", "iam:UploadSSHPublicKey", "iam:UploadSigningCertificate",
  "lightsail:CreateBucketAccessKey",
];

export const denyIamUsersAndKeys: StatementGuardrail = {
  name: "deny-iam-users-and-keys",
  title: "No IAM users, passwords or access keys are made",
  form: "scp",
  reason: "People come through single sign-on and pipelines by role, with credentials that end. A key that does not is what leaks, and the first thing that an attacker makes to come back.",
  source: 'aws-samples, "service-control-policy-examples"; IAM User Guide, "Security best practices in IAM"',
  rows: [113, 124, 130],
  parameters: [
    { name: "users", kind: "strings", form: "role", default: [], example: ["ses-smtp/*"], description: "Names, with their paths, of users that may be made and given keys all the same, such as those that send mail by SMTP." },
  ],
  leaves: [
    "Users and keys that are there go on working, and an access key that is inactive can be made active again.",
    "New ways to sign in without a user are for `deny-federation-changes` and `deny-new-ways-in`.",
    "A user that is named here can be given any rights by the account's administrator.",
  ],
  statements: (settings) => {
    const except = textsOf(settings, "users").map((name) => `arn:${settings.partition}:iam::*:user/${name}`);
    return [{ Sid: "NoLongLivedCredentials", Effect: "Deny", Action: CREDENTIALS, ...(except.length === 0 ? { Resource: "*" } : { NotResource: except }), Condition: unlessExempt(settings) }];
  },
  proof: [
    denied("an administrator makes no user", "iam:CreateUser", user("eve")),
    denied("nor a key for one that is there", "iam:CreateAccessKey", user("alice")),
    denied("nor a password", "iam:CreateLoginProfile", user("alice")),
    denied("nor changes one to get in", "iam:UpdateLoginProfile", user("alice")),
    denied("nor an API key for a service", "iam:CreateServiceSpecificCredential", user("alice")),
    denied("nor a key to a bucket of Lightsail", "lightsail:CreateBucketAccessKey", `arn:aws:lightsail:eu-central-1:${MEMBER}:Bucket/1`),
    denied("a user gives himself no second key", "iam:CreateAccessKey", user("alice"), { principal: WHO.user }),
    denied("nor does the root user get one", "iam:CreateAccessKey", user("alice"), { principal: WHO.root }),
    denied("nor does a stack make one", "iam:CreateUser", user("eve"), { context: { "aws:ViaAWSService": "true" } }),
    denied("with exceptions, all others are still denied", "iam:CreateUser", user("eve"), { parameters: { users: ["ses-smtp/*"] } }),
    works("users that are named are made", "iam:CreateUser", user("ses-smtp/shop"), { parameters: { users: ["ses-smtp/*"] } }),
    works("roles are made", "iam:CreateRole", `arn:aws:iam::${MEMBER}:role/app`),
    works("a key that leaked is switched off", "iam:UpdateAccessKey", user("alice")),
    works("and deleted", "iam:DeleteAccessKey", user("alice")),
    works("people take short sessions", "sts:AssumeRole", `arn:aws:iam::${MEMBER}:role/app`, { principal: WHO.person }),
    works("break-glass makes a user in need", "iam:CreateUser", user("eve"), { principal: WHO.breakGlass }),
  ],
};
