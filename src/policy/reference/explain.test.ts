import { describe, expect, it } from "vitest";
import type { PolicyChain } from "../chain.ts";
import type { PolicyDocument, PolicyStatement } from "../document.ts";
import type { Request } from "../request/request.ts";
import { decideByReference, explainByReference } from "./index.ts";

const policy = (name: string, ...Statement: PolicyStatement[]): { name: string; document: PolicyDocument } => ({ name, document: { Version: "2012-10-17", Statement } });
const allow = (more: Partial<PolicyStatement> = {}): PolicyStatement => ({ Effect: "Allow", Action: "*", Resource: "*", ...more });
const deny = (more: Partial<PolicyStatement> = {}): PolicyStatement => ({ ...allow(more), Effect: "Deny" });

const ann: Request = {
  principal: { type: "user", arn: "arn:aws:iam::222222222222:user/ann", accountId: "222222222222" },
  action: "s3:GetObject",
  resource: "arn:aws:s3:::b/k",
  context: {},
};

describe("an explanation of the reference", () => {
  it("names every Deny that matches, with its level, policy and Sid", () => {
    const chain: PolicyChain = {
      scps: [{ name: "root", policies: [policy("full", allow())] }, { name: "Prod", policies: [policy("full", allow()), policy("guard", allow(), deny({ Sid: "NoS3", Action: "s3:*" }))] }],
      identity: [policy("admin", allow(), deny({ Action: "s3:Get*" }), deny({ Action: "ec2:*" }))],
    };
    const { decision, denies } = explainByReference(chain, ann);
    expect(decision).toEqual({ outcome: "explicitDeny", missingKeys: [] });
    expect(denies).toEqual([
      { kind: "scp", level: { name: "Prod", index: 1 }, policy: "guard", policyIndex: 1, statementIndex: 1, sid: "NoS3", matches: "yes", missingKeys: [] },
      { kind: "identity", policy: "admin", policyIndex: 0, statementIndex: 1, matches: "yes", missingKeys: [] },
    ]);
  });

  it("names every gate that fails, and not those that a grant of the resource spares", () => {
    const closed = policy("closed", allow({ Action: "ec2:*" }));
    const scps = [{ name: "root", policies: [closed] }];
    const resource = policy("bucket", allow({ Principal: { AWS: "arn:aws:iam::222222222222:user/ann" } }));
    const failed = (chain: PolicyChain): string[] => explainByReference(chain, ann).failedGates.map(({ kind }) => kind);
    expect(failed({ scps, identity: [], boundary: [closed] })).toEqual(["scp", "identity", "boundary"]);
    expect(failed({ scps, identity: [], boundary: [closed], resource })).toEqual(["scp"]);
    expect(failed({ identity: [], boundary: [closed], resource })).toEqual([]);
  });

  it("tells why policies had no say", () => {
    const guard = [{ name: "root", policies: [policy("guard", allow(), deny())] }];
    const chain: PolicyChain = { managementAccountId: "222222222222", scps: guard, rcps: guard, identity: [policy("admin", allow())] };
    expect(explainByReference(chain, ann)).toMatchObject({ decision: { outcome: "allowed" }, denies: [], exemptions: ["rcp-management-account", "scp-management-account"] });
    expect(explainByReference(chain, { ...ann, action: "sts:GetCallerIdentity" }).exemptions).toEqual(["always-allowed-action"]);
    expect(explainByReference({ ...chain, scps: undefined, rcps: undefined }, ann).exemptions).toEqual([]);
  });

  it("names the keys that decide, and only those", () => {
    const chain: PolicyChain = {
      identity: [policy("some", allow({ Condition: { StringEquals: { "aws:PrincipalTag/Team": "a" } } }), deny({ Action: "ec2:*", Condition: { Bool: { "aws:ViaAWSService": "true" } } }))],
    };
    const request: Request = { ...ann, contextMode: { known: new Set() } };
    expect(decideByReference(chain, request)).toEqual({ outcome: "unknown", missingKeys: ["aws:principaltag/team"] });
    expect(explainByReference(chain, request).failedGates).toMatchObject([{ kind: "identity", allows: "unknown", statements: [{ matches: "unknown", missingKeys: ["aws:principaltag/team"] }] }]);
  });

  it("is refused for an operator that AWS does not have, wherever it stands", () => {
    const odd = policy("odd", deny({ Condition: { StringMatches: { "aws:username": "a" } } }));
    expect(() => decideByReference({ identity: [policy("admin", allow())], boundary: [odd] }, ann)).toThrow(/LF3040/);
  });
});
