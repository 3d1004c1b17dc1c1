import type { StatementGuardrail } from "../guardrail.ts";
import { textsOf } from "../parameters.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";
import { actionsOf, DATA_SERVICES } from "../rcp.ts";

const OBJECT = "arn:aws:s3:::shop/orders";
const secure = (value: boolean) => ({ context: { "aws:SecureTransport": String(value) } });

/** AWS says that the key is always there, so a request without it, which its samples deny too, is not to be expected. */
export const tlsOnly: StatementGuardrail = {
  name: "tls-only",
  title: "Data, keys and secrets are reached over TLS only",
  form: "rcp",
  reason: "S3 and SQS still answer on a port without encryption, and whoever is on the way reads along.",
  source: 'aws-samples, "resource-control-policy-examples"; IAM User Guide, "aws:SecureTransport"',
  rows: [103, 120],
  parameters: [{ name: "services", kind: "strings", form: "service", default: DATA_SERVICES, description: "Prefixes of the services, out of those that RCPs reach." }],
  leaves: ["Old versions of TLS: AWS itself takes 1.2 and later.", "What an application sends to its own customers.", "Unconfirmed: that the key is there in each call of a service as itself; those calls are let through."],
  statements: (settings) => [
    {
      Sid: "NoPlainText",
      Effect: "Deny",
      Principal: "*",
      Action: [...actionsOf(textsOf(settings, "services")), "sts:*"],
      Resource: "*",
      Condition: { BoolIfExists: { "aws:SecureTransport": "false", "aws:PrincipalIsAWSService": "false" } },
    },
  ],
  proof: [
    denied("nothing is read in plain text", "s3:GetObject", OBJECT, secure(false)),
    denied("nor by somebody who does not sign in", "s3:GetObject", OBJECT, { ...secure(false), principal: "anonymous" }),
    denied("nor from another organization", "s3:GetObject", OBJECT, { ...secure(false), principal: WHO.outsider }),
    denied("nor is a message sent", "sqs:SendMessage", `arn:aws:sqs:eu-central-1:${MEMBER}:orders`, secure(false)),
    denied("nor a role assumed", "sts:AssumeRole", `arn:aws:iam::${MEMBER}:role/app`, secure(false)),
    denied("nor by a role that other guardrails let through", "s3:GetObject", OBJECT, { ...secure(false), principal: WHO.landfall }),
    works("over TLS all is as before", "s3:GetObject", OBJECT, secure(true)),
    works("for messages too", "sqs:SendMessage", `arn:aws:sqs:eu-central-1:${MEMBER}:orders`, secure(true)),
    works("services deliver as themselves", "s3:PutObject", OBJECT, { principal: "cloudtrail.amazonaws.com" }),
    works("service-linked roles go on", "kms:Decrypt", `arn:aws:kms:eu-central-1:${MEMBER}:key/1`, { ...secure(false), principal: WHO.serviceLinked }),
  ],
};
