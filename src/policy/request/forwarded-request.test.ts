import { describe, expect, it } from "vitest";
import { compileChain, decide, explainByReference, forwardedRequest, type PolicyChain, requestFrom } from "../index.ts";

const KEY = "arn:aws:kms:eu-west-1:111122223333:key/1";
const received = requestFrom({
  principal: "arn:aws:sts::111122223333:assumed-role/data-reader/ann",
  action: "s3:GetObject",
  resource: "arn:aws:s3:::bucket/key",
  context: { "aws:PrincipalTag/team": "pay", "aws:SourceIp": "203.0.113.5", "s3:authType": "REST-HEADER" },
});
const decrypt = forwardedRequest(received, { via: "s3.amazonaws.com", action: "kms:Decrypt", resource: KEY });

const chain = (Action: string[]): PolicyChain => ({
  identity: [{ name: "reader", document: { Version: "2012-10-17", Statement: { Effect: "Allow", Action, Resource: "*" } } }],
  resource: { name: "key", document: { Version: "2012-10-17", Statement: { Effect: "Allow", Principal: { AWS: "111122223333" }, Action: "kms:*", Resource: "*" } } },
});

/** IAM User Guide, "Forward access sessions". */
describe("a forwarded request", () => {
  it("is allowed only if the caller has permission for what the service does next", () => {
    for (const [actions, outcome] of [[["s3:GetObject"], "implicitDeny"], [["s3:GetObject", "kms:Decrypt"], "allowed"]] as const) {
      expect(decide(compileChain(chain([...actions])), decrypt).outcome).toBe(outcome);
      expect(explainByReference(chain([...actions]), decrypt).decision.outcome).toBe(outcome);
    }
  });

  it("carries the principal and its session, not the network and the request of the caller", () => {
    expect(decrypt.principal).toEqual(received.principal);
    expect(decrypt.context).toMatchObject({ "aws:PrincipalTag/team": "pay", "aws:PrincipalArn": "arn:aws:iam::111122223333:role/data-reader" });
    expect(Object.keys(decrypt.context)).not.toContain("aws:SourceIp");
    expect(Object.keys(decrypt.context)).not.toContain("s3:authType");
  });

  it("says through which services it came, the first and the last", () => {
    const query = forwardedRequest(received, { via: "athena.amazonaws.com", action: "s3:GetObject", resource: "arn:aws:s3:::bucket/key" });
    const twice = forwardedRequest(query, { via: "s3.amazonaws.com", action: "kms:Decrypt", resource: KEY, context: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } });
    expect(twice.context).toMatchObject({
      "aws:ViaAWSService": "true",
      "aws:CalledVia": ["athena.amazonaws.com", "s3.amazonaws.com"],
      "aws:CalledViaFirst": "athena.amazonaws.com",
      "aws:CalledViaLast": "s3.amazonaws.com",
      "kms:ViaService": "s3.eu-west-1.amazonaws.com",
    });
  });

  it("leaves unknown what was unknown of the caller", () => {
    const contextMode = { unknown: new Set(["aws:sourceip"]) };
    expect(forwardedRequest({ ...received, contextMode }, { via: "s3.amazonaws.com", action: "kms:Decrypt" }).contextMode).toBe(contextMode);
  });
});
