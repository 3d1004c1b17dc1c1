import { describe, expect, it } from "vitest";
import { attachedPoliciesIn, accountNamed, compareNodes, effectivePolicies, exampleResource, nodeNamed, placesOf, reachOfAccount, reachOfPolicies, whoCan } from "./index.ts";
import { loadCatalog } from "../policy/index.ts";
import { acme } from "./testing/acme.ts";

const model = acme();
const keys = (accounts: readonly { readonly key: string }[]): string[] => accounts.map(({ key }) => key);

describe("who can", () => {
  it("asks the root user, an administrator and every known role of each account", () => {
    const lines = new Map(whoCan(model, { action: "iam:CreateUser" }).map((line) => [line.word, line]));
    expect([...lines.keys()]).toEqual(["root", "administrator", "role/OrganizationAccountAccessRole", "role/deploy", "permission-set/Admin", "permission-set/Reader", "permission-set/Half"]);
    expect(keys(lines.get("administrator")?.allowed ?? [])).toEqual(["management", "log-archive", "shop-dev"]);
    expect(keys(lines.get("role/deploy")?.allowed ?? [])).toEqual(["shop-dev"]);
    expect(keys(lines.get("role/deploy")?.denied ?? [])).toEqual(["shop-prod", "data-prod"]);
    // Nothing that SecurityAudit grants could help where an SCP denies.
    expect(lines.get("permission-set/Reader")?.unknown.map(({ account }) => account.key)).toEqual(["log-archive", "shop-dev"]);
  });

  it("asks callers from outside where the owner of the resource is known", () => {
    const lines = whoCan(model, { action: "s3:GetObject", resource: "arn:aws:s3:::logs/x", resourceAccount: accountNamed(model, "log-archive") });
    expect(lines.filter(({ kind }) => kind === "outside" || kind === "anonymous").map(({ word, denied }) => [word, keys(denied)])).toEqual([["organization:o-another000", ["log-archive"]], ["anonymous", ["log-archive"]]]);
  });
});

describe("reach", () => {
  it("tells where a policy is attached and what it does not bind", () => {
    const reach = reachOfPolicies(model, ({ name }) => name === "regions") ?? expect.fail("it is attached");
    expect(reach.attachedTo).toEqual(["root"]);
    expect(placesOf(model, reach.accounts)).toEqual(["root"]);
    expect(keys(reach.unbound)).toEqual(["management"]);
    expect(reachOfPolicies(model, ({ name }) => name === "nothing")).toBeUndefined();
    // Tag policies reach the management account too.
    expect(keys(reachOfPolicies(model, ({ name }) => name === "cost-tags")?.accounts ?? [])).toContain("management");
  });

  it("tells what applies to an account, level by level", () => {
    const { levels } = reachOfAccount(model, accountNamed(model, "shop-prod"));
    expect(levels.map(({ node, policies }) => [node, policies.map(({ name }) => name)])).toEqual([
      ["root", ["FullAWSAccess", "RCPFullAWSAccess", "regions", "inside", "cost-tags"]],
      ["ou:Workloads", ["FullAWSAccess", "RCPFullAWSAccess"]],
      ["ou:Workloads/Prod", ["FullAWSAccess", "RCPFullAWSAccess", "no-users"]],
      ["account:shop-prod", ["FullAWSAccess", "RCPFullAWSAccess"]],
    ]);
    expect([...attachedPoliciesIn(model).keys()]).toContain("policy:tag/cost-tags");
  });
});

it("the settings of an account are merged, with the policies that made them", () => {
  const [tags] = effectivePolicies(model, accountNamed(model, "shop-prod")).settings;
  expect(tags).toMatchObject({ kind: "tag", json: { tags: { team: { tag_key: "team", tag_value: ["shop", "data"] } } }, problems: [] });
});

describe("two places", () => {
  it("differ by what an administrator may do in one only", () => {
    const { onlyRight, access, actionsAsked } = compareNodes(model, nodeNamed(model, "Workloads/Dev"), nodeNamed(model, "Workloads/Prod"), [{ action: "iam:CreateUser" }, { action: "s3:PutObject" }]);
    expect(onlyRight.map(({ name }) => name)).toEqual(["no-users"]);
    expect(access).toEqual([{ action: "iam:CreateUser", left: "allowed", right: "denied" }]);
    expect(actionsAsked).toBe(2);
  });

  it("are found by path, and the nearest is suggested", () => {
    expect(nodeNamed(model, "root").address).toBe("root");
    expect(() => nodeNamed(model, "Workloads/Prd")).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code: "LF3203", suggestion: "Workloads/Prod" })] }));
  });
});

it("places are told as OUs where all their accounts are meant", () => {
  const named = (...names: string[]) => placesOf(model, names.map((name) => accountNamed(model, name)));
  expect(named("shop-prod", "data-prod", "log-archive")).toEqual(["ou:Workloads/Prod", "account:log-archive"]);
  expect(named("shop-prod", "data-prod", "shop-dev")).toEqual(["ou:Workloads"]);
  expect(named("shop-prod", "management")).toEqual(["account:shop-prod", "account:management"]);
});

it("an example resource is in the account and is nothing that a policy names", async () => {
  const catalog = await loadCatalog();
  const example = (action: string) => exampleResource(model, catalog.action(action) ?? expect.fail(action), { id: "111122223333" });
  expect(example("s3:PutObject")).toBe("arn:aws:s3:::any/any");
  expect(example("ec2:RunInstances")).toBe("arn:aws:ec2:eu-west-1:111122223333:instance/any");
  expect(example("s3:ListAllMyBuckets")).toBeUndefined();
});
