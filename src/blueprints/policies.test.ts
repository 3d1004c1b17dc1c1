import { describe, expect, it } from "vitest";
import { policyTypeFacts, REGIONS } from "../limits/index.ts";
import { loadCatalog, type PolicyStatement, validatePolicy } from "../policy/index.ts";
import { blueprintOrganization } from "../../test/kit/blueprint-organization.ts";
import { BLUEPRINTS, DEFAULT_ANSWERS } from "./index.ts";
import { POLICY_TEMPLATES as policies } from "./policies/index.ts";
import { foundationRoles } from "./policies/principals.ts";

const catalog = await loadCatalog();
const statementsOf = (policy: (typeof policies)[number]): PolicyStatement[] => [policy.document(DEFAULT_ANSWERS).Statement].flat();
const policyNamed = (name: string): PolicyStatement[] => policies.filter((policy) => policy.name === name).flatMap(statementsOf);
const exempts = (statement: PolicyStatement): boolean => statement.Condition?.["ArnNotLike"] !== undefined;

describe.each(policies.map((policy) => [policy.name, policy] as const))("The policy %s", (_name, policy) => {
  it("fits into AWS's limits in every Region at once, even before white space is taken out", () => {
    const document = policy.document({ ...DEFAULT_ANSWERS, regions: REGIONS });
    expect(JSON.stringify(document, null, 2).length).toBeLessThanOrEqual(policyTypeFacts(policy.type).maxSize);
    expect(policy.description.length).toBeLessThanOrEqual(512);
  });

  it("has no fault that AWS or we can see", () => {
    expect(validatePolicy(policy.document(DEFAULT_ANSWERS), policy.type, catalog)).toEqual([]);
  });

  it("only denies, under a Sid that says what", () => {
    for (const statement of statementsOf(policy)) {
      expect(statement).toMatchObject({ Effect: "Deny", Sid: expect.stringMatching(/^[A-Z][A-Za-z]+$/) as string });
    }
  });

  it("names whole services or actions, without a wildcard in the middle", () => {
    const actions = statementsOf(policy).flatMap((statement) => [statement.Action ?? [], statement.NotAction ?? []].flat());
    expect(actions.filter((action) => action !== "*" && !/^[a-z0-9-]+:[A-Za-z0-9]*\*?$/.test(action))).toEqual([]);
    expect(new Set(actions).size).toBeGreaterThan(0);
  });

  it("exempts the roles of the foundation by their names, and nobody by a tag", () => {
    for (const statement of statementsOf(policy).filter(exempts)) {
      expect(statement.Condition?.["ArnNotLike"]).toEqual({ "aws:PrincipalArn": foundationRoles(DEFAULT_ANSWERS) });
    }
    expect(JSON.stringify(statementsOf(policy))).not.toMatch(/PrincipalTag|ResourceTag/);
  });
});

describe("The policies of the blueprints", () => {
  it("protect the exempted roles in every blueprint that exempts them", () => {
    for (const one of BLUEPRINTS) expect(blueprintOrganization(one).root?.policies).toContain("protect-foundation");
    const [roles] = policyNamed("protect-foundation");
    expect(roles?.Resource).toEqual(foundationRoles(DEFAULT_ANSWERS));
    expect(roles?.Action).toEqual(expect.arrayContaining(["iam:CreateRole", "iam:UpdateAssumeRolePolicy", "iam:PassRole"]));
  });

  it("let nobody out of the organization, not even the exempted roles", () => {
    expect(policyNamed("deny-leave-organization").some(exempts)).toBe(false);
  });

  it("leave sign-in, IAM, DNS and support alone outside the governed Regions", () => {
    const [regions] = policyNamed("region-allow-list");
    const untouched = ["account:*", "cloudfront:*", "iam:*", "organizations:*", "route53:*", "signin:*", "sso:*", "sts:*", "support:*"];
    expect(regions?.NotAction).toEqual(expect.arrayContaining(untouched));
    expect(regions?.NotAction).not.toContain("ec2:*");
    expect(regions?.Condition?.["StringNotEquals"]).toEqual({ "aws:RequestedRegion": DEFAULT_ANSWERS.regions });
  });

  it("let AssumeRoot repair what only root can", () => {
    expect(policyNamed("deny-root-user")[0]?.Condition?.["Null"]).toEqual({ "aws:AssumedRoot": "true" });
  });

  it("know the load balancers of Regions that deliver logs with an account, and of no other", () => {
    const rcp = policies.find((policy) => policy.name === "organization-only-data");
    const callers = (regions: string[]): string => JSON.stringify(rcp?.document({ ...DEFAULT_ANSWERS, regions }));
    expect(callers(["eu-west-1"])).toContain('"aws:PrincipalAccount":["156460612806"]');
    expect(callers(["eu-central-2"])).not.toContain("aws:PrincipalAccount");
  });
});
