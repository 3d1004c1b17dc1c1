import { describe, expect, it } from "vitest";
import { expand, type Observation, type Observed } from "../inventory/index.ts";
import type { Organization } from "../organization/index.ts";
import type { PolicyStatement } from "../policy/index.ts";
import { requireNoLockOut } from "./confirm.ts";
import { type LockOut, lockOuts } from "./lock-out.ts";
import { makePlan, type Plan } from "./index.ts";

const scp = (...Statement: PolicyStatement[]) => ({ type: "scp", document: { Version: "2012-10-17", Statement } }) as const;
const rcp = (...Statement: PolicyStatement[]) => ({ type: "rcp", document: { Version: "2012-10-17", Statement } }) as const;
const OTHERS = (...names: string[]) => ({ ArnNotLike: { "aws:PrincipalArn": names.map((name) => `arn:aws:iam::*:role/${name}`) } });

const ALL: PolicyStatement = { Sid: "Frozen", Effect: "Deny", Action: "*", Resource: "*" };

const organization = (policies: Organization["policies"], at: readonly string[], more: Partial<Organization> = {}): Organization => ({
  name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"], accountEmail: "aws+{account}@acme.example", ...(policies === undefined ? {} : { policies }),
  ous: { Prod: { policies: at, accounts: { shop: { id: "111111111111" } } }, Lab: { accounts: { lab: { id: "222222222222" } } } }, ...more,
});

/** What the plan from one file to another would shut out. */
function between(before: Organization, after: Organization, exemptRoles: readonly string[] = []): LockOut[] {
  const items = new Map([...expand(before)].map(([address, item]): [string, Observed] => [address, { item, id: item.kind === "account" && item.statedId !== undefined ? item.statedId : address, owner: "ours" }]));
  const observation: Observation = { items, creationsInFlight: [], managementAccountId: "999999999999", organizationId: "o-abcdefghij", notRead: [], calls: {} };
  const desired = expand(after);
  const comparers = ["policy", "account"].map((kind) => ({ kind: kind as "policy", compare: (one: unknown, other: { item: unknown }) => (JSON.stringify(one) === JSON.stringify(other.item) ? [] : [{ field: kind === "account" ? "parent" : "document" }]) }));
  const { changes } = makePlan({ name: "acme", homeRegion: "eu-west-1", desired, observation, comparers });
  return lockOuts(changes, desired, observation, { homeRegion: "eu-west-1", exemptRoles });
}

const who = (found: readonly LockOut[]): string[] => [...new Set(found.map((one) => one.who))].toSorted();

describe("the lock-out guard", () => {
  it("names the step, the statement, the place and whom it shuts out", () => {
    const found = between(organization({ frozen: scp(ALL) }, []), organization({ frozen: scp(ALL) }, ["frozen"]));
    expect(who(found)).toEqual(["landfall", "the security team"]);
    expect(found[0]).toMatchObject({ step: "attachment:scp/frozen>ou:Prod", action: "attach", accounts: ["account:shop"], policy: "frozen", sid: "Frozen", node: "ou:Prod" });
  });

  it("says nothing where the policy lets them through", () => {
    const frozen = scp({ ...ALL, Condition: OTHERS("landfall-*") });
    expect(between(organization({ frozen }, []), organization({ frozen }, ["frozen"]))).toEqual([]);
  });

  it("says nothing of who was shut out before", () => {
    const two = { frozen: scp(ALL), more: scp({ Effect: "Deny", Action: "iam:*", Resource: "*" }) };
    expect(between(organization(two, ["frozen"]), organization(two, ["frozen", "more"]))).toEqual([]);
  });

  it("sees an RCP that keeps landfall from entering, and one that only keeps strangers out", () => {
    const closed = rcp({ Effect: "Deny", Principal: "*", Action: "sts:AssumeRole", Resource: "*" });
    expect(who(between(organization({ closed }, []), organization({ closed }, ["closed"])))).toEqual(["landfall", "the security team"]);
    const ours = rcp({ Effect: "Deny", Principal: "*", Action: "sts:AssumeRole", Resource: "*", Condition: { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-abcdefghij" } } });
    expect(between(organization({ ours }, []), organization({ ours }, ["ours"]))).toEqual([]);
  });

  it("watches over break-glass where the file names it, over StackSets where they have trusted access, and over Identity Center's administrator", () => {
    const most = scp({ ...ALL, Condition: OTHERS("landfall-*") });
    const asked = (more: Partial<Organization>, exempt: readonly string[] = []) => who(between(organization({ most }, [], more), organization({ most }, ["most"], more), exempt));
    expect(asked({}, ["break-glass"])).toEqual(["break-glass"]);
    expect(asked({ trustedAccess: ["member.org.stacksets.cloudformation.amazonaws.com"] })).toEqual(["StackSets"]);
    expect(asked({ trustedAccess: ["sso.amazonaws.com"], delegatedAdministrators: { "sso.amazonaws.com": ["shop"] } })).toEqual(["Identity Center's administrator"]);
  });

  it("follows an account that moves under such a policy, and one that is made there", () => {
    const frozen = { frozen: scp(ALL) };
    const places = (ous: Organization["ous"]) => organization(frozen, ["frozen"], ous === undefined ? {} : { ous });
    const before = places({ Prod: { policies: ["frozen"], accounts: {} }, Lab: { accounts: { lab: { id: "222222222222" } } } });
    expect(between(before, places({ Prod: { policies: ["frozen"], accounts: { lab: { id: "222222222222" } } }, Lab: {} }))[0]).toMatchObject({ step: "account:lab", action: "move", accounts: ["account:lab"] });
    expect(between(before, places({ Prod: { policies: ["frozen"], accounts: { made: {} } }, Lab: { accounts: { lab: { id: "222222222222" } } } }))[0]).toMatchObject({ step: "account:made", action: "create" });
  });

  it("asks an account by itself that a policy names by its id or its OU", () => {
    const ous = { Prod: { policies: [], accounts: { shop: { id: "111111111111" }, web: { id: "333333333333" } } } };
    const at = { Prod: { ...ous.Prod, policies: ["most"] } };
    const found = (Condition: NonNullable<PolicyStatement["Condition"]>): LockOut[] => between(organization({ most: scp({ ...ALL, Condition }) }, [], { ous }), organization({ most: scp({ ...ALL, Condition }) }, [], { ous: at }));
    expect(found({ StringEquals: { "aws:PrincipalAccount": "333333333333" } })[0]).toMatchObject({ accounts: ["account:web"] });
    expect(found({ ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::111111111111:role/landfall-*" } })[0]).toMatchObject({ accounts: ["account:web"] });
    expect(found({ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-abcdefghij/*/ou:Prod/*" } })[0]).toMatchObject({ accounts: ["account:shop", "account:web"] });
    expect(found({ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-abcdefghij/*/ou:Lab/*" } })).toEqual([]);
  });

  it("follows steps in the order of the run, in which one list of what is allowed comes before the other goes", () => {
    const all: PolicyStatement = { Effect: "Allow", Action: "*", Resource: "*" };
    const policies = { "a-old": scp(all), "z-new": scp(all, { Effect: "Deny", Action: "s3:DeleteBucket", Resource: "*" }) };
    const withList = (policy: string) => organization(policies, [], { ous: { Prod: { fullAwsAccess: false, policies: [policy], accounts: { shop: { id: "111111111111" } } } } });
    expect(between(withList("a-old"), withList("z-new"))).toEqual([]);
  });

  it("sees a new text wherever the policy is attached", () => {
    const texts = (statement: PolicyStatement) => organization({ one: scp(statement) }, ["one"], { ous: { Prod: { policies: ["one"], ous: { Web: { accounts: { shop: { id: "111111111111" } } } } }, Lab: { accounts: { lab: { id: "222222222222", policies: ["one"] }, free: { id: "444444444444" } } } } });
    const found = between(texts({ Effect: "Deny", Action: "s3:*", Resource: "*" }), texts(ALL));
    expect(found.map(({ who: name, accounts }) => `${name} ${accounts.join()}`).toSorted()).toEqual(["landfall account:lab", "landfall account:shop", "the security team account:lab", "the security team account:shop"]);
  });

  it("looks at what stands in a policy while its old text makes way for the new one", () => {
    const lists = (actions: readonly string[], at: readonly string[]) => {
      const policies = { list: scp({ Effect: "Allow", Action: [...actions, "s3:*", "sts:*", "cloudtrail:*"], Resource: "*" }), other: scp({ Effect: "Deny", Action: "s3:DeleteBucket", Resource: "*" }) };
      return organization(policies, [], { ous: { Prod: { fullAwsAccess: false, policies: ["list", ...at], accounts: { shop: { id: "111111111111" } } } } });
    };
    const found = between(lists(["iam:*Role*", "iam:*Account*"], ["other"]), lists(["iam:Get*", "iam:List*"], []));
    expect(found[0]).toMatchObject({ step: "policy:scp/list", action: "update", who: "landfall", accounts: ["account:shop"] });
    expect(between(lists(["iam:*"], ["other"]), lists(["iam:Get*", "iam:List*"], []))).toEqual([]);
  });

  it("finds a level at which nothing is allowed any more", () => {
    const found = between(organization({ lists: scp({ Effect: "Deny", Action: "s3:*", Resource: "*" }) }, ["lists"]), organization({ lists: scp({ Effect: "Deny", Action: "s3:*", Resource: "*" }) }, ["lists"], { ous: { Prod: { fullAwsAccess: false, policies: ["lists"], accounts: { shop: { id: "111111111111" } } }, Lab: { accounts: { lab: { id: "222222222222" } } } } }));
    expect(found).toMatchObject([{ who: "everybody", node: "ou:Prod", accounts: ["account:shop"], action: "detach" }]);
  });

  it("LF4011: refuses such a plan unless each step is accepted by its address", () => {
    const shut = between(organization({ frozen: scp(ALL) }, []), organization({ frozen: scp(ALL) }, ["frozen"]));
    const plan = { lockOuts: shut } as unknown as Plan;
    expect(() => requireNoLockOut(plan, [])).toThrow(expect.objectContaining({ diagnostics: expect.arrayContaining([expect.objectContaining({ code: "LF4011", fix: expect.stringContaining("--accept-lock-out 'attachment:scp/frozen>ou:Prod'") })]) }));
    expect(() => requireNoLockOut(plan, ["attachment:scp/frozen>ou:Prod"])).not.toThrow();
  });
});
