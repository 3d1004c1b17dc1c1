import * as account from "@aws-sdk/client-account";
import * as iam from "@aws-sdk/client-iam";
import * as organizations from "@aws-sdk/client-organizations";
import * as quotas from "@aws-sdk/client-service-quotas";
import * as ssm from "@aws-sdk/client-ssm";
import * as sts from "@aws-sdk/client-sts";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { compileChain, decide, minifyPolicy, type PolicyDocument, type RequestContext, requestFrom } from "../policy/index.ts";
import { RESOURCES } from "../resources/index.ts";
import { actionsOf, cloudFormation, placeOf, ROLE_KINDS, roleSpec } from "./index.ts";

const place = placeOf({ managementAccountId: "111111111111", organizationId: "o-abcdefghij", homeRegion: "eu-west-1" });
const MEMBER = "222222222222";
const organizationArn = (rest: string): string => `arn:aws:organizations::111111111111:${rest}`;

/** Things that a role might be aimed at, inside of the organization and outside. */
const THINGS = [
  undefined,
  organizationArn("root/o-abcdefghij/r-ab12"),
  organizationArn("ou/o-abcdefghij/ou-ab12-cdefghij"),
  organizationArn(`account/o-abcdefghij/${MEMBER}`),
  organizationArn("policy/o-abcdefghij/service_control_policy/p-abcdefgh"),
  "arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess",
  "arn:aws:account::111111111111:account",
  `arn:aws:account::111111111111:account/o-abcdefghij/${MEMBER}`,
  "arn:aws:ssm:eu-west-1:111111111111:parameter/landfall/lock",
  "arn:aws:ssm:eu-west-1:111111111111:parameter/landfall/fingerprint/0",
  "arn:aws:iam::111111111111:role/landfall-plan",
  "arn:aws:iam::111111111111:role/landfall-apply",
  "arn:aws:iam::111111111111:role/admin",
  `arn:aws:iam::${MEMBER}:role/landfall-member`,
  `arn:aws:iam::${MEMBER}:role/admin`,
  "arn:aws:iam::111111111111:role/aws-service-role/organizations.amazonaws.com/AWSServiceRoleForOrganizations",
] as const;
const OUR_TAG: RequestContext = { "aws:RequestTag/landfall:address": "account:a", "aws:PrincipalOrgID": "o-abcdefghij", "aws:ResourceOrgID": "o-abcdefghij", "iam:AWSServiceName": "organizations.amazonaws.com" };

/** Every role trusts the management account here, so that what the asking role may do decides. */
const OPEN: PolicyDocument = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: "arn:aws:iam::111111111111:root" }, Action: "sts:AssumeRole" }] };
const may = (policy: PolicyDocument, role: string, action: string, resource: string | undefined, context: RequestContext): boolean =>
  decide(
    compileChain({ identity: [{ name: role, document: policy }], ...(action === "sts:AssumeRole" ? { resource: { name: "trust", document: OPEN } } : {}) }),
    requestFrom({ principal: `arn:aws:iam::111111111111:role/${role}`, action, resource, context }),
  ).outcome === "allowed";

/** Every operation of the services that landfall has to do with, and what is asked of others to get more power. */
const OPERATIONS = Object.entries({ organizations, account, iam, ssm, sts, servicequotas: quotas }).flatMap(([prefix, sdk]) =>
  Object.keys(sdk).flatMap((name) => (name.endsWith("Command") && name !== "$Command" ? [`${prefix}:${name.slice(0, -"Command".length)}`] : [])),
);
const OTHERS = ["iam:PassRole", "s3:GetObject", "s3:DeleteBucket", "kms:Decrypt", "lambda:InvokeFunction", "ec2:RunInstances", "secretsmanager:GetSecretValue", "cloudformation:CreateStack", "sso:CreateAccountAssignment"];

/** What a role may do of all that there is, to any of the things. */
const allowed = (policy: PolicyDocument, role: string, context = OUR_TAG): string[] =>
  [...OPERATIONS, ...OTHERS].filter((action) => THINGS.some((thing) => may(policy, role, action, thing, context))).sort();

describe("the plan role", () => {
  const { policy } = roleSpec("plan", place);

  it("can do nothing but read, and enter the member role", () => {
    const all = allowed(policy, "landfall-plan");
    expect(OPERATIONS.length).toBeGreaterThan(400);
    expect(all.filter((action) => !/:(?:Get|List|Describe)/.test(action))).toEqual(["sts:AssumeRole"]);
    // GetCallerIdentity is a right of everyone; the others of STS that begin with Get hand out credentials.
    expect(all.filter((action) => action.startsWith("sts:"))).toEqual(["sts:AssumeRole", "sts:GetCallerIdentity"]);
  });

  it("cannot read secrets, nor any parameter but the lock", () => {
    expect(may(policy, "landfall-plan", "ssm:GetParameter", "arn:aws:ssm:eu-west-1:111111111111:parameter/landfall/lock", {})).toBe(true);
    for (const other of ["landfall/lock2", "database/password"]) {
      expect(may(policy, "landfall-plan", "ssm:GetParameter", `arn:aws:ssm:eu-west-1:111111111111:parameter/${other}`, {})).toBe(false);
    }
    expect(may(policy, "landfall-plan", "ssm:GetParameter", "arn:aws:ssm:us-east-1:111111111111:parameter/landfall/lock", {})).toBe(false);
  });

  it("cannot become anything but the member role of its own organization", () => {
    const enter = (role: string, organization: string): boolean =>
      may(policy, "landfall-plan", "sts:AssumeRole", `arn:aws:iam::${MEMBER}:role/${role}`, { "aws:PrincipalOrgID": "o-abcdefghij", "aws:ResourceOrgID": organization });
    expect(enter("landfall-member", "o-abcdefghij")).toBe(true);
    expect(enter("landfall-member", "o-otherother")).toBe(false);
    expect(enter("OrganizationAccountAccessRole", "o-abcdefghij")).toBe(false);
    expect(may(policy, "landfall-plan", "sts:AssumeRole", "arn:aws:iam::111111111111:role/landfall-apply", OUR_TAG)).toBe(false);
  });
});

describe("the apply role", () => {
  const { policy } = roleSpec("apply", place);

  it("can do what the handlers declare, and no other operation", () => {
    const declared = actionsOf("apply").filter((action) => OPERATIONS.includes(action));
    expect(declared.length).toBeGreaterThan(40);
    expect(allowed(policy, "landfall-apply")).toEqual(declared.toSorted());
    const fromHandlers = RESOURCES.flatMap(({ actions }) => [...actions.observe, ...actions.ensure, ...actions.remove]);
    expect(fromHandlers.filter((action) => !actionsOf("apply").includes(action))).toEqual([]);
  });

  it("cannot touch another organization, delete its own, or give itself more", () => {
    expect(may(policy, "landfall-apply", "organizations:CloseAccount", organizationArn(`account/o-abcdefghij/${MEMBER}`), {})).toBe(true);
    expect(may(policy, "landfall-apply", "organizations:CloseAccount", organizationArn(`account/o-otherother/${MEMBER}`), {})).toBe(false);
    for (const action of ["organizations:DeleteOrganization", "organizations:LeaveOrganization", "iam:PutRolePolicy", "iam:CreateUser", "iam:AttachRolePolicy", "iam:UpdateAssumeRolePolicy"]) {
      expect(THINGS.some((thing) => may(policy, "landfall-apply", action, thing, OUR_TAG))).toBe(false);
    }
  });

  it("cannot make accounts, OUs or policies without landfall's tag, nor roles for another service", () => {
    const things = { CreateAccount: undefined, CreateOrganizationalUnit: organizationArn("root/o-abcdefghij/r-ab12"), CreatePolicy: undefined };
    for (const [name, thing] of Object.entries(things)) {
      expect(may(policy, "landfall-apply", `organizations:${name}`, thing, OUR_TAG)).toBe(true);
      expect(may(policy, "landfall-apply", `organizations:${name}`, thing, {})).toBe(false);
    }
    const linked = "arn:aws:iam::111111111111:role/aws-service-role/organizations.amazonaws.com/AWSServiceRoleForOrganizations";
    expect(may(policy, "landfall-apply", "iam:CreateServiceLinkedRole", linked, { "iam:AWSServiceName": "organizations.amazonaws.com" })).toBe(true);
    expect(may(policy, "landfall-apply", "iam:CreateServiceLinkedRole", linked, { "iam:AWSServiceName": "ecs.amazonaws.com" })).toBe(false);
  });
});

describe("every role", () => {
  it.each(ROLE_KINDS)("%s fits into what IAM takes as an inline policy and as a trust policy", (kind) => {
    const { policy, trust } = roleSpec(kind, place);
    expect(minifyPolicy(policy).length).toBeLessThan(10_240);
    expect(minifyPolicy(trust).length).toBeLessThan(2_048);
  });

  it("reaches any organization of the account before there is one, and only its own then", () => {
    const early = roleSpec("apply", { ...place, organizationId: undefined }).policy;
    expect(may(early, "landfall-apply", "organizations:CloseAccount", organizationArn(`account/o-anyanyanya/${MEMBER}`), {})).toBe(true);
    expect(may(early, "landfall-apply", "organizations:CloseAccount", `arn:aws:organizations::333333333333:account/o-anyanyanya/${MEMBER}`, {})).toBe(false);
  });

  it("is a CloudFormation template that says the same", () => {
    const specs = ROLE_KINDS.map((kind) => roleSpec(kind, place));
    const text = cloudFormation(specs);
    for (const version of ["1.1", "1.2"] as const) {
      const template = parse(text, { version }) as { Resources: Record<string, { Properties: { RoleName: string; AssumeRolePolicyDocument: unknown; Policies: { PolicyDocument: unknown }[] } }> };
      const roles = Object.values(template.Resources).map(({ Properties }) => Properties);
      expect(roles.map(({ RoleName }) => RoleName)).toEqual(specs.map(({ name }) => name));
      expect(roles.map(({ AssumeRolePolicyDocument }) => AssumeRolePolicyDocument)).toEqual(specs.map(({ trust }) => trust));
      expect(roles.map(({ Policies }) => Policies[0]?.PolicyDocument)).toEqual(specs.map(({ policy }) => policy));
    }
  });
});
