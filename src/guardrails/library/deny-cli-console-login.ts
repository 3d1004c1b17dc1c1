import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const LOCALHOST = `arn:aws:signin:eu-central-1:${MEMBER}:oauth2/public-client/localhost`;

export const denyCliConsoleLogin: StatementGuardrail = {
  name: "deny-cli-console-login",
  title: "A session of the console is not turned into credentials for the command line",
  form: "scp",
  reason: "`aws login` gives programs on a laptop the rights of whoever is in the console, root user included, past the sessions of Identity Center and their length.",
  source: 'aws-samples, "service-control-policy-examples"; AWS Sign-In User Guide, "Login for AWS local development"',
  rows: [113],
  parameters: [],
  leaves: [
    "`aws sso login` with Identity Center goes on and is what people should use.",
    "Account access manager's sign-in for the command line uses the same actions and stops working.",
  ],
  statements: (settings) => [
    { Sid: "NoLoginOfPrograms", Effect: "Deny", Action: ["signin:AuthorizeOAuth2Access", "signin:CreateOAuth2Token"], Resource: "*", Condition: unlessExempt(settings) },
  ],
  proof: [
    denied("nobody lets a program in", "signin:AuthorizeOAuth2Access", LOCALHOST),
    denied("nor gets a token for one", "signin:CreateOAuth2Token", LOCALHOST),
    denied("nor does the root user", "signin:AuthorizeOAuth2Access", LOCALHOST, { principal: WHO.root }),
    works("people work in the console", "ec2:DescribeInstances", undefined, { principal: WHO.person }),
    works("tokens that are out are called back", "signin:RevokeOAuth2Token", LOCALHOST),
    works("programs assume roles", "sts:AssumeRole", `arn:aws:iam::${MEMBER}:role/app`),
  ],
};
