import { describe, expect, it } from "vitest";
import { loadCatalog, type PolicyStatement } from "../../policy/index.ts";
import { crossAccountGrants, type Grant, type KnownResource, SHARING_SERVICES, separation } from "../index.ts";
import { chained } from "../testing/chain.ts";

const catalog = await loadCatalog();
const model = chained();
const resource = (arn: string, account: string, ...statements: readonly PolicyStatement[]): KnownResource => ({ arn, account: `account:${account}`, policy: { Version: "2012-10-17", Statement: statements } });
const allow = (Principal: PolicyStatement["Principal"], Action: string | readonly string[], more: Partial<PolicyStatement> = {}): PolicyStatement => ({ Effect: "Allow", ...(Principal === undefined ? {} : { Principal }), Action, Resource: "*", ...more });
const grantsOf = (...resources: readonly KnownResource[]): readonly Grant[] => crossAccountGrants(model, { items: [], catalog, resources: { resources, complete: new Map() } }).filter(({ kind }) => kind === "resource");
const told = (grants: readonly Grant[]): (readonly unknown[])[] => grants.map(({ from, decided, actions }) => [from, decided[0]?.outcome, actions?.length]);

const BUILD = "arn:aws:iam::444444444444:root";

describe("policies of resources", () => {
  it("let accounts in by what they say, on the resource that the action is for", () => {
    const objects = { Resource: ["arn:aws:s3:::orders/*"] };
    expect(told(grantsOf(resource("arn:aws:s3:::orders", "shop-dev", allow({ AWS: BUILD }, ["s3:GetObject", "s3:ListBucket"], objects))))).toEqual([["build", "allowed", 1]]);
    expect(grantsOf(resource("arn:aws:s3:::orders", "shop-dev", allow({ AWS: BUILD }, "s3:ListBucket", objects)))[0]?.decided[0]?.outcome).toBe("denied");
  });

  it("are overruled by their own denials, by SCPs of the caller and by RCPs of the owner", () => {
    const key = (account: string, by: string, ...more: readonly PolicyStatement[]) => grantsOf(resource("arn:aws:kms:eu-west-1:555555555555:key/1", account, allow({ AWS: by }, "kms:Decrypt"), ...more))[0]?.decided[0]?.outcome;
    expect(key("shop-dev", BUILD)).toBe("allowed");
    expect(key("shop-dev", BUILD, { Effect: "Deny", Principal: "*", Action: "kms:*", Resource: "*" })).toBe("denied");
    // The RCP at the root lets no other organization into S3.
    expect(told(grantsOf(resource("arn:aws:s3:::orders", "shop-dev", allow({ AWS: "777777777777" }, "s3:GetObject"))))).toEqual([["account 777777777777, outside", "denied", 0]]);
    expect(told(grantsOf(resource("arn:aws:sns:eu-west-1:555555555555:t", "shop-dev", allow({ AWS: "777777777777" }, "sns:Publish"))))).toEqual([["account 777777777777, outside", "allowed", 1]]);
  });

  it("name everybody, and those of one organization", () => {
    const queue = (condition: PolicyStatement["Condition"]) => told(grantsOf(resource("arn:aws:sns:eu-west-1:555555555555:t", "shop-dev", allow("*", "sns:Publish", condition === undefined ? {} : { Condition: condition })))).map((line) => line.slice(0, 2));
    expect(queue(undefined)).toEqual([["any account of the organization", "allowed"], ["any AWS account", "allowed"], ["anybody, without signing in", "allowed"]]);
    expect(queue({ StringEquals: { "aws:PrincipalOrgID": model.organizationId.id } })).toEqual([["any account of the organization", "allowed"]]);
    expect(queue({ StringEquals: { "aws:PrincipalOrgID": "o-stranger12" } })).toEqual([["organization o-stranger12, outside", "allowed"]]);
    expect(queue({ StringEquals: { "aws:PrincipalAccount": "444444444444" } })).toEqual([["build", "allowed"]]);
    // Whoever has no organization does not have the key.
    expect(queue({ StringEqualsIfExists: { "aws:PrincipalOrgID": model.organizationId.id } })).toContainEqual(["anybody, without signing in", "allowed"]);
    // Only a call that a service makes carries the key.
    expect(queue({ StringEquals: { "aws:SourceAccount": "444444444444" } }).map((line) => line[1])).toEqual(["denied", "denied", "denied"]);
  });

  it("let in who has a name that they ask for, from whichever account may call", () => {
    const outcomes = (principal: PolicyStatement["Principal"], Condition: NonNullable<PolicyStatement["Condition"]>) => told(grantsOf(resource("arn:aws:sns:eu-west-1:555555555555:t", "shop-dev", allow(principal, "sns:Publish", { Condition })))).map((line) => line.slice(0, 2));
    const deploy = { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/deploy-*" } };
    expect(outcomes("*", deploy)).toEqual([["any account of the organization", "allowed"], ["any AWS account", "allowed"], ["anybody, without signing in", "denied"]]);
    expect(outcomes("*", { ...deploy, StringEquals: { "aws:PrincipalOrgID": model.organizationId.id } })).toEqual([["any account of the organization", "allowed"]]);
    for (const { key, organizationPath } of [...model.accounts.values()].filter((one) => !one.management && one.state === "active" && one.key !== "shop-dev")) {
      expect([key, outcomes("*", { "ForAnyValue:StringEquals": { "aws:PrincipalOrgPaths": organizationPath } })]).toEqual([key, [["any account of the organization", "allowed"]]]);
    }
    expect(outcomes({ AWS: BUILD }, { Null: { "aws:PrincipalArn": "false" } })).toEqual([["build", "allowed"]]);
  });

  it("say nothing across accounts where they name their own", () => {
    expect(grantsOf(resource("arn:aws:kms:eu-west-1:555555555555:key/1", "shop-dev", allow({ AWS: "arn:aws:iam::555555555555:root" }, "kms:*")))).toEqual([]);
  });

  it("have the purpose that is told beside them", () => {
    const bucket = { ...resource("arn:aws:s3:::orders", "shop-dev", allow({ AWS: BUILD }, "s3:GetObject")), purpose: "orders are counted" };
    expect(grantsOf(bucket).map(({ purpose, may }) => [purpose, may])).toEqual([["orders are counted", ["s3:GetObject"]]]);
  });
});

describe("accounts are proven apart", () => {
  const all = new Set(SHARING_SERVICES);
  const open = [...model.accounts.values()];
  const known = { ...model, roles: [], iamKnown: new Set(open.map(({ address }) => address)) };
  const apart = (of: typeof model, resources: readonly KnownResource[], complete: ReadonlyMap<string, ReadonlySet<string>>) => {
    const around = { items: [], catalog, resources: { resources, complete } };
    const { pairs, crossed, uncertain, closed, ungranted, byRolesOnly } = separation(of, crossAccountGrants(of, around), around);
    expect(crossed + uncertain + closed + ungranted + byRolesOnly).toBe(pairs);
    return { crossed, uncertain, closed, ungranted, byRolesOnly };
  };

  it("where every role and every policy of a resource is known", () => {
    const everything = new Map(open.map(({ address }) => [address, all]));
    expect(apart(known, [], everything)).toMatchObject({ crossed: 0, uncertain: 0, byRolesOnly: 0, closed: 6, ungranted: 36 });
    const shared = resource("arn:aws:sns:eu-west-1:555555555555:t", "shop-dev", allow({ AWS: BUILD }, "sns:Publish"));
    expect(apart(known, [shared], everything)).toMatchObject({ crossed: 1 });
  });

  it("where control policies deny it, whatever resources say; and no others", () => {
    // The account that is held may do nothing at all.
    expect(apart(known, [], new Map())).toMatchObject({ closed: 6, ungranted: 0, byRolesOnly: 36 });
  });

  it("nowhere else: roles that nobody has told are not known", () => {
    expect(apart(model, [], new Map())).toMatchObject({ closed: 6, ungranted: 0, byRolesOnly: 0 });
  });
});
