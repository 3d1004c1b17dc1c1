import { describe, expect, it } from "vitest";
import type { PolicyStatement } from "../../../../policy/index.ts";
import type { DelegatedRequest } from "./decide.ts";
import { delegationAllows } from "./decide.ts";

const ACCOUNT = "222222222222";
const OU = "arn:aws:organizations::111111111111:ou/o-a/ou-1";
const POLICY = "arn:aws:organizations::111111111111:policy/o-a/backup_policy/p-1";

const user = { accountId: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:user/ada`, userId: "AIDA" };
const session = { accountId: ACCOUNT, arn: `arn:aws:sts::${ACCOUNT}:assumed-role/admin/ada`, userId: "AROA:ada" };

const attach: DelegatedRequest = { principal: user, action: "organizations:AttachPolicy", resources: [POLICY, OU], keys: { "organizations:policytype": "BACKUP_POLICY" } };
const allow: PolicyStatement = { Effect: "Allow", Principal: { AWS: ACCOUNT }, Action: "organizations:AttachPolicy", Resource: "*" };

const allows = (request: Partial<DelegatedRequest>, ...Statement: PolicyStatement[]) => delegationAllows({ Version: "2012-10-17", Statement }, { ...attach, ...request });

describe("a delegation policy", () => {
  it("allows nothing by itself", () => {
    expect(allows({})).toBe(false);
    expect(allows({}, allow)).toBe(true);
  });

  it("speaks of accounts, roots, users and roles", () => {
    const named = (AWS: string | string[], principal = user) => allows({ principal }, { ...allow, Principal: { AWS } });
    expect(named(`arn:aws:iam::${ACCOUNT}:root`)).toBe(true);
    expect(named(["333333333333", `arn:aws:iam::${ACCOUNT}:user/ada`])).toBe(true);
    expect(named(`arn:aws:iam::${ACCOUNT}:user/eve`)).toBe(false);
    expect(named("333333333333")).toBe(false);
    expect(named(`arn:aws:iam::${ACCOUNT}:role/admin`, session)).toBe(true);
    expect(named(`arn:aws:iam::${ACCOUNT}:role/other`, session)).toBe(false);
    expect(allows({}, { ...allow, Principal: "*" })).toBe(true);
  });

  it("covers each resource of a call, by one statement or another", () => {
    expect(allows({}, { ...allow, Resource: POLICY })).toBe(false);
    expect(allows({}, { ...allow, Resource: POLICY }, { ...allow, Resource: "arn:aws:organizations::111111111111:ou/o-a/*" })).toBe(true);
    expect(allows({ resources: [] }, { ...allow, Resource: POLICY })).toBe(false);
    expect(allows({ resources: [] }, allow)).toBe(true);
    const { Resource: _all, ...others } = allow;
    expect(allows({}, { ...others, NotResource: OU })).toBe(false);
  });

  it("takes actions in any case and with wildcards", () => {
    expect(allows({}, { ...allow, Action: ["organizations:Describe*", "Organizations:attach*"] })).toBe(true);
    expect(allows({}, { ...allow, Action: "organizations:Detach*" })).toBe(false);
    const { Action: _one, ...others } = allow;
    expect(allows({}, { ...others, NotAction: "organizations:DetachPolicy" })).toBe(true);
  });

  it("denies before it allows", () => {
    expect(allows({}, allow, { ...allow, Effect: "Deny", Resource: OU })).toBe(false);
    expect(allows({}, allow, { ...allow, Effect: "Deny", Condition: { StringNotEquals: { "organizations:PolicyType": "BACKUP_POLICY" } } })).toBe(true);
  });

  it("never allows by what cannot be told: an Allow is passed over, a Deny holds", () => {
    const Condition = { StringEquals: { "aws:ResourceTag/team": "x" } };
    expect(allows({}, { ...allow, Condition })).toBe(false);
    expect(allows({}, allow, { ...allow, Effect: "Deny", Condition })).toBe(false);
    expect(allows({}, { ...allow, Resource: "arn:aws:organizations::111111111111:*/${aws:PrincipalTag/ou}" })).toBe(false);
  });
});
