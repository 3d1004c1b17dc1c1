import { describe, expect, it } from "vitest";
import { permissionSetPolicies, rolePolicies } from "./granted-policies.ts";
import { namedAccounts } from "./named-accounts.ts";
import type { Organization } from "./types.ts";
import { accountsOf } from "./walk.ts";

const allow = (Action: string): { readonly Statement: { readonly Effect: "Allow"; readonly Action: string; readonly Resource: "*" } } => ({ Statement: { Effect: "Allow", Action, Resource: "*" } });
const organization: Organization = {
  name: "acme",
  homeRegion: "eu-west-1",
  regions: ["eu-west-1"],
  root: { accounts: { loose: {} } },
  ous: { Workloads: { accounts: { tool: {} }, ous: { Prod: { accounts: { shop: {} } }, Production: { accounts: { other: {} } }, "A/B": { accounts: { odd: {} } } } } },
  identityCenter: {
    permissionSets: {
      Administrator: { managedPolicies: ["AdministratorAccess"] },
      Developer: { managedPolicies: ["arn:aws:iam::aws:policy/job-function/Billing"], customerManagedPolicies: [{ name: "app" }, { name: "own", document: allow("s3:*") }], inlinePolicy: allow("ec2:*"), boundary: { customerManagedPolicy: { name: "limit" } } },
    },
  },
  roles: { deploy: { trust: { Statement: [] }, ous: ["Workloads/Prod"], inlinePolicy: allow("ecs:*") }, audit: { trust: { Statement: [] }, accounts: ["management"], boundary: { managedPolicy: "PowerUserAccess" } }, all: { trust: { Statement: [] } } },
};

describe("the policies of a permission set", () => {
  it("are those whose text is known, and the names of the others", () => {
    expect(permissionSetPolicies(organization, "Administrator")?.identity).toEqual({ policies: [{ name: "AdministratorAccess", document: expect.objectContaining({}) as object }], unknown: [] });
    expect(permissionSetPolicies(organization, "Developer")).toEqual({
      identity: { policies: [{ name: "own", document: allow("s3:*") }, { name: "Developer, inline", document: allow("ec2:*") }], unknown: ["job-function/Billing", "app"] },
      boundary: { policies: [], unknown: ["limit"] },
    });
  });

  it("are undefined where the file has no such set", () => {
    expect(permissionSetPolicies(organization, "constructor")).toBeUndefined();
  });
});

describe("the policies of a role", () => {
  it("are there in the accounts that have it, by key, by OU or in all of them", () => {
    expect(rolePolicies(organization, "shop", "deploy")?.identity.policies).toEqual([{ name: "deploy, inline", document: allow("ecs:*") }]);
    for (const account of ["other", "tool", "management"]) expect(rolePolicies(organization, account, "deploy")).toBeUndefined();
    expect(rolePolicies(organization, "management", "audit")?.boundary?.policies.map(({ name }) => name)).toEqual(["PowerUserAccess"]);
    expect(rolePolicies(organization, "management", "all")).toBeUndefined();
    expect(rolePolicies(organization, "loose", "all")).toEqual({ identity: { policies: [], unknown: [] } });
  });
});

it("accounts are named by key and by the path of an OU, a slash in its name escaped; root is all member accounts", () => {
  const keys = (ous: string[], accounts: string[] = []): string[] => namedAccounts({ ous, accounts }, accountsOf(organization)).members.map(({ key }) => key);
  expect(keys(["Workloads/Prod", "Workloads"])).toEqual(["tool", "shop", "other", "odd"]);
  expect(keys(["Workloads/A%2FB"], ["loose", "nobody"])).toEqual(["loose", "odd"]);
  expect(keys(["root"])).toHaveLength(5);
});
