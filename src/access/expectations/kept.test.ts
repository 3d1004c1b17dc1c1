import { describe, expect, it } from "vitest";
import type { Expectation, Organization } from "../../organization/index.ts";
import { loadCatalog } from "../../policy/index.ts";
import { expectationFindings, proveExpectations } from "../index.ts";

const GUARDED: Organization = {
  name: "acme",
  homeRegion: "eu-west-1",
  regions: ["eu-west-1"],
  accountEmail: "aws+{account}@acme.example",
  guardrails: { "prod-change-only-by-pipeline": { deployers: ["pipeline-*"], permissionSets: ["SRE"] }, "deny-new-ways-in": { makers: ["pipeline-*"] } },
  root: { guardrails: ["protect-org-roles", "protect-cloudtrail", "region-allow-list"] },
  ous: {
    Prod: { guardrails: ["prod-change-only-by-pipeline", "deny-new-ways-in", "deny-public-snapshots-amis"], accounts: { shop: { stage: "prod" } } },
    Dev: { guardrails: ["stay-in-account"], accounts: { lab: { stage: "dev" } } },
  },
  identityCenter: {
    permissionSets: { Admin: { managedPolicies: ["AdministratorAccess"] }, Look: { managedPolicies: ["IAMReadOnlyAccess"] } },
    groups: { developers: {}, auditors: {}, nobody: {} },
    assignments: [{ group: "developers", permissionSet: "Admin", ous: ["Dev"] }, { group: "auditors", permissionSet: "Look", ous: ["root"] }],
  },
};

const prove = async (expectation: Expectation, organization: Organization = GUARDED) => {
  const [result] = proveExpectations({ ...organization, expectations: { it: expectation } }, await loadCatalog()).results;
  if (result === undefined) throw new Error("no result");
  return result;
};

describe("An expectation about guardrails", () => {
  it("holds where each denies what its proof says, and nobody becomes whom it lets through", async () => {
    const { outcome, requests } = await prove({ guardrails: ["*"] });
    expect(outcome).toBe("holds");
    expect(requests).toBeGreaterThan(100);
    expect((await prove({ guardrails: ["protect-*"], ous: ["Prod"] })).requests).toBeLessThan(requests);
  });

  it("fails where somebody can make a role that a guardrail lets through", async () => {
    const { outcome, counterexamples } = await prove({ guardrails: ["*"] }, { ...GUARDED, root: { guardrails: ["protect-cloudtrail"] } });
    expect(outcome).toBe("fails");
    expect(counterexamples).toContainEqual(expect.objectContaining({ principal: "administrator", action: "iam:CreateRole", resource: expect.stringMatching(/:role\/(landfall-any|OrganizationAccountAccessRole)$/) as string }));
  });

  it("fails in the place that is left open", async () => {
    const half: Organization = { ...GUARDED, root: { guardrails: ["protect-cloudtrail"] }, ous: { Prod: { accounts: { shop: {} } }, Dev: { guardrails: ["protect-org-roles"], accounts: { lab: {} } } } };
    expect(await prove({ guardrails: ["*"], ous: ["Dev"] }, half)).toMatchObject({ outcome: "holds" });
    const { outcome, counterexamples } = await prove({ guardrails: ["protect-cloudtrail"] }, half);
    expect([outcome, ...new Set(counterexamples.map(({ account }) => account.key))]).toEqual(["fails", "shop"]);
  });

  it.each<[Expectation, string]>([
    [{ guardrails: ["protect-cloudtrails"] }, "LF3308"],
    [{ guardrails: ["deny-public-snapshots-amis"] }, "LF3308"],
    [{ guardrails: ["*"], who: ["administrator"] }, "LF3305"],
    [{ guardrails: ["*"], cannot: ["iam:CreateUser"] }, "LF3305"],
  ])("that says %j is a mistake %s", async (expectation, code) => {
    expect(expectationFindings([await prove(expectation)])).toMatchObject([{ code, severity: "error" }]);
  });
});

describe("An expectation about a group", () => {
  it("is about its permission sets, where they are assigned", async () => {
    expect(await prove({ who: ["group/developers"], can: ["iam:CreateRole"], ous: ["Dev"] })).toMatchObject({ outcome: "holds" });
    expect(await prove({ who: ["group/auditors"], can: ["iam:CreateRole"], ous: ["Dev"] })).toMatchObject({ outcome: "fails", counterexamples: [{ principal: "permission-set/Look" }] });
    expect(await prove({ who: ["group/auditors"], cannot: ["iam:CreateRole"] })).toMatchObject({ outcome: "holds" });
    expect(await prove({ who: ["group/developers", "root"], cannot: ["s3:CreateBucket"], ous: ["Dev"], when: { "aws:RequestedRegion": "eu-west-1" } })).toMatchObject({ outcome: "fails" });
  });

  it("holds where the group has nothing, and is mistaken where it should be able to do something", async () => {
    expect(await prove({ who: ["group/developers"], cannot: ["*"], ous: ["Prod"] })).toMatchObject({ outcome: "holds" });
    expect(await prove({ who: ["group/nobody"], can: ["iam:CreateRole"] })).toMatchObject({ outcome: "mistaken" });
    expect(expectationFindings([await prove({ who: ["group/developer"], cannot: ["*"] })])).toMatchObject([{ code: "LF3302", suggestion: "group/developers" }]);
    expect(expectationFindings([await prove({ who: ["group/developers"], isolated: ["Prod", "Dev"] })])).toMatchObject([{ code: "LF3305" }]);
  });
});
