import { describe, expect, it } from "vitest";
import type { Expectation, Organization } from "../../organization/index.ts";
import { loadCatalog } from "../../policy/index.ts";
import { expectationFindings, proveExpectations } from "../index.ts";
import { ACME } from "../testing/acme.ts";

const prove = async (expectation: Expectation, organization: Organization = ACME) => {
  const [result] = proveExpectations({ ...organization, expectations: { it: expectation } }, await loadCatalog()).results;
  if (result === undefined) throw new Error("no result");
  return result;
};
const findings = async (expectation: Expectation) => expectationFindings([await prove(expectation)]);

describe("An expectation", () => {
  it("holds where a policy denies it to everybody inside", async () => {
    expect(await prove({ cannot: ["iam:CreateUser"], ous: ["Workloads/Prod"] })).toMatchObject({ outcome: "holds" });
  });

  it("fails with the request that gets through, and with its ladder", async () => {
    const { outcome, counterexamples } = await prove({ cannot: ["iam:CreateUser"], ous: ["Workloads"] });
    expect(outcome).toBe("fails");
    expect(counterexamples[0]).toMatchObject({ principal: "root", account: { key: "shop-dev" }, action: "iam:CreateUser" });
    expect(counterexamples[0]?.answer.rungs.some(({ node }) => node === "ou:Workloads/Dev")).toBe(true);
  });

  it("finds the value of a condition key that lets a request through", async () => {
    const { counterexamples } = await prove({ who: ["administrator"], cannot: ["ec2:RunInstances"] });
    expect(counterexamples[0]?.context).toEqual({ "aws:RequestedRegion": "eu-west-1" });
    expect(await prove({ who: ["administrator"], cannot: ["ec2:RunInstances"], when: { "aws:RequestedRegion": "us-east-1" } })).toMatchObject({ outcome: "holds" });
  });

  it("takes a role that the file declares by its own policies", async () => {
    expect(await prove({ who: ["role/deploy"], cannot: ["ec2:RunInstances"], ous: ["Workloads"] })).toMatchObject({ outcome: "holds" });
    expect(await prove({ who: ["role/deploy"], can: ["s3:PutObject"], ous: ["Workloads"] })).toMatchObject({ outcome: "holds" });
    expect(await prove({ who: ["role/deploy"], can: ["iam:CreateUser"], ous: ["Workloads/Prod"] })).toMatchObject({ outcome: "fails" });
  });

  it("is not proven where it hangs on policies that nobody told", async () => {
    expect(await findings({ who: ["role/other"], cannot: ["ec2:RunInstances"], when: { "aws:RequestedRegion": "eu-west-1" } })).toMatchObject([{ code: "LF3306", severity: "error" }]);
    expect(await prove({ who: ["role/other"], cannot: ["iam:CreateUser"], ous: ["Workloads/Prod"] })).toMatchObject({ outcome: "holds" });
  });

  it("lets only those through who are named, and knows whom guardrails exempt", async () => {
    expect(await prove({ only: ["exempt"], cannot: ["s3:*"], ous: ["Suspended"] })).toMatchObject({ outcome: "holds" });
    expect(await prove({ cannot: ["s3:*"], ous: ["Suspended"] })).toMatchObject({ outcome: "fails" });
    expect(await prove({ who: ["permission-set/*"], only: ["permission-set/*"], can: ["s3:PutObject"], ous: ["Workloads/Prod"] })).toMatchObject({ outcome: "mistaken" });
    expect(await prove({ who: ["role/*"], only: ["role/deploy", "exempt"], can: ["s3:PutObject"], ous: ["root"] })).toMatchObject({ outcome: "mistaken" });
    expect(await prove({ who: ["role/*"], only: ["role/dep*"], can: ["ec2:RunInstances"], ous: ["Workloads"], when: { "aws:RequestedRegion": "us-east-1" } })).toMatchObject({ outcome: "holds" });
    expect(await prove({ who: ["permission-set/*"], only: ["permission-set/Reader"], can: ["s3:PutObject"], ous: ["Workloads/Prod"] })).toMatchObject({ outcome: "fails", counterexamples: [{ principal: "permission-set/Admin" }] });
  });

  it("isolates places only where a policy does, however open the resource is", async () => {
    expect(await prove({ isolated: ["Workloads/Prod", "Workloads/Dev"] })).toMatchObject({ outcome: "fails", counterexamples: [{ into: expect.anything() as unknown }, {}] });
    const closed: Organization = { ...ACME, policies: { ...ACME.policies, stay: { type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "*", Resource: "*", Condition: { StringNotEquals: { "aws:ResourceAccount": "${aws:PrincipalAccount}" } } }] } } }, root: { policies: ["regions", "inside", "cost-tags", "stay"] } };
    expect(await prove({ ous: ["Workloads/Dev"], isolated: ["Workloads/Prod"] })).toMatchObject({ outcome: "fails", counterexamples: [{ account: { key: "shop-dev" }, into: { key: "shop-prod" } }] });
    expect(await prove({ isolated: ["Workloads/Prod", "shop-dev"] }, closed)).toMatchObject({ outcome: "holds" });
  });

  it("shuts outsiders out where an RCP does", async () => {
    expect(await prove({ who: ["outsiders"], cannot: ["s3:GetObject"] })).toMatchObject({ outcome: "holds" });
    expect(await prove({ who: ["outsiders"], cannot: ["sqs:SendMessage"] })).toMatchObject({ outcome: "fails" });
  });

  it("is about certain resources where it names them", async () => {
    const organization: Organization = { ...ACME, policies: { ...ACME.policies, logs: { type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "s3:DeleteObject", Resource: "arn:aws:s3:::logs-*" }] } } }, ous: { ...ACME.ous, Security: { policies: ["logs"], accounts: { "log-archive": {} } } } };
    expect(await prove({ cannot: ["s3:DeleteObject"], on: ["arn:aws:s3:::logs-*/*"], accounts: ["log-archive"] }, organization)).toMatchObject({ outcome: "holds" });
    expect(await prove({ cannot: ["s3:DeleteObject"], on: ["arn:aws:s3:::l*/*"], accounts: ["log-archive"] }, organization)).toMatchObject({ outcome: "fails" });
  });

  it("holds for the first account of an OU that has none yet", async () => {
    const empty: Organization = { ...ACME, ous: { ...ACME.ous, Suspended: { policies: ["frozen"] } } };
    expect(await prove({ who: ["administrator"], cannot: ["s3:*"], ous: ["Suspended"] }, empty)).toMatchObject({ outcome: "holds" });
  });

  it.each<[Expectation, string, string?]>([
    [{ cannot: ["iam:CreatUser"] }, "LF3303", "iam:CreateUser"],
    [{ cannot: ["iam:CreateUser"], ous: ["Workloads/Prd"] }, "LF3304", "Workloads/Prod"],
    [{ cannot: ["iam:CreateUser"], accounts: ["shop-prd"] }, "LF3304", "shop-prod"],
    [{ isolated: ["Workloads/Prod", "shop-dve"] }, "LF3304", "shop-dev"],
    [{ who: ["permission-set/Reeder"], cannot: ["iam:CreateUser"] }, "LF3302", "permission-set/Reader"],
    [{ who: ["permission-set/Admin"], cannot: ["iam:CreateUser"], accounts: ["log-archive"] }, "LF3302"],
    [{ can: ["iam:CreateUser"], cannot: ["iam:CreateRole"] }, "LF3305"],
    [{ who: ["root"] }, "LF3305"],
    [{ isolated: ["Workloads/Prod", "Workloads/Dev"], on: ["*"] }, "LF3305"],
    [{ isolated: ["Workloads/Prod"] }, "LF3305"],
    [{ cannot: ["s3:GetObject"], on: ["banana"] }, "LF3307"],
    [{ cannot: ["s3:GetObject"], on: ["arn:aws:s3:::logs/*", "arn:aws:s3"] }, "LF3307"],
    [{ who: ["arn:aws:iam::123456789012:role/partner"], cannot: ["iam:CreateUser"] }, "LF3302"],
    [{ who: ["arn:aws:iam::222222222222:role/*"], cannot: ["iam:CreateUser"] }, "LF3302"],
    [{ who: ["role/a b"], cannot: ["iam:CreateUser"] }, "LF3302"],
    [{ who: ["arn:aws:s3:::logs"], cannot: ["iam:CreateUser"] }, "LF3302"],
  ])("that says %j is a mistake %s", async (expectation, code, suggestion) => {
    const [finding] = await findings(expectation);
    expect(finding).toMatchObject({ code, severity: "error", ...(suggestion === undefined ? {} : { suggestion }) });
  });

  it("takes somebody by the ARN, from where the ARN says", async () => {
    const stated: Organization = { ...ACME, ous: { Prod: { policies: ["no-users"], accounts: { shop: { id: "111111111111" } } }, Dev: { accounts: { lab: { id: "222222222222" } } } }, roles: {}, identityCenter: {} };
    expect(await prove({ who: ["arn:aws:iam::123456789012:role/partner"], cannot: ["s3:GetObject"], ous: ["Prod"] }, stated)).toMatchObject({ outcome: "holds" });
    expect(await prove({ who: ["arn:aws:iam::123456789012:role/partner"], cannot: ["sqs:SendMessage"], ous: ["Prod"] }, stated)).toMatchObject({ outcome: "fails" });
    // The SCPs of its own account hold it back, and not those of the account it reaches into.
    expect(await prove({ who: ["arn:aws:iam::111111111111:root"], cannot: ["iam:CreateUser"], ous: ["Dev"] }, stated)).toMatchObject({ outcome: "holds" });
    expect(await prove({ who: ["arn:aws:iam::222222222222:root"], cannot: ["iam:CreateUser"], ous: ["Dev"] }, stated)).toMatchObject({ outcome: "fails" });
    expect(await prove({ only: ["arn:aws:iam::111111111111:r*"], cannot: ["s3:GetObject"], accounts: ["shop"] }, stated)).toMatchObject({ outcome: "mistaken" });
  });

  it.each([
    ["a pattern of ids", { StringLike: { "aws:PrincipalAccount": "1111*" } }],
    ["a role in accounts whose ids begin so", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::1111*:role/*" } }],
  ])("asks accounts by themselves that %s tells apart", async (_, Condition) => {
    const policies: Organization["policies"] = { some: { type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "s3:DeleteBucket", Resource: "*", Condition }] } } };
    const stated: Organization = { ...ACME, policies, root: {}, ous: { Prod: { policies: ["some"], accounts: { shop: { id: "111111111111" }, lab: { id: "222222222222" } } } }, roles: {}, identityCenter: {} };
    expect(await prove({ who: ["administrator"], cannot: ["s3:DeleteBucket"] }, stated)).toMatchObject({ outcome: "fails", counterexamples: [{ account: { key: "lab" } }] });
  });

  it("asks as a user, and as a role in part of the accounts, where a policy lets them through", async () => {
    const but = (pattern: string): Organization => ({ ...ACME, policies: { some: { type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "s3:DeleteBucket", Resource: "*", Condition: { ArnNotLike: { "aws:PrincipalArn": pattern } } }] } } }, root: { policies: ["some"] }, ous: { Prod: { accounts: { shop: { id: "111111111111" } } } }, roles: {}, identityCenter: {} });
    const who = async (pattern: string): Promise<unknown> => (await prove({ cannot: ["s3:DeleteBucket"] }, but(pattern))).counterexamples.map(({ principal }) => principal);
    expect(await who("arn:aws:iam::*:user/emergency")).toEqual(["user/emergency"]);
    expect(await who("arn:aws:iam::11111*:role/ops/out-*")).toEqual(["role/ops/out-*"]);
    expect(await who("arn:aws:iam::22222*:role/ops/out-*")).toEqual([]);
  });

  it("tells in a finding who can do what, and how to ask for the ladder", async () => {
    const [finding] = await findings({ because: "Users have passwords.", who: ["administrator"], cannot: ["iam:CreateUser"], accounts: ["shop-dev"] });
    expect(finding).toMatchObject({ code: "LF3301", path: ["expectations", "it"], address: "account:shop-dev" });
    expect(finding?.summary).toMatch(/^"it" does not hold: administrator in shop-dev can iam:CreateUser/);
    expect(finding?.fix).toContain("landfall can administrator in shop-dev iam:CreateUser");
  });
});
