import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { textsOf } from "../parameters.ts";
import { denied, MEMBER, SIBLING, WHO, works } from "../proof.ts";

const own = { context: { "aws:ResourceAccount": MEMBER, "aws:ResourceOrgID": "o-exampleorgid", "aws:PrincipalOrgID": "o-exampleorgid" } };
const others = { resourceAccount: SIBLING, context: { ...own.context, "aws:ResourceAccount": SIBLING } };
const awsOwn = { resourceAccount: "555555555555", context: { ...own.context, "aws:ResourceAccount": "555555555555", "aws:ResourceOrgID": "o-awsitselforg" } };
const role = `arn:aws:iam::${SIBLING}:role/deploy`;

/**
 * Where data and ways into other accounts are. Unconfirmed: that mounts of Elastic File System and calls of an API or of a
 * search domain carry aws:ResourceAccount, as requests to most services do.
 */
const REACHING_OUT = [
  "cassandra:*", "codeartifact:*", "codecommit:*", "dsql:DbConnect*", "dynamodb:*", "ecr:*", "elasticfilesystem:Client*",
  "es:ESHttp*", "events:PutEvents", "execute-api:*", "firehose:Put*", "glue:*", "kafka-cluster:*", "kinesis:*", "kms:*",
  "lambda:Invoke*", "s3:*", "s3express:*", "s3tables:*", "s3vectors:*", "secretsmanager:*", "sns:Publish", "sqs:*",
  "ssm:GetParameter*", "states:StartExecution", "states:StartSyncExecution", "sts:AssumeRole",
];

/**
 * Buckets of AWS itself, from which agents, packages and layers of images come, belong to another organization and stay
 * reachable: only what belongs to this organization and to another account of it is denied.
 */
export const stayInAccount: StatementGuardrail = {
  name: "stay-in-account",
  title: "Nobody reaches data of, or roles in, another account of the organization",
  form: "scp",
  reason: "A sandbox holds no company data, and an administrator of development has no business in production, even where a role or a bucket there trusts more than it should.",
  source: 'aws-samples, "data-perimeter-policy-examples"; IAM User Guide, "aws:ResourceAccount" and "aws:ResourceOrgID"',
  rows: [2, 51, 64, 70, 72, 85, 130],
  parameters: [
    { name: "accounts", kind: "strings", form: "account", default: [], example: ["333333333333"], description: "Ids of accounts that may be reached all the same: shared images, packages, log archives." },
  ],
  leaves: [
    "Ways through the network: `sandbox-boundaries` and `deny-network-escape`.",
    "What another account does here with a role that trusts it.",
    "Services on the list only; a few actions do not carry aws:ResourceAccount.",
    "Accounts outside of the organization.",
  ],
  statements: (settings) => [
    {
      Sid: "OwnAccountOnly",
      Effect: "Deny",
      Action: REACHING_OUT,
      Resource: "*",
      Condition: {
        StringEquals: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" },
        StringNotEquals: { "aws:ResourceAccount": ["${aws:PrincipalAccount}", ...textsOf(settings, "accounts")] },
        ...unlessExempt(settings),
      },
    },
  ],
  proof: [
    denied("an administrator reads no bucket of another account", "s3:GetObject", "arn:aws:s3:::production-orders/1", others),
    denied("nor a table", "dynamodb:GetItem", `arn:aws:dynamodb:eu-central-1:${SIBLING}:table/orders`, others),
    denied("nor a secret", "secretsmanager:GetSecretValue", `arn:aws:secretsmanager:eu-central-1:${SIBLING}:secret:orders-1`, others),
    denied("nor a file system", "elasticfilesystem:ClientMount", `arn:aws:elasticfilesystem:eu-central-1:${SIBLING}:file-system/fs-1`, others),
    denied("nor calls an API there", "execute-api:Invoke", `arn:aws:execute-api:eu-central-1:${SIBLING}:api/prod/POST/orders`, others),
    denied("nor starts what goes on there", "states:StartExecution", `arn:aws:states:eu-central-1:${SIBLING}:stateMachine:orders`, others),
    denied("nor searches", "es:ESHttpGet", `arn:aws:es:eu-central-1:${SIBLING}:domain/orders`, others),
    denied("nor what tables of analytics hold", "s3tables:GetTableData", `arn:aws:s3tables:eu-central-1:${SIBLING}:bucket/lake/table/1`, others),
    denied("nor a function by its address", "lambda:InvokeFunctionUrl", `arn:aws:lambda:eu-central-1:${SIBLING}:function:orders`, others),
    denied("nor becomes a role there, even one that trusts him", "sts:AssumeRole", role, others),
    denied("nor does the root user get in", "s3:GetObject", "arn:aws:s3:::production-orders/1", { ...others, principal: WHO.root }),
    denied("nor a service with the caller's session", "s3:GetObject", "arn:aws:s3:::production-orders/1", { ...others, context: { ...others.context, "aws:ViaAWSService": "true" } }),
    works("his own data is his", "s3:GetObject", "arn:aws:s3:::sandbox/1", own),
    works("so are his roles", "sts:AssumeRole", `arn:aws:iam::${MEMBER}:role/app`, own),
    works("packages and agents come from buckets of AWS", "s3:GetObject", "arn:aws:s3:::amazonlinux-2-repos-eu-central-1/1", awsOwn),
    works("a parameter of AWS tells the newest image", "ssm:GetParameter", "arn:aws:ssm:eu-central-1::parameter/aws/service/ami-amazon-linux-latest/al2023", awsOwn),
    works("images come from an account that is named", "ecr:BatchGetImage", `arn:aws:ecr:eu-central-1:${SIBLING}:repository/base`, { ...others, parameters: { accounts: [SIBLING] } }),
    works("requests whose resource AWS does not tell are let through", "s3:ListAllMyBuckets"),
    works("shared subnets are used", "ec2:RunInstances", `arn:aws:ec2:eu-central-1:${SIBLING}:subnet/subnet-1`, others),
    works("break-glass reaches other accounts", "sts:AssumeRole", role, { ...others, principal: WHO.breakGlass }),
  ],
};
