import { describe, expect, it } from "vitest";
import { expand } from "../../inventory/index.ts";
import type { Organization } from "../../organization/index.ts";
import { loadCatalog, type PolicyStatement } from "../../policy/index.ts";
import { accessModel } from "../make-model.ts";
import { accessDifference } from "./difference.ts";

const scp = (...Statement: PolicyStatement[]) => ({ type: "scp", document: { Version: "2012-10-17", Statement } }) as const;
const rcp = (...Statement: PolicyStatement[]) => ({ type: "rcp", document: { Version: "2012-10-17", Statement } }) as const;

function organization(policies: Organization["policies"], at: readonly string[], more: Partial<Organization> = {}): Organization {
  return { name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"], accountEmail: "aws+{account}@acme.example", ...(policies === undefined ? {} : { policies }), ous: { Prod: { policies: at, accounts: { shop: {}, web: {} } }, Dev: { accounts: { lab: {} } } }, ...more };
}

async function between(before: Organization, after: Organization) {
  const [old, made] = [before, after].map((one) => accessModel(expand(one), { homeRegion: "eu-west-1" }));
  if (old === undefined || made === undefined) throw new TypeError("two models");
  return accessDifference(old, made, await loadCatalog());
}

const NO_BUCKETS: PolicyStatement = { Sid: "NoBuckets", Effect: "Deny", Action: ["s3:DeleteBucket", "s3:PutBucketPolicy"], Resource: "*" };

describe("the access difference", () => {
  it("is empty where nothing changes, and where a Deny only moves up without reaching more", async () => {
    const one = organization({ a: scp(NO_BUCKETS) }, ["a"]);
    expect(await between(one, one)).toMatchObject({ lost: [], gained: [], requests: 0 });
    const apart = organization({ a: scp(NO_BUCKETS) }, ["a"], { ous: { Prod: { accounts: { shop: { policies: ["a"] }, web: { policies: ["a"] } } }, Dev: { accounts: { lab: {} } } } });
    expect(await between(one, apart)).toMatchObject({ lost: [], gained: [] });
  });

  it("tells in one line who loses what where, and by which statement", async () => {
    const { lost, gained } = await between(organization({ a: scp(NO_BUCKETS) }, []), organization({ a: scp(NO_BUCKETS) }, ["a"]));
    expect(gained).toEqual([]);
    expect(lost).toMatchObject([{ places: ["ou:Prod"], principals: ["root", "administrator"], actions: ["s3:DeleteBucket", "s3:PutBucketPolicy"], resources: [], when: [], because: { kind: "scp", policy: "a", sid: "NoBuckets", node: "ou:Prod" } }]);
  });

  it("sees that an exception by name lets one role through, and not the others", async () => {
    const except = (name: string) => organization({ a: scp({ ...NO_BUCKETS, Condition: { ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::*:role/${name}` } } }) }, ["a"]);
    const { lost, gained } = await between(except("deploy"), except("release"));
    expect(lost).toMatchObject([{ principals: ["role/deploy"], actions: ["s3:DeleteBucket", "s3:PutBucketPolicy"] }]);
    expect(gained).toMatchObject([{ principals: ["role/release"] }]);
  });

  it("tells the values of a key that make the difference", async () => {
    const regions = (...allowed: string[]) => organization({ a: scp({ Sid: "Regions", Effect: "Deny", NotAction: ["iam:*"], Resource: "*", Condition: { StringNotEquals: { "aws:RequestedRegion": allowed } } }) }, ["a"]);
    const { lost, gained } = await between(regions("eu-west-1", "eu-central-1"), regions("eu-west-1"));
    expect(gained).toEqual([]);
    expect(lost.every(({ when }) => when.length === 1 && when[0]?.key === "aws:RequestedRegion" && when[0].values.join() === "eu-central-1")).toBe(true);
    expect(lost).toMatchObject([{ actions: ["*"], except: ["iam:*"] }]);
  });

  it("tells what a resource pattern makes of it", async () => {
    const keep = (resource: string) => organization({ a: scp({ Effect: "Deny", Action: "iam:DeleteRole", Resource: resource }) }, ["a"]);
    const { lost, gained } = await between(keep("arn:aws:iam::*:role/audit"), keep("arn:aws:iam::*:role/audit*"));
    expect(gained).toEqual([]);
    expect(lost).toMatchObject([{ actions: ["iam:DeleteRole"], resources: ["arn:aws:iam::*:role/audit*"] }]);
  });

  it("tells who from outside an RCP shuts out", async () => {
    const ours = rcp({ Sid: "Ours", Effect: "Deny", Principal: "*", Action: "s3:GetObject", Resource: "*", Condition: { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-abcdefghij" }, BoolIfExists: { "aws:PrincipalIsAWSService": "false" } } });
    const { lost } = await between(organization({ a: ours }, []), organization({ a: ours }, ["a"]));
    expect(lost.flatMap(({ principals }) => principals)).toContain("another organization");
    expect(lost.flatMap(({ principals }) => principals)).not.toContain("an AWS service");
  });

  it("finds an account that moves from under a policy", async () => {
    const places = (lab: boolean) => organization({ a: scp(NO_BUCKETS) }, ["a"], { ous: { Prod: { policies: ["a"], accounts: { shop: {}, ...(lab ? { lab: {} } : {}) } }, Dev: { accounts: { web: {}, ...(lab ? {} : { lab: {} }) } } } });
    const { lost, gained } = await between(places(true), places(false));
    expect(lost).toEqual([]);
    expect(gained).toMatchObject([{ places: ["account:lab"], because: { policy: "a", node: "ou:Prod" } }]);
  });

  it("asks an account by itself that a policy names by its id", async () => {
    const ids: Partial<Organization> = { ous: { Prod: { policies: ["a"], accounts: { shop: { id: "111111111111" }, web: { id: "222222222222" } } } } };
    const but = (id: string) => organization({ a: scp({ ...NO_BUCKETS, Condition: { StringNotEquals: { "aws:PrincipalAccount": id } } }) }, [], ids);
    const role = (id: string) => organization({ a: scp({ ...NO_BUCKETS, Condition: { ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::${id}:role/deploy` } } }) }, [], ids);
    expect((await between(but("999999999998"), but("222222222222"))).gained).toMatchObject([{ accounts: ["account:web"], principals: ["root", "administrator"] }]);
    expect((await between(role("222222222222"), role("999999999998"))).lost).toMatchObject([{ accounts: ["account:web"], principals: ["role/deploy"] }]);
  });

  it("tells of a service that the catalog does not have", async () => {
    const of = (Action: string[]) => organization({ a: scp({ Effect: "Deny", Action, Resource: "*" }) }, ["a"]);
    expect((await between(of(["s3:DeleteBucket"]), of(["s3:DeleteBucket", "brandnew:*"]))).lost).toMatchObject([{ places: ["ou:Prod"], actions: ["brandnew:*"] }]);
  });
});
