import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { textsOf } from "../parameters.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";
import { COMES_WITH, NEVER_CUT_OFF } from "./never-cut-off.ts";

const MODEL = `arn:aws:sagemaker:eu-central-1:${MEMBER}:model/one`;
const only = (...services: string[]) => ({ parameters: { services } });

export const serviceAllowList: StatementGuardrail = {
  name: "service-allow-list",
  title: "Only the listed services are used, and those that must never be cut off",
  form: "scp",
  reason: "A service that nobody uses is one that nobody watches. A new one of AWS's is off until somebody has looked at it.",
  source: 'Organizations User Guide, "SCP evaluation", "Strategies for using SCPs"; IAM User Guide, "IAM JSON policy elements: NotAction"',
  rows: [131],
  parameters: [
    { name: "services", kind: "strings", form: "service", example: ["dynamodb", "ec2", "lambda", "rds", "s3"], description: "Prefixes of actions that may be used, as in `s3:GetObject`; what a service does not work without comes along." },
  ],
  leaves: [
    "What already runs in a service that is cut off keeps running, and costing.",
    "Actions of a listed service that reach far: other guardrails are for those.",
    "Identity, sign-in, bills, support, keys, what records and watches, and what rolls baselines out are always left alone.",
  ],
  statements: (settings) => {
    const services = textsOf(settings, "services");
    const allowed = new Set([...NEVER_CUT_OFF, ...services, ...services.flatMap((service) => COMES_WITH[service] ?? [])]);
    return [
      { Sid: "ListedServicesOnly", Effect: "Deny", NotAction: [...allowed].map((service) => `${service}:*`).toSorted(), Resource: "*", Condition: unlessExempt(settings) },
    ];
  },
  proof: [
    denied("an administrator uses no service that is not on the list", "sagemaker:CreateModel", MODEL),
    denied("nor reads in one", "sagemaker:DescribeModel", MODEL),
    denied("nor does the root user", "sagemaker:CreateModel", MODEL, { principal: WHO.root }),
    denied("nor does a service with the caller's session", "sagemaker:CreateModel", MODEL, { context: { "aws:ViaAWSService": "true" } }),
    denied("a service whose name begins alike is another one", "s3-outposts:CreateBucket", `arn:aws:s3-outposts:eu-central-1:${MEMBER}:outpost/op-1/bucket/shop`, only("s3")),
    works("services on the list are used", "s3:CreateBucket", "arn:aws:s3:::shop"),
    works("with what they need beside them", "elasticloadbalancing:CreateLoadBalancer", `arn:aws:elasticloadbalancing:eu-central-1:${MEMBER}:loadbalancer/app/shop/1`, only("ec2")),
    works("containers come from their registry", "ecr:BatchGetImage", `arn:aws:ecr:eu-central-1:${MEMBER}:repository/shop`, only("ecs")),
    works("roles are made", "iam:CreateRole", `arn:aws:iam::${MEMBER}:role/app`, only("s3")),
    works("people sign in", "sts:AssumeRole", `arn:aws:iam::${MEMBER}:role/app`, only("s3")),
    works("trails go on", "cloudtrail:CreateTrail", `arn:aws:cloudtrail:eu-central-1:${MEMBER}:trail/audit`, only("s3")),
    works("keys are used", "kms:Decrypt", `arn:aws:kms:eu-central-1:${MEMBER}:key/1`, only("s3")),
    works("machines are managed and entered", "ssm:StartSession", `arn:aws:ec2:eu-central-1:${MEMBER}:instance/i-1`, only("ec2")),
    works("bills are seen", "ce:GetCostAndUsage", `arn:aws:ce::${MEMBER}:billingview/primary`, only("s3")),
    works("backups are made", "backup-storage:MountCapsule", undefined, { principal: `arn:aws:iam::${MEMBER}:role/service-role/AWSBackupDefaultServiceRole`, ...only("s3") }),
    works("support is asked", "support:CreateCase", undefined, only("s3")),
    works("stacks are deployed", "cloudformation:CreateStack", `arn:aws:cloudformation:eu-central-1:${MEMBER}:stack/shop/1`, only("s3")),
    works("what was left in a service that was cut off is taken away", "sagemaker:DeleteModel", MODEL, { principal: WHO.landfall }),
  ],
};
