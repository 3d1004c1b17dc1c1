import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { textsOf } from "../parameters.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";
import { everyPermissionSetRole, permissionSetRoles } from "./permission-set-roles.ts";
import { READING_ACTIONS } from "./reading-actions.ts";

const person = { principal: WHO.person };
const sre = { principal: `arn:aws:iam::${MEMBER}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_SRE_0123456789abcdef`, parameters: { permissionSets: ["SRE"] } };
const INSTANCE = `arn:aws:ec2:eu-central-1:${MEMBER}:instance/i-1`;

export const peopleReadOnly: StatementGuardrail = {
  name: "people-read-only",
  title: "People only look at how things are, whatever their permission set says",
  form: "scp",
  reason: "Everything that is not on a list of reading is denied to people, so a permission set that grants too much, or a service that is new, changes nothing. Taking on a role of the account is denied as well: it would be the way around.",
  source: 'IAM Identity Center User Guide, "Referencing permission sets in resource policies"; AWS Managed Policy Reference, "ViewOnlyAccess"',
  rows: [72, 101, 102, 138],
  parameters: [
    { name: "permissionSets", kind: "strings", form: "role", default: [], example: ["SRE"], description: "Names of permission sets whose people may do more." },
    { name: "alsoActions", kind: "strings", form: "action", default: [], example: ["s3:GetObject"], description: "Further actions for people, such as reading data." },
  ],
  leaves: [
    "Applications and pipelines, which have roles of their own: `prod-change-only-by-pipeline`.",
    "Roles that trust people through a provider other than Identity Center.",
    "Code and settings of functions, and what machines print, are seen; so are keys of API Gateway and the shared secrets of VPN connections, which AWS gives out with their settings.",
    "Data is not read either: objects, items, secrets, parameters. Give the actions in `alsoActions`.",
  ],
  statements: (settings) => {
    const { partition } = settings;
    const more = permissionSetRoles(partition, textsOf(settings, "permissionSets"));
    return [
      {
        Sid: "PeopleOnlyLook",
        Effect: "Deny",
        NotAction: [...new Set([...READING_ACTIONS, ...textsOf(settings, "alsoActions")])],
        Resource: "*",
        Condition: {
          ArnLike: { "aws:PrincipalArn": [everyPermissionSetRole(partition), `arn:${partition}:iam::*:user/*`, `arn:${partition}:sts::*:federated-user/*`, `arn:${partition}:iam::*:root`] },
          ...unlessExempt({ exempt: [...settings.exempt, ...more] }),
          Null: { "aws:AssumedRoot": "true" },
        },
      },
    ];
  },
  proof: [
    denied("a person who is an administrator stops no machine", "ec2:StopInstances", INSTANCE, person),
    denied("nor deletes data", "s3:DeleteObject", "arn:aws:s3:::shop/1", person),
    denied("nor reads it", "s3:GetObject", "arn:aws:s3:::shop/1", person),
    denied("nor reads a secret", "secretsmanager:GetSecretValue", `arn:aws:secretsmanager:eu-central-1:${MEMBER}:secret:orders-1`, person),
    denied("nor takes the credentials of a pipeline's job, which AWS calls reading", "codepipeline:GetJobDetails", undefined, person),
    denied("nor takes on a role that may more", "sts:AssumeRole", `arn:aws:iam::${MEMBER}:role/pipeline-deploy`, person),
    denied("nor hands one to a service", "iam:PassRole", `arn:aws:iam::${MEMBER}:role/app`, person),
    denied("nor starts something by another service", "lambda:InvokeFunction", `arn:aws:lambda:eu-central-1:${MEMBER}:function:shop`, person),
    denied("nor does a user with keys", "ec2:StopInstances", INSTANCE, { principal: WHO.user }),
    denied("nor does a session that such a user passed on", "ec2:StopInstances", INSTANCE, { principal: `arn:aws:sts::${MEMBER}:federated-user/eve`, issuerArn: WHO.user }),
    denied("nor does the root user", "ec2:StopInstances", INSTANCE, { principal: WHO.root }),
    denied("nor does anybody use a service that is not on the list", "braket:CreateQuantumTask", `arn:aws:braket:eu-central-1:${MEMBER}:quantum-task/1`, person),
    works("people look at machines", "ec2:DescribeInstances", undefined, person),
    works("and at logs", "logs:StartQuery", `arn:aws:logs:eu-central-1:${MEMBER}:log-group:shop`, person),
    works("and at policies", "iam:GetRolePolicy", `arn:aws:iam::${MEMBER}:role/app`, person),
    works("and open support cases", "support:CreateCase", undefined, person),
    works("where it is allowed, they read data", "s3:GetObject", "arn:aws:s3:::shop/1", { ...person, parameters: { alsoActions: ["s3:GetObject"] } }),
    works("people of a named permission set do more", "ec2:StopInstances", INSTANCE, sre),
    works("applications and pipelines go on", "ec2:StopInstances", INSTANCE),
    works("a session of AssumeRoot repairs a bucket", "s3:DeleteBucketPolicy", "arn:aws:s3:::shop", { principal: WHO.root, context: { "aws:AssumedRoot": "true" } }),
    works("break-glass does what it must", "ec2:StopInstances", INSTANCE, { principal: WHO.breakGlass }),
  ],
};
