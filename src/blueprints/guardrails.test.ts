import { describe, expect, it } from "vitest";
import { blueprintOrganization } from "../../test/kit/blueprint-organization.ts";
import { guardrailNamed, packsOf } from "../guardrails/index.ts";
import { type Address, parentOu, policyAddress, ROOT } from "../ids/index.ts";
import { expand, type Inventory } from "../inventory/index.ts";
import { policyTypeFacts, REGIONS } from "../limits/index.ts";
import { nodesOf } from "../organization/index.ts";
import { type CompiledChain, compileChain, decide, isPolicyDocument, type NamedPolicy, type PlainRequest, type PolicyDocument, policySize, policyText, requestFrom } from "../policy/index.ts";
import { BLUEPRINTS, blueprint, DEFAULT_ANSWERS, extrasOf } from "./index.ts";

const ANYTHING: PolicyDocument = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
const ANYBODY: PolicyDocument = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }] };

/** What holds at a place, where identity and resource policies allow everything. */
function chainAt(place: Address, inventory: Inventory): CompiledChain {
  const path: Address[] = [];
  for (let at: Address | undefined = place; at !== undefined; at = parentOu(at)) path.unshift(at);
  const level = (kind: "scp" | "rcp") => (name: Address) => ({ name, policies: [...inventory.values()].flatMap((item): NamedPolicy[] => {
    if (item.kind !== "attachment" || item.target !== name) return [];
    const policy = inventory.get(item.policy);
    if (item.policy === policyAddress("scp", "FullAWSAccess") && kind === "scp") return [{ name: "FullAWSAccess", document: ANYTHING }];
    return policy?.kind === "policy" && policy.policyKind === kind && isPolicyDocument(policy.document) ? [{ name: policy.name, document: policy.document }] : [];
  }) });
  return compileChain({ managementAccountId: "999999999999", scps: path.map(level("scp")), rcps: path.map(level("rcp")), identity: [{ name: "all", document: ANYTHING }], resource: { name: "open", document: ANYBODY } });
}

const MEMBER = "111111111111";
const PIPELINE = `arn:aws:iam::${MEMBER}:role/pipeline-deploy`;
const BREAK_GLASS = `arn:aws:iam::${MEMBER}:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Break-Glass_0123456789abcdef`;
const LOG = "arn:aws:s3:::acme-log-archive-1/AWSLogs/x";
const OTHERS = { "aws:ResourceOrgID": "o-aaaaaaaaaa", "aws:PrincipalOrgID": "o-aaaaaaaaaa", "aws:ResourceAccount": "222222222222" };
const inventory = expand(blueprintOrganization(blueprint("full") ?? wrong()));
const outcome = (place: Address, action: string, { context = {}, ...asked }: Partial<PlainRequest> = {}): string =>
  decide(chainAt(place, inventory), requestFrom({ principal: `arn:aws:iam::${MEMBER}:role/administrator`, action, resourceAccount: MEMBER, context: { "aws:RequestedRegion": "eu-west-1", ...context }, ...asked })).outcome;

describe("The guardrails of the blueprint full", () => {
  it.each([
    ["root", "organizations:LeaveOrganization", {}],
    ["root", "ec2:RunInstances", { context: { "aws:RequestedRegion": "us-west-2" } }],
    ["root", "account:EnableRegion", {}],
    ["root", "s3:GetObject", { principal: `arn:aws:iam::${MEMBER}:root` }],
    ["root", "iam:CreateRole", { resource: `arn:aws:iam::${MEMBER}:role/landfall-apply` }],
    ["root", "iam:PassRole", { resource: `arn:aws:iam::${MEMBER}:role/OrganizationAccountAccessRole` }],
    ["root", "cloudtrail:StopLogging", { resource: `arn:aws:cloudtrail:eu-west-1:${MEMBER}:trail/mine` }],
    ["root", "guardduty:DeleteDetector", {}],
    ["root", "config:StopConfigurationRecorder", {}],
    ["ou:Security", "s3:DeleteObject", { resource: "arn:aws:s3:::acme-log-archive-1/AWSLogs/x" }],
    ["ou:Security", "s3:GetObject", { principal: "arn:aws:iam::777777777777:role/stranger", context: { "aws:ResourceOrgID": "o-aaaaaaaaaa", "aws:PrincipalOrgID": "o-bbbbbbbbbb" } }],
    ["ou:Workloads/Prod", "iam:CreateAccessKey", {}],
    ["ou:Workloads/Prod", "iam:CreateSAMLProvider", {}],
    ["ou:Workloads/Prod", "s3:PutBucketAcl", { context: { "s3:x-amz-acl": "public-read" } }],
    ["ou:Workloads/Prod", "kms:ScheduleKeyDeletion", { context: { "kms:ScheduleKeyDeletionPendingWindowInDays": "7" } }],
    ["ou:Workloads/Prod", "ec2:DisableEbsEncryptionByDefault", {}],
    ["ou:Workloads/Prod", "lambda:UpdateFunctionCode", {}],
    ["ou:Workloads/Prod", "iam:CreateRole", { resource: `arn:aws:iam::${MEMBER}:role/pipeline-mine` }],
    ["ou:Workloads/Prod", "iam:UpdateAssumeRolePolicy", { resource: `arn:aws:iam::${MEMBER}:role/app` }],
    ["ou:Workloads/Prod", "s3:GetObject", { principal: `arn:aws:iam::${MEMBER}:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Prod-ReadOnly_0123456789abcdef` }],
    ["ou:Workloads/Prod", "guardduty:CreateFilter", {}],
    ["ou:Workloads/SDLC", "config:PutConfigRule", {}],
    ["ou:Workloads/SDLC", "sts:AssumeRole", { context: OTHERS, resourceAccount: "222222222222" }],
    ["ou:Sandbox", "s3:GetObject", { context: OTHERS, resourceAccount: "222222222222" }],
    ["ou:Security", "s3:DeleteObject", { principal: `arn:aws:iam::${MEMBER}:role/stacksets-exec-0`, resource: LOG }],
    ["ou:Sandbox", "ec2:CreateVpcPeeringConnection", {}],
    ["ou:Sandbox", "savingsplans:CreateSavingsPlan", {}],
    ["ou:IndividualBusinessUsers", "ec2:RunInstances", {}],
    ["ou:Suspended", "s3:GetObject", {}],
  ] as const)("deny at %s: %s", (place, action, asked) => {
    expect(outcome(place, action, asked)).toBe("explicitDeny");
  });

  it.each([
    ["ou:Workloads/SDLC", "iam:CreateAccessKey", {}],
    ["ou:Workloads/Prod", "ec2:TerminateInstances", { principal: PIPELINE }],
    ["ou:Workloads/Prod", "iam:CreateRole", { principal: PIPELINE, resource: `arn:aws:iam::${MEMBER}:role/app` }],
    ["ou:Workloads/Prod", "iam:UpdateAssumeRolePolicy", { principal: BREAK_GLASS, resource: `arn:aws:iam::${MEMBER}:role/app` }],
    ["ou:Workloads/Prod", "dynamodb:PutItem", { principal: `arn:aws:iam::${MEMBER}:role/app` }],
    ["ou:Workloads/SDLC", "s3:PutObject", { context: { "aws:ResourceOrgID": "o-aaaaaaaaaa", "aws:PrincipalOrgID": "o-aaaaaaaaaa", "aws:ResourceAccount": MEMBER } }],
    ["ou:Workloads/SDLC", "s3:GetObject", { principal: PIPELINE, context: { "aws:ResourceOrgID": "o-awsitselforg", "aws:PrincipalOrgID": "o-aaaaaaaaaa", "aws:ResourceAccount": "555555555555" } }],
    ["ou:Security", "s3:PutObject", { principal: "cloudtrail.amazonaws.com", resource: LOG, context: { "aws:SourceOrgID": "o-aaaaaaaaaa", "aws:ResourceOrgID": "o-aaaaaaaaaa" } }],
    ["ou:Security", "s3:GetObject", { resource: LOG }],
    ["ou:Security", "guardduty:CreateFilter", {}],
    ["ou:Sandbox", "ec2:CreateVpc", {}],
    ["ou:IndividualBusinessUsers", "s3:PutObject", {}],
    ["ou:Suspended", "s3:GetObject", { principal: `arn:aws:iam::${MEMBER}:role/landfall-read` }],
    ["root", "route53:CreateHostedZone", { context: { "aws:RequestedRegion": "us-east-1" } }],
  ] as const)("leave alone at %s: %s", (place, action, asked) => {
    expect(outcome(place, action, asked)).toBe("allowed");
  });

  it("close images and snapshots in production by EC2's own settings", () => {
    expect(inventory.get("attachment:ec2/guardrail-deny-public-snapshots-amis>ou:Workloads/Prod")).toBeDefined();
  });
});

describe.each(BLUEPRINTS.map((one) => [one.name, one] as const))("The guardrails of the blueprint %s", (_name, one) => {
  it("exist, and keep the roles that they let through", () => {
    for (const organization of [blueprintOrganization(one), blueprintOrganization(one, DEFAULT_ANSWERS, { extras: extrasOf(one) })]) {
      const named = nodesOf(organization).flatMap(({ node }) => [...(node.guardrails ?? []), ...Object.values(node.accounts ?? {}).flatMap(({ guardrails = [] }) => guardrails)]);
      expect(named.filter((name) => guardrailNamed(name) === undefined)).toEqual([]);
      expect(organization.root?.guardrails).toContain("protect-org-roles");
    }
  });

  it("fit into a few policies of AWS with every Region at once", () => {
    const packs = packsOf(blueprintOrganization(one, { ...DEFAULT_ANSWERS, regions: REGIONS }));
    for (const { kind, document } of packs) expect(policySize(policyText(document))).toBeLessThanOrEqual(policyTypeFacts(kind).maxSize);
    expect(packs.filter(({ targets }) => targets.includes(ROOT)).length).toBeLessThanOrEqual(2);
  });
});

function wrong(): never {
  throw new Error("there is no blueprint full");
}
