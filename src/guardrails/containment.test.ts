import { describe, expect, it } from "vitest";
import { compileChain, decide, explainByReference, loadCatalog, type PlainRequest, requestFrom } from "../policy/index.ts";
import { GUARDRAILS, type StatementGuardrail } from "./index.ts";
import { MANAGEMENT, MEMBER, OUTSIDER, SIBLING, WHO } from "./proof.ts";
import { proofSettings } from "./prove.ts";

const catalog = await loadCatalog();
const everything = { name: "FullAWSAccess", document: { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } } } as const;
const everybody = { name: "resource", document: { Version: "2012-10-17", Statement: { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" } } } as const;

/** What is attached above production. */
const ATTACHED = [
  "deny-leave-organization", "deny-root-user", "protect-org-roles", "protect-cloudtrail", "protect-config", "protect-guardduty",
  "deny-iam-users-and-keys", "deny-federation-changes", "deny-new-ways-in", "deny-billing-and-account-changes", "stay-in-account",
  "org-identities-only",
];
const policies = (form: string) =>
  GUARDRAILS.filter((guardrail): guardrail is StatementGuardrail => "statements" in guardrail && guardrail.form === form && ATTACHED.includes(guardrail.name))
    .map((guardrail) => ({ name: guardrail.name, document: { Version: "2012-10-17" as const, Statement: guardrail.statements(proofSettings(guardrail)) } }));
const chain = {
  managementAccountId: MANAGEMENT,
  scps: [{ name: "Root", policies: [everything] }, { name: "Production", policies: [everything, ...policies("scp")] }],
  rcps: [{ name: "Root", policies: [] }, { name: "Production", policies: policies("rcp") }],
  identity: [everything],
  resource: everybody,
};
const compiled = compileChain(chain);
const isDenied = (plain: Partial<PlainRequest> & { readonly action: string }): boolean => {
  const request = requestFrom({ principal: WHO.administrator, resourceAccount: MEMBER, ...plain });
  const outcomes = [decide(compiled, request).outcome, explainByReference(chain, request).decision.outcome];
  expect(new Set(outcomes).size).toBe(1);
  return outcomes[0] === "explicitDeny";
};

/** Of every action of a service that makes or changes something, those that stay possible on things of the account. */
function leftOpen(service: string, verbs: RegExp): readonly string[] {
  const actions = [...(catalog.service(service)?.actions.values() ?? [])].filter(({ action, access }) => access !== "read" && access !== "list" && verbs.test(action));
  return actions.filter(({ action, resourceTypes: [first] }) => {
    const pattern = first?.type.arns[0]?.replaceAll("${Partition}", "aws").replaceAll("${Account}", MEMBER).replaceAll(/\$\{[^}]*\}/g, "app");
    return !isDenied({ action, ...(pattern === undefined ? {} : { resource: pattern }) });
  }).map(({ action }) => action).toSorted();
}

describe("An attacker who is an administrator in production", () => {
  it("makes no user, key, provider or role, and changes no trust: what IAM leaves him gives nobody a way in", () => {
    expect(leftOpen("iam", /:(Accept|Add|Associate|Create|Reset|Send|Update|Upload)/)).toEqual([
      // Rights inside the account, for who is in already.
      "iam:AddRoleToInstanceProfile", "iam:AddUserToGroup",
      // Asking is not accepting.
      "iam:AssociateDelegationRequest", "iam:CreateAccountAlias", "iam:CreateDelegationRequest",
      "iam:CreateGroup", "iam:CreateInstanceProfile", "iam:CreatePolicy", "iam:CreatePolicyVersion", "iam:CreateServiceLinkedRole", "iam:CreateVirtualMFADevice",
      // Old keys of users who are there can be switched on again, as they have to be switched off.
      "iam:UpdateAccessKey", "iam:UpdateAccountPasswordPolicy", "iam:UpdateCloudFrontPublicKey", "iam:UpdateGroup",
      "iam:UpdateRoleDescription", "iam:UpdateSSHPublicKey", "iam:UpdateServerCertificate", "iam:UpdateServiceSpecificCredential",
      "iam:UpdateSigningCertificate", "iam:UpdateUser",
      // Keys that sign URLs of CloudFront, and certificates of servers, open no account.
      "iam:UploadCloudFrontPublicKey", "iam:UploadServerCertificate",
    ]);
  });

  it("does not become somebody else in another account, nor reads there", () => {
    const context = { "aws:ResourceOrgID": "o-exampleorgid", "aws:PrincipalOrgID": "o-exampleorgid", "aws:ResourceAccount": SIBLING };
    expect(isDenied({ action: "sts:AssumeRole", resource: `arn:aws:iam::${SIBLING}:role/deploy`, resourceAccount: SIBLING, context })).toBe(true);
    expect(isDenied({ action: "sts:AssumeRole", resource: `arn:aws:iam::${SIBLING}:role/OrganizationAccountAccessRole`, resourceAccount: SIBLING })).toBe(true);
    expect(isDenied({ action: "s3:GetObject", resource: "arn:aws:s3:::non-production-orders/1", resourceAccount: SIBLING, context })).toBe(true);
    expect(isDenied({ action: "kms:Decrypt", resource: `arn:aws:kms:eu-central-1:${SIBLING}:key/1`, resourceAccount: SIBLING, context })).toBe(true);
  });

  it("does not open what he finds to an account of his own", () => {
    const context = { "aws:ResourceOrgID": "o-exampleorgid", "aws:PrincipalOrgID": "o-otherorgid" };
    for (const [action, resource] of [["s3:GetObject", "arn:aws:s3:::orders/1"], ["kms:Decrypt", `arn:aws:kms:eu-central-1:${MEMBER}:key/1`], ["secretsmanager:GetSecretValue", `arn:aws:secretsmanager:eu-central-1:${MEMBER}:secret:orders-1`], ["sts:AssumeRole", `arn:aws:iam::${MEMBER}:role/app`]] as const) {
      expect([action, isDenied({ principal: `arn:aws:iam::${OUTSIDER}:role/landfall-apply`, action, resource, context })]).toEqual([action, true]);
    }
  });

  it.each([
    ["cloudtrail:StopLogging", `arn:aws:cloudtrail:eu-central-1:${MEMBER}:trail/audit`],
    ["config:StopConfigurationRecorder", undefined],
    ["guardduty:DeleteDetector", `arn:aws:guardduty:eu-central-1:${MEMBER}:detector/1`],
    ["organizations:LeaveOrganization", undefined],
    ["organizations:AcceptHandshake", "arn:aws:organizations::777777777777:handshake/o-otherorgid/invite/h-1"],
    ["account:CloseAccount", `arn:aws:account::${MEMBER}:account`],
    ["account:StartPrimaryEmailUpdate", `arn:aws:account::${MEMBER}:account`],
    ["lambda:CreateFunctionUrlConfig", `arn:aws:lambda:eu-central-1:${MEMBER}:function:app`],
    ["cloudformation:DeleteStack", `arn:aws:cloudformation:eu-central-1:${MEMBER}:stack/StackSet-landfall-baseline/1`],
  ])("cannot %s, neither himself nor through a service", (action, resource) => {
    for (const context of [{}, { "aws:ViaAWSService": "true", "aws:CalledVia": ["cloudformation.amazonaws.com"] }]) {
      expect(isDenied({ action, context, ...(resource === undefined ? {} : { resource }) })).toBe(true);
    }
  });

  it("is held while the account goes on working and the security team looks in", () => {
    const app = { principal: `arn:aws:iam::${MEMBER}:role/app` };
    expect(isDenied({ ...app, action: "dynamodb:PutItem", resource: `arn:aws:dynamodb:eu-central-1:${MEMBER}:table/orders` })).toBe(false);
    expect(isDenied({ principal: WHO.serviceLinked, action: "ec2:RunInstances", resource: `arn:aws:ec2:eu-central-1:${MEMBER}:instance/i-1` })).toBe(false);
    expect(isDenied({ principal: `arn:aws:iam::${MEMBER}:role/landfall-audit`, action: "iam:GetAccountAuthorizationDetails" })).toBe(false);
    expect(isDenied({ principal: WHO.breakGlass, action: "iam:UpdateAssumeRolePolicy", resource: `arn:aws:iam::${MEMBER}:role/app` })).toBe(false);
    expect(isDenied({ principal: WHO.administrator, action: "iam:UpdateAccessKey", resource: `arn:aws:iam::${MEMBER}:user/alice` })).toBe(false);
  });
});
