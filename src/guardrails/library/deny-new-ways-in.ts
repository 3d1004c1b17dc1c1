import { unlessExempt } from "../exempt.ts";
import type { StatementGuardrail } from "../guardrail.ts";
import { textsOf } from "../parameters.ts";
import { denied, MEMBER, WHO, works } from "../proof.ts";
import { permissionSetRoles } from "./permission-set-roles.ts";

const role = (name: string): string => `arn:aws:iam::${MEMBER}:role/${name}`;
const FUNCTION = `arn:aws:lambda:eu-central-1:${MEMBER}:function:back-door`;
const rescuer = { principal: role("aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Break-Glass_0123456789abcdef"), parameters: { permissionSets: ["Break-Glass"] } };
const pipeline = { principal: role("pipeline-deploy"), parameters: { makers: ["pipeline-*"] } };

/**
 * What lets somebody in without a role of his own: rights by other names in clusters, certificates, keys and invitations
 * that services turn into credentials of a role, and functions that others may call.
 */
const OTHER_WAYS = [
  "account-access:CreateApplication", "account-access:CreateEntitlement", "cognito-identity:CreateIdentityPool",
  "cognito-identity:SetIdentityPoolRoles", "cognito-identity:UpdateIdentityPool", "ec2:CreateInstanceConnectEndpoint",
  "eks:AssociateAccessPolicy", "eks:AssociateIdentityProviderConfig", "eks:CreateAccessEntry", "eks:CreatePodIdentityAssociation",
  "eks:UpdateAccessEntry", "eks:UpdatePodIdentityAssociation", "iam:AcceptDelegationRequest", "iam:SendDelegationToken",
  "iot:CreateRoleAlias", "iot:UpdateRoleAlias", "lambda:AddLayerVersionPermission", "lambda:AddPermission",
  "lambda:CreateFunctionUrlConfig", "lambda:PutResourcePolicy", "lambda:UpdateFunctionUrlConfig", "rolesanywhere:CreateProfile",
  "rolesanywhere:EnableProfile", "rolesanywhere:PutAttributeMapping", "rolesanywhere:UpdateProfile", "ssm:CreateActivation",
  "ssm:UpdateManagedInstanceRole", "sts:GetFederationToken", "transfer:CreateAccess", "transfer:CreateServer", "transfer:CreateUser",
  "transfer:ImportSshPublicKey", "transfer:UpdateAccess", "transfer:UpdateServer", "transfer:UpdateUser",
];

/** The makers' roles are kept as well: otherwise an administrator would make one, or hand it to a service. */
const makersOf = (partition: string, names: readonly string[]): string[] => names.map((name) => `arn:${partition}:iam::*:role/${name}`);

export const denyNewWaysIn: StatementGuardrail = {
  name: "deny-new-ways-in",
  title: "Nobody but the pipelines makes roles, changes whom they trust, or opens another lasting way into the account",
  form: "scp",
  reason: "An attacker who is an administrator for an hour makes sure to come back: a role that trusts his account, a function with a public address, a machine at home that is managed from here. With `deny-iam-users-and-keys` and `deny-federation-changes` nothing is left that lasts.",
  source: 'IAM User Guide, "How to use trust policies with IAM roles"; Lambda Developer Guide, "Control access to Lambda function URLs"; Systems Manager User Guide, "Hybrid activations"',
  rows: [67, 101, 124, 130],
  parameters: [
    { name: "makers", kind: "strings", form: "role", default: [], example: ["pipeline-*"], description: "Names of further roles that may: those of pipelines. Nobody else can make or change roles of such names." },
    { name: "permissionSets", kind: "strings", form: "role", default: [], example: ["Break-Glass"], description: "Names of permission sets whose people may, such as those who repair after an incident." },
  ],
  leaves: [
    "For production and accounts that are contained; in development people need to make roles.",
    "Sessions that are open go on until they end.",
    "Certificates of things and of a private authority, which a role that is there already may answer to: `iot:CreateKeysAndCertificate` and `acm-pca:IssueCertificate` are what devices and meshes live by.",
    "Build projects that run as a maker, in the account itself: `prod-change-only-by-pipeline` keeps others from starting them with a text of their own.",
    "Whoever can change what a pipeline deploys is the pipeline.",
    "A machine or a function that calls home from inside, with a role that is there: `prod-change-only-by-pipeline` lets none be made or changed.",
  ],
  statements: (settings) => {
    const exempt = [...settings.exempt, ...makersOf(settings.partition, textsOf(settings, "makers")), ...permissionSetRoles(settings.partition, textsOf(settings, "permissionSets"))];
    return [
      {
        Sid: "RolesAndTrustStay",
        Effect: "Deny",
        Action: ["iam:CreateRole", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole"],
        Resource: "*",
        Condition: unlessExempt({ exempt }),
      },
      {
        Sid: "MakersAreNotTakenOver",
        Effect: "Deny",
        Action: ["iam:AttachRolePolicy", "iam:DeleteRolePermissionsBoundary", "iam:PassRole", "iam:PutRolePolicy"],
        Resource: exempt,
        Condition: unlessExempt({ exempt }),
      },
      {
        Sid: "NoOtherWaysIn",
        Effect: "Deny",
        Action: OTHER_WAYS,
        Resource: "*",
        Condition: unlessExempt({ exempt }),
      },
    ];
  },
  proof: [
    denied("an administrator makes no role that trusts another account", "iam:CreateRole", role("back-door")),
    denied("nor has one that is there trust it", "iam:UpdateAssumeRolePolicy", role("app")),
    denied("nor does the root user", "iam:UpdateAssumeRolePolicy", role("app"), { principal: WHO.root }),
    denied("nor does he make a role with the name of a pipeline", "iam:CreateRole", role("pipeline-mine"), { parameters: { makers: ["pipeline-*"] } }),
    denied("nor give a function the pipeline's role", "iam:PassRole", role("pipeline-deploy"), { parameters: { makers: ["pipeline-*"] }, context: { "iam:PassedToService": "lambda.amazonaws.com" } }),
    denied("nor give a function the role of a StackSet", "iam:PassRole", role("stacksets-exec-0123456789abcdef")),
    denied("nor put a function on a public address", "lambda:CreateFunctionUrlConfig", FUNCTION),
    denied("nor have a machine elsewhere managed from here", "ssm:CreateActivation"),
    denied("nor let himself into a cluster", "eks:CreateAccessEntry", `arn:aws:eks:eu-central-1:${MEMBER}:cluster/shop`),
    denied("nor let a stranger call a function", "lambda:AddPermission", FUNCTION, { context: { "lambda:Principal": "777777777777" } }),
    denied("nor by writing its whole policy", "lambda:PutResourcePolicy", FUNCTION, { context: { "lambda:Principal": "777777777777" } }),
    denied("nor give roles to whoever signs in, or does not", "cognito-identity:SetIdentityPoolRoles"),
    denied("nor put a server for files before a directory of his own", "transfer:UpdateServer", `arn:aws:transfer:eu-central-1:${MEMBER}:server/s-1`),
    denied("nor accept what a stranger asks to be let in for", "iam:AcceptDelegationRequest", `arn:aws:iam::${MEMBER}:delegation-request/1`),
    denied("nor have a certificate of his own turned into a role", "iot:CreateRoleAlias", `arn:aws:iot:eu-central-1:${MEMBER}:rolealias/back-door`),
    denied("nor turn a key into a session that outlives it", "sts:GetFederationToken", `arn:aws:sts::${MEMBER}:federated-user/eve`, { principal: WHO.user }),
    works("a pipeline makes the roles of what it deploys", "iam:CreateRole", role("app"), pipeline),
    works("and functions with an address", "lambda:CreateFunctionUrlConfig", FUNCTION, pipeline),
    works("and hands its role on", "iam:PassRole", role("pipeline-deploy"), pipeline),
    works("people of a named permission set repair whom a role trusts", "iam:UpdateAssumeRolePolicy", role("app"), rescuer),
    works("the rights of an application's role are cut", "iam:DetachRolePolicy", role("app")),
    works("what its users sign in by goes on", "cognito-identity:GetCredentialsForIdentity", undefined, { principal: role("app") }),
    works("an application's role is handed to a service", "iam:PassRole", role("app"), { context: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } }),
    works("services make their service-linked roles", "iam:CreateServiceLinkedRole", role("aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing")),
    works("permission sets are rolled out", "iam:CreateRole", role("aws-reserved/sso.amazonaws.com/AWSReservedSSO_ReadOnly_0"), { principal: role("aws-service-role/sso.amazonaws.com/AWSServiceRoleForSSO") }),
    works("the baseline makes its roles", "iam:CreateRole", role("landfall-member"), { principal: WHO.stackSets }),
  ],
};
