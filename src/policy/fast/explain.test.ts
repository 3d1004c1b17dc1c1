import { describe, expect, it } from "vitest";
import type { PolicyChain } from "../chain.ts";
import type { Explanation } from "../decision.ts";
import type { Request } from "../request/request.ts";
import { compileChain } from "./chain.ts";
import { explain } from "./explain.ts";
import { allows, ALLOW_ALL, DENY_ALL, FULL_ACCESS, grant, level, MANAGEMENT, named, OTHER, OWN, policy, request, service, serviceLinked, session, user } from "./testing/kit.ts";

const explained = (chain: Partial<PolicyChain>, asked: Partial<Request> = {}): Explanation => explain(compileChain({ identity: [], ...chain }), request(asked));
const failed = (explanation: Explanation) => explanation.failedGates.map(({ kind, level: at }) => (at === undefined ? kind : `${kind} ${at.name}`));

describe("an explanation", () => {
  it("names all matching denies, with policy, statement and Sid", () => {
    const { denies } = explained({
      identity: [FULL_ACCESS, named(policy({ ...DENY_ALL, Sid: "Never" }), "guard")],
      scps: [level("root", ALLOW_ALL), { name: "ou", policies: [FULL_ACCESS, named(policy(ALLOW_ALL, { ...DENY_ALL, Action: "s3:*" }), "no-s3")] }],
    });
    expect(denies).toEqual([
      { kind: "scp", level: { name: "ou", index: 1 }, policy: "no-s3", policyIndex: 1, statementIndex: 1, matches: "yes", missingKeys: [] },
      { kind: "identity", policy: "guard", policyIndex: 1, statementIndex: 0, sid: "Never", matches: "yes", missingKeys: [] },
    ]);
  });

  it("names every level that is closed", () => {
    const closed = { ...ALLOW_ALL, Action: "ec2:*" };
    const chain = { identity: allows(ALLOW_ALL), scps: [level("root", closed), level("ou", ALLOW_ALL), level("account", closed)] };
    expect(failed(explained(chain))).toEqual(["scp root", "scp account"]);
  });

  it("names identity policy, boundary and session policy, each on its own", () => {
    expect(failed(explained({}))).toEqual(["identity"]);
    expect(failed(explained({ identity: allows(ALLOW_ALL), boundary: [], session: [] }))).toEqual(["boundary", "session"]);
  });

  it("asks the resource's policy only where it must allow", () => {
    expect(failed(explained({ identity: allows(ALLOW_ALL) }, { resourceAccount: OTHER }))).toEqual(["resource"]);
    expect(failed(explained({ identity: allows(ALLOW_ALL) }, { action: "kms:Decrypt", resource: `arn:aws:kms:eu-west-1:${OWN}:key/1` }))).toEqual(["resource"]);
    expect(failed(explained({}, { principal: service }))).toEqual(["resource"]);
  });

  it("does not require what a direct grant makes needless", () => {
    const { gates, decision } = explained({ resource: named(policy(grant({ AWS: user.arn }))), boundary: [] });
    expect(decision.outcome).toBe("allowed");
    expect(gates.map(({ kind, allows: open, required }) => [kind, open, required])).toEqual([["resource", "yes", false], ["identity", "no", false], ["boundary", "no", false]]);
  });

  it("keeps the boundary for a grant to the role", () => {
    const chain = { resource: named(policy(grant({ AWS: session.roleArn }))), boundary: [] };
    expect(failed(explained(chain, { principal: session }))).toEqual(["boundary"]);
  });

  it("lists the statements that open a gate", () => {
    const { gates } = explained({ identity: allows({ ...ALLOW_ALL, Action: "ec2:*" }, { ...ALLOW_ALL, Sid: "All" }), rcps: [level("root")] });
    expect(gates.map(({ kind, statements }) => [kind, statements.map(({ statementIndex, sid }) => [statementIndex, sid])])).toEqual([["rcp", []], ["resource", []], ["identity", [[1, "All"]]]]);
  });

  it("tells a Deny that may match, with its keys", () => {
    const chain = { identity: allows(ALLOW_ALL, { ...DENY_ALL, Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } } }) };
    const { denies, decision } = explained(chain, { contextMode: { unknown: new Set(["aws:multifactorauthpresent"]) } });
    expect(denies).toMatchObject([{ statementIndex: 1, matches: "unknown", missingKeys: ["aws:multifactorauthpresent"] }]);
    expect(decision).toEqual({ outcome: "unknown", missingKeys: ["aws:multifactorauthpresent"] });
  });
});

describe("an explanation's exemptions", () => {
  const chain = { managementAccountId: MANAGEMENT, identity: allows(ALLOW_ALL), scps: [level("root")], rcps: [level("root")] };
  const exemptions = (asked: Partial<Request>) => explained(chain, asked).exemptions;

  it.each([
    ["rcp-management-account", { resourceAccount: MANAGEMENT }],
    ["rcp-service-linked-role", { principal: serviceLinked }],
    ["rcp-service-not-supported", { action: "ec2:RunInstances" }],
    ["rcp-exempt-action", { action: "kms:RetireGrant" }],
    ["rcp-aws-managed-key", { action: "kms:Decrypt", awsManagedKey: true }],
    ["scp-management-account", { principal: { ...user, accountId: MANAGEMENT } }],
    ["scp-service-linked-role", { principal: serviceLinked }],
    ["scp-service-principal", { principal: service }],
    ["scp-outside-organization", { principal: { ...user, outsideOrganization: true } }],
    ["scp-no-aws-principal", { principal: { type: "anonymous" } as const }],
    ["scp-exempt-task", { action: "mechanicalturk:CreateHIT" }],
    ["always-allowed-action", { action: "sts:GetCallerIdentity" }],
  ] as const)("say %s", (exemption, asked) => {
    expect(exemptions(asked)).toContain(exemption);
  });

  it("are none where policies have their say, or are not enabled", () => {
    expect(exemptions({})).toEqual([]);
    expect(explained({}, { principal: serviceLinked }).exemptions).toEqual([]);
  });
});
