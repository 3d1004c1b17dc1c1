import { describe, expect, it } from "vitest";
import { accountsTable, allAccounts } from "../state.ts";
import { awsError } from "../testing/aws-error.ts";
import { Stage, text } from "../testing/stage.ts";

const [A, B] = ["222222222222", "333333333333"];
const DAY = 86_400;

function stageWith(...invited: string[]): Stage {
  const stage = new Stage();
  stage.found("CONSOLIDATED_BILLING");
  for (const id of invited) stage.invited(id);
  return stage;
}

const begin = (stage: Stage): string => text(stage.call("EnableAllFeatures").Handshake?.Id);
const finalize = (stage: Stage, HandshakeId: string) => stage.call("AcceptHandshake", { HandshakeId }).Handshake?.State;
const stateOf = (stage: Stage, HandshakeId: string) => stage.call("DescribeHandshake", { HandshakeId }).Handshake?.State;
const asked = (stage: Stage, id: string) => stage.call("ListHandshakesForAccount", { Filter: { ActionType: "APPROVE_ALL_FEATURES" } }, id).Handshakes?.[0];
const approve = (stage: Stage, id: string) => stage.call("AcceptHandshake", { HandshakeId: asked(stage, id)?.Id }, id);
const featureSet = (stage: Stage) => stage.call("DescribeOrganization").Organization?.FeatureSet;

describe("enabling all features", () => {
  it("asks every invited account, and is completed when all agreed", () => {
    const stage = stageWith(A, B);
    const created = stage.account("created");
    const request = stage.call("EnableAllFeatures").Handshake;
    const id = text(request?.Id);
    const organization = stage.call("DescribeOrganization").Organization?.Id ?? "";
    expect(request).toMatchObject({
      Action: "ENABLE_ALL_FEATURES",
      State: "REQUESTED",
      Parties: [{ Type: "ORGANIZATION", Id: organization.slice(2) }],
      Resources: [{ Type: "ORGANIZATION", Value: organization }],
      ExpirationTimestamp: new Date(stage.now + 90 * DAY * 1000),
    });
    expect(asked(stage, A)).toMatchObject({ State: "OPEN", Resources: [{ Type: "PARENT_HANDSHAKE", Value: id }, { Type: "ORGANIZATION" }, { Type: "ACCOUNT", Value: A }] });
    expect(asked(stage, created)).toBeUndefined();
    approve(stage, A);
    expect(stateOf(stage, id)).toBe("REQUESTED");
    expect(awsError(() => finalize(stage, id))).toBe("InvalidHandshakeTransitionException");
    approve(stage, B);
    expect(stateOf(stage, id)).toBe("OPEN");
    expect(featureSet(stage)).toBe("CONSOLIDATED_BILLING");
    expect(finalize(stage, id)).toBe("ACCEPTED");
    expect(featureSet(stage)).toBe("ALL");
    expect(awsError(() => begin(stage))).toBe("HandshakeConstraintViolationException ORGANIZATION_ALREADY_HAS_ALL_FEATURES");
  });

  it("needs nobody's consent where all accounts were created", () => {
    const stage = stageWith();
    stage.account("created");
    const id = begin(stage);
    expect(stateOf(stage, id)).toBe("OPEN");
    finalize(stage, id);
    stage.enable(text(stage.call("ListRoots").Roots?.[0]?.Id), "SERVICE_CONTROL_POLICY");
  });

  it("cancels the invitations under way, and takes new ones only when it is over", () => {
    const stage = stageWith();
    const invitation = stage.invite(stage.standalone(A));
    const id = begin(stage);
    expect(stage.call("DescribeHandshake", { HandshakeId: invitation }, A).Handshake?.State).toBe("CANCELED");
    expect(awsError(() => stage.invite(A))).toBe("HandshakeConstraintViolationException INVITE_DISABLED_DURING_ENABLE_ALL_FEATURES");
    expect(awsError(() => begin(stage))).toBe("HandshakeConstraintViolationException ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION");
    stage.account("created");
    finalize(stage, id);
    stage.invite(A);
  });

  it("is held up by an account that declines, until that one is removed", () => {
    const stage = stageWith(A, B);
    const id = begin(stage);
    approve(stage, B);
    stage.call("DeclineHandshake", { HandshakeId: asked(stage, A)?.Id }, A);
    expect(stateOf(stage, id)).toBe("REQUESTED");
    stage.call("RemoveAccountFromOrganization", { AccountId: A });
    expect(stateOf(stage, id)).toBe("OPEN");
  });

  it("asks an account that leaves no longer", () => {
    const stage = stageWith(A);
    const id = begin(stage);
    const HandshakeId = text(asked(stage, A)?.Id);
    stage.call("LeaveOrganization", {}, A);
    expect([stateOf(stage, HandshakeId), stateOf(stage, id)]).toEqual(["CANCELED", "OPEN"]);
  });

  it("can be called off with all that was asked, and begun anew", () => {
    const stage = stageWith(A);
    const id = begin(stage);
    const part = text(asked(stage, A)?.Id);
    expect(awsError(() => stage.call("CancelHandshake", { HandshakeId: part }))).toBe("AccessDeniedException");
    expect(awsError(() => stage.call("DeclineHandshake", { HandshakeId: id }))).toBe("AccessDeniedException");
    stage.call("CancelHandshake", { HandshakeId: id });
    expect(stateOf(stage, part)).toBe("CANCELED");
    begin(stage);
  });

  it("expires after ninety days with all that was asked", () => {
    const stage = stageWith(A);
    const id = begin(stage);
    const part = text(asked(stage, A)?.Id);
    stage.wait(90 * DAY);
    expect([stateOf(stage, id), stateOf(stage, part)]).toEqual(["EXPIRED", "CANCELED"]);
    expect(featureSet(stage)).toBe("CONSOLIDATED_BILLING");
  });

  it("needs AWS's assistance from five thousand accounts on", () => {
    const stage = stageWith();
    const member = stage.record(stage.account("member")) ?? expect.fail();
    for (let i = 0; i < 4_998; i += 1) {
      const id = String(600_000_000_000 + i);
      accountsTable(stage.world).put(id, { ...member, id });
      allAccounts(stage.world, member.organizationId).put(id, { seq: 10_000 + i });
    }
    expect(awsError(() => begin(stage))).toBe("ConstraintViolationException ALL_FEATURES_MIGRATION_ORGANIZATION_SIZE_LIMIT_EXCEEDED");
  });
});

describe("an organization with consolidated billing only", () => {
  it("has no policies and closes no accounts", () => {
    const stage = stageWith(A);
    const RootId = text(stage.call("ListRoots").Roots?.[0]?.Id);
    expect(awsError(() => stage.call("EnablePolicyType", { RootId, PolicyType: "SERVICE_CONTROL_POLICY" }))).toBe("PolicyTypeNotAvailableForOrganizationException");
    expect(awsError(() => stage.policy("deny"))).toBe("PolicyTypeNotAvailableForOrganizationException");
    expect(awsError(() => stage.call("CloseAccount", { AccountId: A }))).toBe("ConstraintViolationException ORGANIZATION_NOT_IN_ALL_FEATURES_MODE");
    expect(stage.call("ListPolicies", { Filter: "SERVICE_CONTROL_POLICY" }).Policies).toEqual([]);
  });

  it("says so in its invitations", () => {
    const stage = stageWith();
    const HandshakeId = stage.invite(stage.standalone(A));
    const resources = stage.call("DescribeHandshake", { HandshakeId }, A).Handshake?.Resources?.[0]?.Resources;
    expect(resources).toContainEqual({ Type: "ORGANIZATION_FEATURE_SET", Value: "CONSOLIDATED_BILLING" });
  });
});
