import { describe, expect, it } from "vitest";
import { expand } from "../../inventory/index.ts";
import { loadCatalog, type PolicyStatement } from "../../policy/index.ts";
import { accessModel, type AccessModel, accountNamed, blastRadius, type BlastRadius, type Containment, type KnownResource, knownRoles } from "../index.ts";
import { ACME } from "../testing/acme.ts";
import { CHAIN, chained } from "../testing/chain.ts";

const catalog = await loadCatalog();
const model = chained();
const allow = (AWS: string, ...Action: readonly string[]): PolicyStatement => ({ Effect: "Allow", Principal: AWS === "*" ? "*" : { AWS }, Action, Resource: "*" });
const resource = (arn: string, account: string, ...statements: readonly PolicyStatement[]): KnownResource => ({ arn, account: `account:${account}`, policy: { Version: "2012-10-17", Statement: statements } });
const TOPIC = "arn:aws:sns:eu-west-1:555555555555:orders";
const KEY = "arn:aws:kms:eu-west-1:444444444444:key/1";

const compromised = (word: string, key: string, resources: readonly KnownResource[], of: AccessModel = model): BlastRadius =>
  blastRadius(of, word, accountNamed(of, key), { items: [], catalog, resources: { resources, complete: new Map() } });
function contained({ containment }: BlastRadius): Extract<Containment, { possible: true }> {
  if (!containment.possible) throw new Error("SCPs bind the account");
  return containment;
}

describe("resources within reach of a compromised role", () => {
  const topic = resource(TOPIC, "shop-dev", allow("arn:aws:iam::444444444444:root", "sns:Publish"));
  const bucket = resource("arn:aws:s3:::orders", "shop-dev", { ...allow("arn:aws:iam::555555555555:root", "s3:*"), Resource: ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"] });

  it("are those that its own policies allow too, and those of the roles that it becomes", () => {
    const { before } = compromised("administrator", "build", [topic, bucket]);
    expect(before.resources.map(({ resource: arn, as, certain }) => [arn, as, certain])).toEqual([[TOPIC, "administrator in build", true], ["arn:aws:s3:::orders", "role/deploy in shop-dev", true]]);
    // The pipeline's own policy allows sts:AssumeRole alone; the role that it becomes has S3, and no SNS.
    expect(compromised("role/pipeline", "build", [topic, bucket]).before.resources.map(({ resource: arn, as }) => [arn, as])).toEqual([["arn:aws:s3:::orders", "role/deploy in shop-dev"]]);
    expect(before.resources[0]?.actions).toEqual(["sns:Publish"]);
  });

  it("are gone for itself after containment, and stay for sessions that are open", () => {
    const { after, openResources } = contained(compromised("administrator", "build", [topic, bucket]));
    expect(after.resources).toEqual([]);
    // The role that AWS makes is let through by guardrails, and nothing here protects whom it trusts.
    expect(openResources.map(({ resource: arn, as }) => [arn, as])).toEqual([[TOPIC, "role/OrganizationAccountAccessRole in build"], ["arn:aws:s3:::orders", "role/deploy in shop-dev"]]);
  });

  it("may be within reach where the caller's policies are not known", () => {
    const { before } = compromised("role/nobody-told", "build", [topic]);
    expect(before.resources).toMatchObject([{ resource: TOPIC, certain: false, hangsOn: ["the caller's policies"] }]);
  });
});

describe("ways into a contained account", () => {
  const ways = (key: string, resources: readonly KnownResource[], of?: AccessModel) => contained(compromised("administrator", key, resources, of)).waysIn.map(({ by, from, outside, afterScp, afterRcp }) => [by, from, outside, afterScp, afterRcp]);

  it("stay open to other organizations after an SCP; an RCP closes those of services that it reaches", () => {
    const told = ways("build", [resource(KEY, "build", allow("arn:aws:iam::777777777777:root", "kms:Decrypt")), resource(TOPIC.replace("555555555555", "444444444444"), "build", allow("*", "sns:Publish"))]);
    expect(told).toContainEqual([KEY, "account 777777777777, outside", true, "open", "closed"]);
    // RCPs do not reach SNS.
    expect(told).toContainEqual([TOPIC.replace("555555555555", "444444444444"), "any AWS account", true, "open", "open"]);
  });

  it("lead into roles that may do nothing any more, unless guardrails let them through", () => {
    const told = ways("shop-dev", []);
    expect(told).toContainEqual(["role/deploy", "role/pipeline in build", false, "powerless", "closed"]);
    expect(told).toContainEqual(["role/OrganizationAccountAccessRole", "management", false, "open", "open"]);
    expect(ways("shop-prod", [])).toContainEqual(["role/partner", "account 777777777777, outside", true, "unknown", "closed"]);
  });

  it("are not told of an RCP where RCPs are not enabled", () => {
    const { inside: _, ...policies } = CHAIN.policies ?? {};
    const without = { ...CHAIN, policies, root: { policies: ACME.root?.policies?.filter((name) => name !== "inside") ?? [] } };
    const plain = accessModel(expand(without), { homeRegion: "eu-west-1", roles: knownRoles(without) });
    expect(contained(compromised("administrator", "shop-dev", [], plain)).rcps).toBe(false);
    expect(ways("shop-dev", [], plain)).toContainEqual(["role/deploy", "role/pipeline in build", false, "powerless", undefined]);
  });
});
