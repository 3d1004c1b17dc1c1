import { describe, expect, it } from "vitest";
import { compileChain, decide, type PolicyDocument, type RequestContext, requestFrom } from "../policy/index.ts";
import { placeOf, roleSpec } from "./index.ts";

const place = placeOf({ managementAccountId: "111111111111", organizationId: "o-abcdefghij", homeRegion: "eu-west-1" });
const CI = "arn:aws:iam::333333333333:role/ci/deploy";
const FREE: PolicyDocument = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Resource: "*" }] };

/** Whether a principal that its own account lets do anything may take on a role. */
function enters(trust: PolicyDocument, role: string, principal: string, context: RequestContext = {}): boolean {
  const chain = compileChain({ identity: [{ name: "own", document: FREE }], resource: { name: "trust", document: trust } });
  return decide(chain, requestFrom({ principal, action: "sts:AssumeRole", resource: role, context })).outcome === "allowed";
}

describe("the roles of the management account", () => {
  const APPLY = "arn:aws:iam::111111111111:role/landfall-apply";

  it("open to the account's own principals, and to no other account", () => {
    const { trust } = roleSpec("apply", place);
    expect(enters(trust, APPLY, "arn:aws:iam::111111111111:role/platform")).toBe(true);
    expect(enters(trust, APPLY, CI, { "aws:PrincipalOrgID": "o-abcdefghij" })).toBe(false);
  });

  it("open only to whom they were told to trust, by name or pattern", () => {
    const { trust } = roleSpec("apply", place, { principals: ["arn:aws:iam::111111111111:role/platform-*"] });
    expect(enters(trust, APPLY, "arn:aws:iam::111111111111:role/platform-team")).toBe(true);
    expect(enters(trust, APPLY, "arn:aws:iam::111111111111:role/intern")).toBe(false);
  });

  it("open to another account's role only within the organization, or with the external id", () => {
    const within = roleSpec("apply", place, { principals: [CI] }).trust;
    expect(enters(within, APPLY, CI, { "aws:PrincipalOrgID": "o-abcdefghij" })).toBe(true);
    expect(enters(within, APPLY, CI, { "aws:PrincipalOrgID": "o-otherother" })).toBe(false);
    expect(enters(within, APPLY, CI)).toBe(false);
    expect(enters(within, APPLY, "arn:aws:iam::333333333333:role/other", { "aws:PrincipalOrgID": "o-abcdefghij" })).toBe(false);
    const secret = roleSpec("apply", place, { principals: [CI], externalId: "s3cret" }).trust;
    expect(enters(secret, APPLY, CI, { "sts:ExternalId": "s3cret" })).toBe(true);
    expect(enters(secret, APPLY, CI, { "sts:ExternalId": "guess" })).toBe(false);
    expect(enters(secret, APPLY, CI)).toBe(false);
  });

  it("LF7021: trust nobody whose ARN is none of a role or user, and no other account without an organization", () => {
    const trusting = (arn: string) => () => roleSpec("plan", place, { principals: [arn] });
    for (const arn of ["*", "arn:aws:iam::*:role/x", "arn:aws:iam::111111111111:root", "arn:aws:sts::111111111111:assumed-role/x/y", "333333333333"]) {
      expect(trusting(arn)).toThrow(/LF7021/);
    }
    expect(() => roleSpec("plan", { ...place, organizationId: undefined }, { principals: [CI] })).toThrow(/LF7021/);
  });
});

describe("the member role", () => {
  const { trust } = roleSpec("member", place);
  const MEMBER = "arn:aws:iam::222222222222:role/landfall-member";
  const within: RequestContext = { "aws:PrincipalOrgID": "o-abcdefghij", "aws:ResourceOrgID": "o-abcdefghij" };

  it("opens to the two roles alone, whatever else the management account has", () => {
    expect(enters(trust, MEMBER, "arn:aws:iam::111111111111:role/landfall-plan", within)).toBe(true);
    expect(enters(trust, MEMBER, "arn:aws:iam::111111111111:role/landfall-apply", within)).toBe(true);
    expect(enters(trust, MEMBER, "arn:aws:iam::111111111111:role/admin", within)).toBe(false);
    expect(enters(trust, MEMBER, "arn:aws:iam::333333333333:role/landfall-apply", within)).toBe(false);
  });

  it("closes when its account leaves the organization", () => {
    expect(enters(trust, MEMBER, "arn:aws:iam::111111111111:role/landfall-apply", { ...within, "aws:ResourceOrgID": "o-otherother" })).toBe(false);
    expect(enters(trust, MEMBER, "arn:aws:iam::111111111111:role/landfall-apply", { ...within, "aws:ResourceOrgID": undefined })).toBe(false);
  });
});
