import type { PolicyStatement } from "../../policy/index.ts";
import { sidOf } from "../content.ts";
import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { textsOf } from "../parameters.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";

const INSTANCE = `arn:aws:ec2:eu-central-1:${MEMBER}:instance/i-1`;
const TABLE = `arn:aws:dynamodb:eu-central-1:${MEMBER}:table/orders`;
const DATABASE = `arn:aws:rds:eu-central-1:${MEMBER}:db:orders`;
const tagged = { context: { "aws:RequestTag/Environment": "prod" } };
const two = { tags: ["Environment", "Owner"] };

/**
 * Actions that take tags with the request, each only for the resource that it creates: the image and the subnet of a
 * launch carry no tag of the request. Left out are volumes of a launch and whatever AWS tags in a second call.
 */
const CREATED = [
  { actions: ["ec2:RunInstances"], resource: "ec2:*:*:instance/*" },
  { actions: ["ec2:CreateVolume"], resource: "ec2:*:*:volume/*" },
  { actions: ["rds:CreateDBInstance"], resource: "rds:*:*:db:*" },
  { actions: ["rds:CreateDBCluster"], resource: "rds:*:*:cluster:*" },
  { actions: ["dynamodb:CreateTable"], resource: "dynamodb:*:*:table/*" },
  { actions: ["lambda:CreateFunction"], resource: "lambda:*:*:function:*" },
];

export const requireTagsOnCreate: StatementGuardrail = {
  name: "require-tags-on-create",
  title: "Machines, volumes, databases, tables and functions are created with the tags that costs are counted by",
  form: "scp",
  reason: "A resource without a tag is on nobody's bill. Tag policies say which values a tag may have; only this makes one be there.",
  source: 'IAM User Guide, "Controlling access during AWS requests", aws:RequestTag; Organizations User Guide, "Example SCPs for tagging resources"',
  rows: [127, 141],
  parameters: [{ name: "tags", kind: "strings", default: ["Environment"], description: "Keys of the tags that have to be there, in their exact case." }],
  leaves: [
    "What comes out of a fleet, a snapshot or a backup, which have their tags from a template or from what was saved.",
    "Only the actions on the list; others do not take tags with the request, or do not for all clients.",
    "Tags can be taken off later, and their values may be anything: that is for tag policies.",
    "What services create with their service-linked roles, such as machines of Auto Scaling.",
  ],
  statements: (settings) =>
    textsOf(settings, "tags").map((tag): PolicyStatement => ({
      Sid: `Tagged${sidOf(tag)}`,
      Effect: "Deny",
      Action: CREATED.flatMap(({ actions }) => actions),
      Resource: CREATED.map(({ resource }) => `arn:${settings.partition}:${resource}`),
      Condition: { Null: { [`aws:RequestTag/${tag}`]: "true" }, ...unlessExempt(settings) },
    })),
  proof: [
    denied("no machine starts without the tag", "ec2:RunInstances", INSTANCE),
    denied("no table is created without it", "dynamodb:CreateTable", TABLE),
    denied("no database is", "rds:CreateDBInstance", DATABASE, { principal: WHO.root }),
    denied("another tag does not help", "lambda:CreateFunction", `arn:aws:lambda:eu-central-1:${MEMBER}:function:shop`, { context: { "aws:RequestTag/Name": "shop" } }),
    denied("where two tags are asked for, one is too few", "ec2:RunInstances", INSTANCE, { ...tagged, parameters: two }),
    works("machines start with the tag", "ec2:RunInstances", INSTANCE, tagged),
    works("the subnet and the image of a launch carry none", "ec2:RunInstances", `arn:aws:ec2:eu-central-1:${MEMBER}:subnet/subnet-1`),
    works("tables are created with it", "dynamodb:CreateTable", TABLE, tagged),
    works("with both tags all is well", "ec2:RunInstances", INSTANCE, { context: { ...tagged.context, "aws:RequestTag/Owner": "shop" }, parameters: two }),
    works("Auto Scaling starts machines", "ec2:RunInstances", INSTANCE, { principal: WHO.serviceLinked }),
    works("baselines need no tag", "lambda:CreateFunction", `arn:aws:lambda:eu-central-1:${MEMBER}:function:landfall`, { principal: WHO.stackSets }),
  ],
};
