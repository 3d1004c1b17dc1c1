import { describe, expect, it } from "vitest";
import { expand } from "../../inventory/index.ts";
import type { Organization } from "../../organization/index.ts";
import { loadCatalog, type PolicyDocument } from "../../policy/index.ts";
import { accessModel, type AccessModel, accountNamed, blastRadius, crossAccountGrants, decideAccess, type Hop, knownRoles, principalIn } from "../index.ts";
import { ACME } from "../testing/acme.ts";
import { CHAIN, chained, may, trust } from "../testing/chain.ts";

const modelOf = (organization: Organization): AccessModel => accessModel(expand(organization), { homeRegion: "eu-west-1", roles: knownRoles(organization) });
const model = chained();
const told = (hops: readonly Hop[]): string[] => hops.map(({ depth, word, account, from, way, certain }) => `${depth} ${word} in ${account.key}${from === undefined ? "" : ` from ${from.word} in ${from.account.key}`}${way === "assumes" ? "" : " rewriting"}${certain ? "" : "?"}`);
const radiusOf = (word: string, key: string, of = model) => blastRadius(of, word, accountNamed(of, key), { items: [], catalog });

const catalog = await loadCatalog();
const grantsOf = (organization: Organization) => crossAccountGrants(modelOf(organization), { items: [...expand(organization).values()], organization, catalog });

describe("grants across accounts", () => {
  const lines = grantsOf(CHAIN).map(({ from, by, to, purpose, decided }) => [by, from, to === "organization" ? to : to.map(({ key }) => key).join(" "), purpose, [...new Set(decided.map(({ outcome }) => outcome))].join()]);
  const about = (by: string): unknown[] => lines.filter(([name]) => name === by).map((line) => line.slice(1));

  it("name who is let in, where, for what, and whether policies let it work", () => {
    expect(about("role/deploy")).toEqual([["role/pipeline in build", "shop-prod shop-dev", "Deploys what was built", "allowed"]]);
    expect(about("role/OrganizationAccountAccessRole")[0]).toMatchObject(["management", expect.stringContaining("shop-dev") as unknown, expect.stringContaining("AWS makes the role") as unknown, "allowed"]);
    expect(about("role/landfall-member").map((line) => (line as string[])[0])).toEqual(["role/landfall-plan in management", "role/landfall-apply in management"]);
    expect(about("guardduty.amazonaws.com")).toEqual([["build", "organization", "administers guardduty for the organization", "allowed"]]);
    // Organizations answers in us-east-1, which the SCP of Regions closes for every member account.
    expect(about("organizations:ListAccounts")).toEqual([["build", "organization", "PolicyDesk, as its statement is named", "denied"]]);
    expect(about("role/stacksets-exec-*")[0]).toMatchObject(["management", expect.stringContaining("shop-prod") as unknown, "baselines are rolled out by StackSets", expect.stringContaining("allowed") as unknown]);
  });

  it("have no purpose where nobody has said one, and hang on keys that only the caller knows", () => {
    expect(about("role/partner")).toEqual([["account 777777777777, outside", "shop-prod", undefined, "unknown"]]);
    expect(grantsOf(CHAIN).find(({ by }) => by === "role/partner")?.decided[0]?.missingKeys).toEqual(["sts:externalid"]);
  });

  it("do not work where an SCP of the caller's account denies them", () => {
    expect(about("role/frozen")).toEqual([["stuck", "shop-dev", undefined, "denied"]]);
  });

  it("leave out what stays in one account", () => {
    expect(about("role/pipeline")).toEqual([]);
  });

  it("name groups that enter several stages, and no others", () => {
    expect(lines.filter(([by]) => String(by).startsWith("permission-set/")).map(([by, from, to]) => [by, from, to])).toEqual([
      ["permission-set/Admin", "group platform", "shop-prod shop-dev"],
      ["permission-set/Reader", "group audit", expect.stringContaining("log-archive")],
    ]);
  });

  it("say that any account is let in where the trust names everybody", () => {
    const open = grantsOf({ ...CHAIN, roles: { open: { accounts: ["shop-dev"], trust: { Version: "2012-10-17", Statement: { Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" } }, ...may("s3:*") } } });
    expect(open.filter(({ by }) => by === "role/open").map(({ from, decided }) => [from, decided[0]?.outcome])).toEqual([["any account of the organization", "allowed"], ["any AWS account", "allowed"]]);
  });
});

describe("a compromised principal", () => {
  it("reaches others hop by hop", () => {
    expect(told(radiusOf("role/pipeline", "build").before.hops)).toEqual(["1 role/deploy in shop-prod", "1 role/deploy in shop-dev", "2 role/copy in shop-prod from role/deploy in shop-dev"]);
  });

  it("reaches no role that a decision by itself denies, and each that it allows", () => {
    const from = principalIn(model, "role/pipeline", accountNamed(model, "build"));
    const { before } = radiusOf("role/pipeline", "build");
    for (const role of model.roles.filter(({ kind }) => kind === "role")) {
      for (const account of [...role.accounts].map((address) => accountNamed(model, address)).filter(({ id }) => id !== "444444444444")) {
        const { outcome } = decideAccess(model, { principal: from, action: "sts:AssumeRole", resource: `arn:aws:iam::${account.id}:role/${role.name}`, ...(role.trust === undefined ? { resourcePolicy: { name: "trust", document: trust("arn:aws:iam::999999999999:root") } } : {}) });
        expect([role.name, account.key, before.hops.some((hop) => hop.depth === 1 && hop.word === `role/${role.name}` && hop.account === account)]).toEqual([role.name, account.key, outcome === "allowed"]);
      }
    }
  });

  it("takes roles of its own account over by changing whom they trust", () => {
    expect(told(radiusOf("administrator", "build").before.hops).slice(0, 2)).toEqual(["1 role/OrganizationAccountAccessRole in build rewriting", "1 role/pipeline in build"]);
    expect(told(radiusOf("administrator", "shop-prod").before.hops)).toEqual(expect.arrayContaining(["1 role/copy in shop-prod rewriting", "1 role/partner in shop-prod rewriting"]));
    expect(radiusOf("role/copy", "shop-prod").before).toEqual({ hops: [], isWhole: true, resources: [] });
  });

  it("is told as unknown where its policies are, and so is all that lies behind", () => {
    const { before } = blastRadius(model, "role/nobody-told", accountNamed(model, "build"), { items: [], catalog });
    expect(told(before.hops)).toContain("1 role/pipeline in build?");
    expect(told(before.hops)).toContain("2 role/deploy in shop-dev from role/pipeline in build?");
    expect(before.hops[0]?.hangsOn).toEqual(["the caller's policies"]);
  });

  it("opens nothing anew after containment, and keeps sessions it has opened elsewhere", () => {
    const { containment } = radiusOf("role/pipeline", "build");
    if (!containment.possible) return expect.fail("SCPs bind it");
    expect(containment).toMatchObject({ denies: "principal", after: { hops: [], isWhole: true } });
    expect(told(containment.open)).toHaveLength(3);
  });

  it("is stopped with all of its account where it could act under any name", () => {
    const { before, containment } = radiusOf("administrator", "build");
    if (!containment.possible) return expect.fail("SCPs bind it");
    expect(told(before.hops)).toContain("1 role/pipeline in build");
    expect(containment).toMatchObject({ denies: "account", after: { hops: [] } });
    // The pipeline's session is in the contained account, so it is denied as well; what guardrails let through is not.
    expect([...new Set(containment.open.map(({ word }) => word))]).toEqual(["role/OrganizationAccountAccessRole", "role/deploy", "role/copy"]);
  });

  it("cannot be contained in the management account, from where it reaches every account", () => {
    const { before, containment } = radiusOf("administrator", "management");
    expect(containment).toEqual({ possible: false, why: "management" });
    expect(new Set(before.hops.map(({ account }) => account.key))).toEqual(new Set(["log-archive", "build", "stuck", "shop-prod", "shop-dev", "old"]));
  });

  it("is not followed for ever where everybody trusts everybody", () => {
    const accounts = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`a-${index}`, {}]));
    const everybody: PolicyDocument = { Version: "2012-10-17", Statement: { Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" } };
    const tagged: PolicyDocument = { Version: "2012-10-17", Statement: { Effect: "Allow", Principal: "*", Action: "sts:AssumeRole", Condition: { StringEquals: { "aws:PrincipalTag/never": "x" } } } };
    const wide = modelOf({ ...ACME, roles: { closed: { ous: ["All"], trust: tagged, ...may("sts:AssumeRole") }, open: { ous: ["All"], trust: everybody, ...may("sts:AssumeRole") } }, ous: { All: { accounts } } });
    const { before } = radiusOf("role/open", "a-0", wide);
    expect(before.hops.filter(({ word, certain }) => word === "role/open" && certain)).toHaveLength(119);
  });
});
