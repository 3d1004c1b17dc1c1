import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { denied, MEMBER, MANAGEMENT, SIBLING, WHO, works } from "../proof.ts";

const role = (name: string, account = MEMBER): string => `arn:aws:iam::${account}:role/${name}`;
const STACK = `arn:aws:cloudformation:eu-central-1:${MEMBER}:stack/StackSet-landfall-baseline-1/2`;
const PROVIDER = `arn:aws:iam::${MEMBER}:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE`;
const FAS = { context: { "aws:ViaAWSService": "true", "aws:CalledVia": ["cloudformation.amazonaws.com"] } };

/** What makes a role of a name, changes what it may do or whom it trusts, or hands it to a service. */
const ROLE_CHANGES = [
  "iam:AttachRolePolicy", "iam:CreateRole", "iam:DeleteRole*", "iam:DetachRolePolicy", "iam:PassRole", "iam:PutRole*", "iam:TagRole",
  "iam:UntagRole", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole*",
];
const POLICY_CHANGES = ["iam:CreatePolicy*", "iam:DeletePolicy*", "iam:SetDefaultPolicyVersion"];
const STACK_CHANGES = [
  "cloudformation:CancelUpdateStack", "cloudformation:ContinueUpdateRollback", "cloudformation:CreateChangeSet",
  "cloudformation:CreateStack*", "cloudformation:DeleteStack", "cloudformation:Execute*", "cloudformation:RollbackStack",
  "cloudformation:SetStackPolicy", "cloudformation:UpdateStack", "cloudformation:UpdateTerminationProtection",
];
/** A function that runs with one of these roles, or a document that is carried out with one, is such a role to whoever writes it. */
const CODE_CHANGES = [
  "lambda:AddPermission", "lambda:CreateFunction*", "lambda:DeleteFunction*", "lambda:PutFunction*", "lambda:PutResourcePolicy",
  "lambda:UpdateFunction*", "ssm:CreateDocument", "ssm:DeleteDocument", "ssm:ModifyDocumentPermission", "ssm:UpdateDocument*",
];

/** What is kept besides the roles that are let through. Each action is for one type of these, so one statement holds all. */
const KEPT = [
  "cloudformation:*:*:stack/StackSet-landfall-*", "iam::*:policy/landfall-*", "iam::*:role/aws-reserved/*",
  "lambda:*:*:function:landfall-*", "ssm:*:*:document/landfall-*",
];

/** These trust the management account or a service-linked role only, neither of which SCPs bind. */
const NEVER_ASSUMED_INSIDE = ["AWSControlTowerExecution", "OrganizationAccountAccessRole", "stacksets-exec-*"];

export const protectOrgRoles: StatementGuardrail = {
  name: "protect-org-roles",
  title: "The roles, stacks and sign-in that run the organization are not changed from inside an account",
  form: "scp",
  reason: "Other guardrails let these roles through by name. So an administrator of an account must not be able to make a role of such a name, to change whom it trusts, or to hand it to a service. Attach it wherever another guardrail is.",
  source: 'aws-samples, "service-control-policy-examples"; Organizations User Guide, "Accessing member accounts"',
  rows: [67, 103, 130],
  parameters: [],
  leaves: [
    "A role of such a name that is in an account before this is attached: look for them when an account joins.",
    "Assuming a role that trusts you, such as the security team's read-only role or break-glass, stays possible.",
    "A build project, a machine or a cluster of the account that runs with a role among `exemptRoles` is that role to whoever controls it: keep such things in accounts of their own.",
    "A policy of the account's own that a permission set refers to by name can be changed there; refer to policies of AWS, or write them into the permission set.",
    "Invited accounts have no OrganizationAccountAccessRole; it has to be made there before they join.",
  ],
  statements: (settings) => [
    {
      Sid: "TheirsStays",
      Effect: "Deny",
      Action: [...ROLE_CHANGES, ...POLICY_CHANGES, ...STACK_CHANGES, ...CODE_CHANGES],
      Resource: [...settings.exempt, ...KEPT.map((resource) => `arn:${settings.partition}:${resource}`)],
      Condition: unlessExempt(settings),
    },
    {
      Sid: "RolesAreNotAssumed",
      Effect: "Deny",
      Action: "sts:AssumeRole",
      Resource: NEVER_ASSUMED_INSIDE.map((name) => `arn:${settings.partition}:iam::*:role/${name}`),
      Condition: unlessExempt(settings),
    },
    {
      Sid: "SignInStays",
      Effect: "Deny",
      Action: ["iam:CreateSAMLProvider", "iam:DeleteSAMLProvider", "iam:UpdateSAMLProvider"],
      Resource: `arn:${settings.partition}:iam::*:saml-provider/AWSSSO_*`,
    },
  ],
  proof: [
    denied("an administrator cannot make a role that guardrails let through", "iam:CreateRole", role("landfall-mine")),
    denied("nor one of that name with a path after it", "iam:CreateRole", role("landfall-x/mine")),
    denied("nor through a stack", "iam:CreateRole", role("stacksets-exec-0"), FAS),
    denied("nor have break-glass trust him", "iam:UpdateAssumeRolePolicy", role("break-glass")),
    denied("nor give a Lambda function such a role", "iam:PassRole", role("landfall-member"), { context: { "iam:PassedToService": "lambda.amazonaws.com" } }),
    denied("nor give it more rights", "iam:AttachRolePolicy", role("OrganizationAccountAccessRole")),
    denied("nor delete it", "iam:DeleteRole", role("AWSControlTowerExecution")),
    denied("nor can the root user", "iam:UpdateAssumeRolePolicy", role("landfall-member"), { principal: WHO.root }),
    denied("nor change the roles that Identity Center made", "iam:PutRolePolicy", role("aws-reserved/sso.amazonaws.com/AWSReservedSSO_ReadOnly_0")),
    denied("nobody inside assumes the management account's role", "sts:AssumeRole", role("OrganizationAccountAccessRole")),
    denied("nor that of another account", "sts:AssumeRole", role("OrganizationAccountAccessRole", SIBLING), { resourceAccount: SIBLING }),
    denied("landfall's policies stay as they are", "iam:CreatePolicyVersion", `arn:aws:iam::${MEMBER}:policy/landfall-boundary`),
    denied("stacks of the baseline stay", "cloudformation:DeleteStack", STACK),
    denied("nor are their parts moved to another stack", "cloudformation:ExecuteStackRefactor", STACK),
    denied("nobody puts his own text into a function that runs with such a role", "lambda:UpdateFunctionCode", `arn:aws:lambda:eu-central-1:${MEMBER}:function:landfall-expiry`),
    denied("nor into a document", "ssm:UpdateDocument", `arn:aws:ssm:eu-central-1:${MEMBER}:document/landfall-settings`),
    denied("sign-in stays", "iam:UpdateSAMLProvider", PROVIDER),
    denied("even against roles that are let through elsewhere", "iam:DeleteSAMLProvider", PROVIDER, { principal: WHO.organizationAccess }),
    works("an administrator makes roles of his own", "iam:CreateRole", role("app")),
    works("a name that only has the word in it is his own", "iam:CreateRole", role("my-landfall-app")),
    works("and hands them to services", "iam:PassRole", role("app"), { context: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } }),
    works("he reads the others", "iam:GetRole", role("landfall-member")),
    works("stacks and policies of his own are changed", "cloudformation:DeleteStack", `arn:aws:cloudformation:eu-central-1:${MEMBER}:stack/shop/1`),
    works("so are functions", "lambda:UpdateFunctionCode", `arn:aws:lambda:eu-central-1:${MEMBER}:function:shop`),
    works("so are policies", "iam:CreatePolicyVersion", `arn:aws:iam::${MEMBER}:policy/shop`),
    works("people who are trusted assume the security team's role", "sts:AssumeRole", role("landfall-audit"), { principal: WHO.sibling }),
    works("and break-glass", "sts:AssumeRole", role("break-glass", SIBLING), { principal: WHO.person, resourceAccount: SIBLING }),
    works("the management account enters", "sts:AssumeRole", role("OrganizationAccountAccessRole"), { principal: `arn:aws:iam::${MANAGEMENT}:role/landfall-apply` }),
    works("StackSets roll their roles out", "iam:CreateRole", role("landfall-member"), { principal: WHO.stackSets }),
    works("StackSets make their own role by a service-linked one", "iam:CreateRole", role("stacksets-exec-1"), { principal: role("aws-service-role/member.org.stacksets.cloudformation.amazonaws.com/AWSServiceRoleForCloudFormationStackSetsOrgMember") }),
    works("Identity Center rolls permission sets out", "iam:PutRolePolicy", role("aws-reserved/sso.amazonaws.com/AWSReservedSSO_ReadOnly_0"), { principal: role("aws-service-role/sso.amazonaws.com/AWSServiceRoleForSSO") }),
    works("and renews its sign-in", "iam:UpdateSAMLProvider", PROVIDER, { principal: role("aws-service-role/sso.amazonaws.com/AWSServiceRoleForSSO") }),
    works("a company's own provider is kept up", "iam:UpdateSAMLProvider", `arn:aws:iam::${MEMBER}:saml-provider/company`),
  ],
};
