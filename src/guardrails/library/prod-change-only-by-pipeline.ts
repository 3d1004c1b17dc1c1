import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { textsOf } from "../parameters.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";
import { CHANGING_ACTIONS } from "./changing-actions.ts";
import { permissionSetRoles } from "./permission-set-roles.ts";

const FUNCTION = `arn:aws:lambda:eu-central-1:${MEMBER}:function:shop`;
const STACK = `arn:aws:cloudformation:eu-central-1:${MEMBER}:stack/shop/1`;
const role = (name: string): string => `arn:aws:iam::${MEMBER}:role/${name}`;
const pipeline = { principal: role("pipeline-deploy") };
const sre = (name: string) => ({ principal: role(`aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_${name}_0123456789abcdef`), parameters: { deployers: ["pipeline-*"], permissionSets: ["SRE"] } });
const app = { principal: role("app") };

export const prodChangeOnlyByPipeline: StatementGuardrail = {
  name: "prod-change-only-by-pipeline",
  title: "Only pipelines, a named team and break-glass change how production is built",
  form: "scp",
  reason: "What changes production has been reviewed and tested. Applications go on reading and writing their data: they are told apart by what they do, since their roles have no names that AWS knows.",
  source: '"Organizing Your AWS Environment Using Multiple Accounts", "Workloads OU"; Service Authorization Reference',
  rows: [70, 101, 102, 124],
  parameters: [
    { name: "deployers", kind: "strings", form: "role", example: ["pipeline-*"], description: "Names of the roles that pipelines deploy with, the execution roles of CloudFormation and controllers in clusters among them." },
    { name: "permissionSets", kind: "strings", form: "role", default: [], example: ["SRE"], description: "Names of permission sets whose people may change production." },
  ],
  leaves: [
    "Data: objects, items and messages are written by applications, and by whoever has an application's role; `people-read-only` stops people.",
    "A task that runs again with another command, a pipeline that is started again.",
    "AWS Backup makes snapshots; to switch recovery to a point in time on it changes the database, and for Windows it sends a command. Name its role among the `deployers` where it is to.",
    "Services that are not on the list. Allow only those that are used with `service-allow-list`.",
    "Roles of controllers, such as a cluster's load balancer controller, change production and have to be named.",
  ],
  statements: (settings) => {
    const deployers = textsOf(settings, "deployers").map((name) => `arn:${settings.partition}:iam::*:role/${name}`);
    const exempt = [...settings.exempt, ...deployers, ...permissionSetRoles(settings.partition, textsOf(settings, "permissionSets"))];
    return [
      { Sid: "OnlyDeployersChange", Effect: "Deny", Action: CHANGING_ACTIONS, Resource: "*", Condition: unlessExempt({ exempt }) },
      { Sid: "DeployersAreNotLent", Effect: "Deny", Action: "iam:PassRole", Resource: [...settings.exempt, ...deployers], Condition: unlessExempt({ exempt }) },
    ];
  },
  proof: [
    denied("an administrator changes no function", "lambda:UpdateFunctionCode", FUNCTION),
    denied("nor a stack", "cloudformation:UpdateStack", STACK),
    denied("nor does he stop a database", "rds:StopDBInstance", `arn:aws:rds:eu-central-1:${MEMBER}:db:orders`),
    denied("nor open a port", "ec2:AuthorizeSecurityGroupIngress", `arn:aws:ec2:eu-central-1:${MEMBER}:security-group/sg-1`),
    denied("nor enter a machine", "ssm:StartSession", `arn:aws:ec2:eu-central-1:${MEMBER}:instance/i-1`),
    denied("nor a container", "ecs:ExecuteCommand", `arn:aws:ecs:eu-central-1:${MEMBER}:task/shop/1`),
    denied("nor does the root user", "lambda:UpdateFunctionCode", FUNCTION, { principal: WHO.root }),
    denied("nor an application's role", "lambda:UpdateFunctionCode", FUNCTION, app),
    denied("nobody starts a build with a text of his own, which runs as the pipeline", "codebuild:StartBuild", `arn:aws:codebuild:eu-central-1:${MEMBER}:project/deploy`),
    denied("nor has a pipeline take another source", "codepipeline:UpdatePipeline", `arn:aws:codepipeline:eu-central-1:${MEMBER}:deploy`),
    denied("nor starts machines by a request for a fleet", "ec2:CreateFleet", `arn:aws:ec2:eu-central-1:${MEMBER}:fleet/1`),
    denied("nor replaces what a machine starts from", "ec2:CreateReplaceRootVolumeTask", `arn:aws:ec2:eu-central-1:${MEMBER}:instance/i-1`),
    denied("nobody makes a role with the name of a pipeline", "iam:CreateRole", role("pipeline-mine")),
    denied("nobody has a pipeline's role trust him", "iam:UpdateAssumeRolePolicy", role("pipeline-deploy")),
    denied("nobody gives a pipeline's role to a task of his own", "iam:PassRole", role("pipeline-deploy"), { context: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } }),
    denied("a permission set whose name only begins alike changes nothing", "lambda:UpdateFunctionCode", FUNCTION, sre("SRE_Visitors")),
    works("a pipeline deploys", "cloudformation:UpdateStack", STACK, pipeline),
    works("it makes roles and hands them on", "iam:PassRole", role("app"), pipeline),
    works("and starts builds", "codebuild:StartBuild", `arn:aws:codebuild:eu-central-1:${MEMBER}:project/deploy`, pipeline),
    works("a release is approved by whoever may", "codepipeline:PutApprovalResult", `arn:aws:codepipeline:eu-central-1:${MEMBER}:deploy/Release/Approve`),
    works("even its own", "iam:PassRole", role("pipeline-deploy"), pipeline),
    works("people of the named team change what they must", "lambda:UpdateFunctionCode", FUNCTION, sre("SRE")),
    works("everybody else looks", "lambda:GetFunction", FUNCTION),
    works("applications write their data", "dynamodb:PutItem", `arn:aws:dynamodb:eu-central-1:${MEMBER}:table/orders`, app),
    works("functions get their network interfaces", "ec2:CreateNetworkInterface", `arn:aws:ec2:eu-central-1:${MEMBER}:network-interface/*`, app),
    works("a schedule starts a task with its role", "iam:PassRole", role("app"), { principal: role("scheduler"), context: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } }),
    works("secrets are rotated", "secretsmanager:PutSecretValue", `arn:aws:secretsmanager:eu-central-1:${MEMBER}:secret:orders-1`, app),
    works("backups are made", "rds:CreateDBSnapshot", `arn:aws:rds:eu-central-1:${MEMBER}:snapshot:orders-1`, { principal: role("service-role/AWSBackupDefaultServiceRole") }),
    works("machines come and go by Auto Scaling", "ec2:RunInstances", `arn:aws:ec2:eu-central-1:${MEMBER}:instance/i-1`, { principal: WHO.serviceLinked }),
    works("permission sets are rolled out", "iam:PutRolePolicy", role("aws-reserved/sso.amazonaws.com/AWSReservedSSO_ReadOnly_0"), { principal: role("aws-service-role/sso.amazonaws.com/AWSServiceRoleForSSO") }),
  ],
};
