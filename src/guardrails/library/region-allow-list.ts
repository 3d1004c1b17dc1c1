import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { textsOf } from "../parameters.ts";
import { denied, WHO, works } from "../proof.ts";
import { GLOBAL_ACTIONS } from "./global-actions.ts";

const at = (region: string) => ({ context: { "aws:RequestedRegion": region } });
const instance = (region: string): string => `arn:aws:ec2:${region}:111111111111:instance/i-0123456789abcdef0`;

export const regionAllowList: StatementGuardrail = {
  name: "region-allow-list",
  title: "Nothing happens outside the allowed Regions, except in services that are global",
  form: "scp",
  reason: "Whoever watches two Regions does not see what runs in the thirty others, and data may not leave the places where it is allowed to be.",
  source: 'IAM User Guide, "AWS: Denies access to AWS based on the requested Region"; Control Tower Guide, "Deny access to AWS based on the requested AWS Region"',
  rows: [68, 100, 105],
  parameters: [
    { name: "regions", kind: "strings", form: "region", from: "regions", description: "The Regions in which everything goes on working: the governed Regions of the file, if none are given." },
    { name: "alsoActions", kind: "strings", form: "action", default: [], example: ["bedrock:InvokeModel*"], description: "Actions that may call any Region, beside those of AWS's global services." },
  ],
  leaves: [
    "`kms:*` and `config:*` count as global in AWS's list, so keys and Config in other Regions are not stopped.",
    "Cross-Region inference of Bedrock calls other Regions and is denied; give its actions in `alsoActions`. For profiles that are global AWS names the Region `unspecified`, which can stand among `regions`.",
    "Opt-in Regions can still be switched on, but nothing can be done in them; `deny-region-enable` stops that too.",
    "What already runs in other Regions keeps running, and services go on acting for it with their service-linked roles.",
    "An object of S3 in another Region is denied by the Region of the request, whoever owns it.",
  ],
  statements: (settings) => [
    {
      Sid: "AllowedRegionsOnly",
      Effect: "Deny",
      NotAction: [...new Set([...GLOBAL_ACTIONS, ...textsOf(settings, "alsoActions")])],
      Resource: "*",
      Condition: { StringNotEquals: { "aws:RequestedRegion": textsOf(settings, "regions") }, ...unlessExempt(settings) },
    },
  ],
  proof: [
    denied("an administrator starts no machine in another Region", "ec2:RunInstances", instance("us-west-2"), at("us-west-2")),
    denied("the root user starts none either", "ec2:RunInstances", instance("us-west-2"), { ...at("us-west-2"), principal: WHO.root }),
    denied("us-east-1 is another Region for a service that is not global", "lambda:CreateFunction", "arn:aws:lambda:us-east-1:111111111111:function:miner", at("us-east-1")),
    denied("a service that acts with the caller's session is bound as the caller is", "s3:CreateBucket", "arn:aws:s3:::elsewhere", { context: { "aws:RequestedRegion": "us-west-2", "aws:ViaAWSService": "true" } }),
    works("machines start in an allowed Region", "ec2:RunInstances", instance("eu-west-1"), at("eu-west-1")),
    works("IAM answers from us-east-1", "iam:CreateRole", "arn:aws:iam::111111111111:role/app", at("us-east-1")),
    works("roles are assumed at the global endpoint of STS", "sts:AssumeRole", "arn:aws:iam::111111111111:role/app", at("us-east-1")),
    works("people sign in, wherever sign-in answers", "signin:AuthorizeOAuth2Access", "arn:aws:signin:us-east-1:111111111111:oauth2/public-client/localhost", at("us-east-1")),
    works("DNS, content delivery and support answer from us-east-1", "route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/Z1", at("us-east-1")),
    works("a distribution is changed", "cloudfront:UpdateDistribution", "arn:aws:cloudfront::111111111111:distribution/E1", at("us-east-1")),
    works("a support case is opened", "support:CreateCase", undefined, at("us-east-1")),
    works("an action on the list of exceptions goes anywhere", "bedrock:InvokeModel", "arn:aws:bedrock:us-west-2::foundation-model/one", { ...at("us-west-2"), parameters: { alsoActions: ["bedrock:InvokeModel*"] } }),
    works("StackSets take baselines out of a Region that is no longer allowed", "cloudformation:DeleteStack", "arn:aws:cloudformation:us-west-2:111111111111:stack/StackSet-baseline/1", { ...at("us-west-2"), principal: WHO.stackSets }),
    works("a service-linked role finishes its work there", "ec2:TerminateInstances", instance("us-west-2"), { ...at("us-west-2"), principal: WHO.serviceLinked }),
  ],
};
