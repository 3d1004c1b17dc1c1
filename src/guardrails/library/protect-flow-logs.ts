import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { textsOf } from "../parameters.ts";
import { denied, WHO, works } from "../proof.ts";

const FLOW_LOG = "arn:aws:ec2:eu-central-1:111111111111:vpc-flow-log/fl-0123456789abcdef0";
const group = (name: string): string => `arn:aws:logs:eu-central-1:111111111111:log-group:${name}`;

/** The ARN of a log group ends in `:*` for some actions and without it for others; streams are below it. */
const groupsOf = (partition: string, names: readonly string[]): string[] =>
  names.flatMap((name) => [`arn:${partition}:logs:*:*:log-group:${name}`, `arn:${partition}:logs:*:*:log-group:${name}:*`]);

export const protectFlowLogs: StatementGuardrail = {
  name: "protect-flow-logs",
  title: "Nobody inside an account deletes flow logs, or the log groups they go to",
  form: "scp",
  reason: "Flow logs show who talked to whom. They cannot be changed, only deleted, so that is what is denied; a log group that keeps its entries for a day is as good as deleted.",
  source: 'aws-samples, "service-control-policy-examples"; VPC User Guide, "Flow logs"',
  rows: [98, 110],
  parameters: [
    { name: "logGroups", kind: "strings", default: ["*flow-log*", "*flowlog*"], description: "Names of the log groups that hold flow logs." },
  ],
  leaves: [
    "A stack that holds a VPC with its flow log cannot be deleted without a role that is let through.",
    "Flow logs in a bucket are for `protect-log-archive`.",
    "A flow log stops where the role that writes it loses its rights: let the baseline make that role as `landfall-…`, which `protect-org-roles` keeps.",
  ],
  statements: (settings) => [
    { Sid: "FlowLogsStay", Effect: "Deny", Action: "ec2:DeleteFlowLogs", Resource: "*", Condition: unlessExempt(settings) },
    {
      Sid: "FlowLogGroupsStay",
      Effect: "Deny",
      Action: [
        "logs:AssociateKmsKey", "logs:DeleteLogGroup", "logs:DeleteLogStream", "logs:DeleteSubscriptionFilter",
        "logs:PutDataProtectionPolicy", "logs:PutLogGroupDeletionProtection", "logs:PutRetentionPolicy",
      ],
      Resource: groupsOf(settings.partition, textsOf(settings, "logGroups")),
      Condition: unlessExempt(settings),
    },
  ],
  proof: [
    denied("an administrator cannot delete a flow log", "ec2:DeleteFlowLogs", FLOW_LOG),
    denied("nor can the root user", "ec2:DeleteFlowLogs", FLOW_LOG, { principal: WHO.root }),
    denied("nor a stack that acts with the administrator's session", "ec2:DeleteFlowLogs", FLOW_LOG, { context: { "aws:ViaAWSService": "true" } }),
    denied("nor the log group behind it", "logs:DeleteLogGroup", group("/vpc/flow-logs")),
    denied("nor a stream in it", "logs:DeleteLogStream", group("/vpc/flow-logs:log-stream:eni-1")),
    denied("nor have its entries kept for a day only", "logs:PutRetentionPolicy", group("/vpc/flow-logs")),
    denied("nor have them encrypted with a key that he can delete", "logs:AssociateKmsKey", group("/vpc/flow-logs")),
    denied("nor have addresses in them hidden", "logs:PutDataProtectionPolicy", group("/vpc/flow-logs")),
    works("an application hides what is personal in its own", "logs:PutDataProtectionPolicy", group("/aws/lambda/shop")),
    works("a flow log is added", "ec2:CreateFlowLogs", FLOW_LOG),
    works("an application's log group is deleted", "logs:DeleteLogGroup", group("/aws/lambda/shop")),
    works("flow logs go on being written", "logs:PutLogEvents", group("/vpc/flow-logs:log-stream:eni-1"), { principal: "arn:aws:iam::111111111111:role/flow-log-writer" }),
    works("the baseline replaces its own", "ec2:DeleteFlowLogs", FLOW_LOG, { principal: WHO.stackSets }),
    works("landfall changes how long they are kept", "logs:PutRetentionPolicy", group("/vpc/flow-logs"), { principal: WHO.landfall }),
  ],
};
