import { describe, expect, it } from "vitest";
import { accountNamed, ask, principalIn } from "./index.ts";
import { acme } from "./testing/acme.ts";

const model = acme();
const asking = (principal: string, key: string, action: string, more: Partial<Parameters<typeof ask>[1]> = {}) =>
  ask(model, { principal: principalIn(model, principal, accountNamed(model, key)), action, ...more });

describe("asking", () => {
  it("draws a ladder from the root to the principal's own policies", () => {
    const { outcome, rungs } = asking("role/deploy", "shop-prod", "iam:CreateUser");
    expect(outcome).toBe("denied");
    expect(rungs.map(({ kind, node, verdict }) => [kind, node, verdict])).toEqual([
      ["scp", "root", "allows"],
      ["scp", "ou:Workloads", "allows"],
      ["scp", "ou:Workloads/Prod", "denies"],
      ["scp", "account:shop-prod", "allows"],
      // RCPs do not reach IAM.
      ["rcp", undefined, "exempt"],
      ["boundary", undefined, "none"],
      ["identity", undefined, "allows"],
      ["resource", undefined, "none"],
    ]);
    expect(rungs[2]?.deciders).toEqual([{ policy: "no-users", kind: "scp", statementIndex: 0, missingKeys: [] }]);
    expect(asking("role/deploy", "shop-dev", "iam:CreateUser").outcome).toBe("allowed");
  });

  it("is denied by a principal's own policies where no SCP stands against it", () => {
    const { outcome, rungs } = asking("role/deploy", "shop-dev", "ec2:RunInstances");
    expect(outcome).toBe("denied");
    expect(rungs.find(({ kind }) => kind === "identity")).toMatchObject({ verdict: "closed", deciders: [] });
  });

  it("names the assumptions and whether they matter", () => {
    const { outcome, assumptions } = asking("administrator", "shop-prod", "ec2:RunInstances");
    expect(outcome).toBe("allowed");
    expect(assumptions.filter(({ matters }) => matters).map(({ text }) => text)).toEqual(["aws:RequestedRegion is eu-west-1, the home Region."]);
    expect(asking("administrator", "shop-prod", "ec2:RunInstances", { context: { "aws:RequestedRegion": "us-east-1" } }).outcome).toBe("denied");
    expect(asking("administrator", "shop-prod", "ec2:RunInstances", { resource: "arn:aws:ec2:us-east-1:*:instance/*" }).outcome).toBe("denied");
  });

  it("does not know what a principal may do whose policies it does not know, but knows what no policy could allow", () => {
    expect(asking("role/other", "shop-prod", "s3:PutObject")).toMatchObject({ outcome: "unknown", unknownPolicies: ["identity"] });
    expect(asking("role/other", "shop-prod", "iam:CreateUser").outcome).toBe("denied");
    expect(asking("permission-set/Reader", "shop-prod", "s3:GetObject").rungs.find(({ kind }) => kind === "identity")).toMatchObject({ verdict: "unknown", note: "SecurityAudit" });
  });

  it("does not take for allowed what a policy that it does not know may deny", () => {
    const { outcome, unknownPolicies, rungs } = asking("permission-set/Half", "shop-dev", "s3:GetObject");
    expect([outcome, unknownPolicies]).toEqual(["unknown", ["identity"]]);
    expect(rungs.find(({ kind }) => kind === "identity")).toMatchObject({ verdict: "allows", note: "not-told" });
    // Nothing can deny this one.
    expect(asking("permission-set/Half", "shop-dev", "sts:GetCallerIdentity").outcome).toBe("allowed");
  });

  it("does not know what the policy of a resource in another account says, but knows what an RCP takes from everybody", () => {
    const bucket = { resource: "arn:aws:s3:::shop/x", resourceAccount: accountNamed(model, "shop-prod") };
    expect(asking("role/deploy", "shop-dev", "s3:GetObject", bucket)).toMatchObject({ outcome: "unknown", unknownPolicies: ["resource"] });
    expect(asking("organization:o-strangers1", "shop-prod", "s3:GetObject", bucket).outcome).toBe("denied");
    expect(asking("anonymous", "shop-prod", "s3:GetObject", bucket).outcome).toBe("denied");
    expect(asking("service:cloudtrail.amazonaws.com", "shop-prod", "s3:GetObject", bucket).outcome).toBe("unknown");
  });

  it("takes the policy of a resource that it is given", () => {
    const resourcePolicy = { name: "bucket", document: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { Service: "cloudtrail.amazonaws.com" }, Action: "s3:PutObject", Resource: "*" }] } } as const;
    const bucket = { resource: "arn:aws:s3:::shop/x", resourceAccount: accountNamed(model, "shop-prod"), resourcePolicy };
    expect(asking("service:cloudtrail.amazonaws.com", "shop-prod", "s3:PutObject", bucket).outcome).toBe("allowed");
    expect(asking("service:config.amazonaws.com", "shop-prod", "s3:PutObject", bucket).outcome).toBe("denied");
  });

  it("asks the trust policy of a declared role", () => {
    const role = `arn:aws:iam::${accountNamed(model, "shop-prod").id}:role/deploy`;
    const assume = (principal: string) => ask(model, { principal: principalIn(model, principal, accountNamed(model, "management")), action: "sts:AssumeRole", resource: role }).outcome;
    expect(assume("administrator")).toBe("allowed");
    expect(assume(`arn:aws:iam::222222222222:role/x`)).toBe("denied");
  });

  it("is not stopped by SCPs in the management account", () => {
    const { outcome, rungs } = asking("administrator", "management", "ec2:RunInstances", { context: { "aws:RequestedRegion": "us-east-1" } });
    expect(outcome).toBe("allowed");
    expect(rungs.find(({ kind }) => kind === "scp")).toMatchObject({ verdict: "exempt" });
  });

  it("leaves keys to IAM, and says that it takes them to", () => {
    const key = `arn:aws:kms:eu-west-1:${accountNamed(model, "shop-prod").id}:key/1`;
    const { outcome, assumptions } = asking("administrator", "shop-prod", "kms:Decrypt", { resource: key });
    expect(outcome).toBe("allowed");
    expect(assumptions.map(({ text }) => text)).toContain("The key has AWS's default policy, which leaves it to IAM.");
    expect(asking("role/deploy", "shop-prod", "kms:Decrypt", { resource: key }).outcome).toBe("denied");
  });
});

describe("stand-in ids", () => {
  it("are said to matter only where an answer hangs on one", () => {
    const matters = (text: string, own: ReturnType<typeof asking>) => own.assumptions.some((one) => one.text.includes(text) && one.matters);
    const bucket = { resource: "arn:aws:s3:::shop/x" };
    expect(matters("stand-ins", asking("administrator", "shop-prod", "s3:GetObject", bucket))).toBe(false);
    const literal = { name: "bucket", document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-realexample" } } }] } } as const;
    expect(matters("stand-ins", asking("administrator", "shop-prod", "s3:GetObject", { ...bucket, resourcePolicy: literal }))).toBe(true);
  });

  it("leave open whose account an ARN names, and so does the answer", () => {
    const texts = (principal: string): string[] => asking(principal, "shop-prod", "s3:GetObject", { resourceAccount: accountNamed(model, "shop-prod") }).assumptions.map(({ text }) => text);
    expect(texts("arn:aws:iam::123412341234:role/x").filter((text) => /^Account 123412341234 is none of the organization's, though the ids of \d of its accounts are not known\.$/.test(text))).toHaveLength(1);
    for (const word of ["organization:o-another000", "arn:aws:iam::222222222222:role/x", "anonymous"]) expect(texts(word).filter((text) => text.startsWith("Account"))).toEqual([]);
  });
});
