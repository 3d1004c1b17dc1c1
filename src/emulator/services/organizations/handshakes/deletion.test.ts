import { describe, expect, it } from "vitest";
import { awsError } from "../testing/aws-error.ts";
import { MANAGEMENT, Stage } from "../testing/stage.ts";

const GUEST = "222222222222";

describe("an organization that is deleted", () => {
  it("takes its handshakes, trusted access, delegation policy and finished requests with it", () => {
    const stage = new Stage();
    stage.found("CONSOLIDATED_BILLING");
    stage.standalone(GUEST);
    const first = stage.invite(GUEST);
    stage.call("AcceptHandshake", { HandshakeId: first }, GUEST);
    const request = stage.call("EnableAllFeatures").Handshake?.Id;
    stage.call("DeclineHandshake", { HandshakeId: stage.call("ListHandshakesForAccount", { Filter: { ActionType: "APPROVE_ALL_FEATURES" } }, GUEST).Handshakes?.[0]?.Id }, GUEST);
    stage.call("LeaveOrganization", {}, GUEST);
    stage.call("AcceptHandshake", { HandshakeId: request });
    stage.call("EnableAWSServiceAccess", { ServicePrincipal: "config.amazonaws.com" });
    const statement = { Effect: "Allow", Principal: { AWS: MANAGEMENT }, Action: "organizations:List*", Resource: "*" };
    const Content = JSON.stringify({ Version: "2012-10-17", Statement: statement });
    stage.call("PutResourcePolicy", { Content, Tags: [{ Key: "a", Value: "b" }] });
    const HandshakeId = stage.invite(GUEST);
    stage.call("DeleteOrganization");
    expect(awsError(() => stage.call("AcceptHandshake", { HandshakeId }, GUEST))).toBe("HandshakeNotFoundException");
    expect(stage.call("ListHandshakesForAccount", {}, GUEST).Handshakes).toEqual([]);
    expect(stage.world.filled().toSorted((a, b) => a.localeCompare(b))).toEqual(["organizations/emails", "organizations/known-accounts", "organizations/sequence"]);
  });

  it("leaves a request for all features unfinished without a trace", () => {
    const stage = new Stage();
    stage.found("CONSOLIDATED_BILLING");
    stage.call("EnableAllFeatures");
    stage.call("DeleteOrganization");
    expect(stage.world.filled()).toHaveLength(3);
  });
});
