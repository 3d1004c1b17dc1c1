import { describe, expect, it } from "vitest";
import { awsError } from "../testing/aws-error.ts";
import { MANAGEMENT, Stage, text } from "../testing/stage.ts";

const GUEST = "222222222222";
const STRANGER = "333333333333";
const DAY = 86_400;

type Answer = "AcceptHandshake" | "DeclineHandshake" | "CancelHandshake";

function stageWithInvitation() {
  const stage = new Stage();
  const root = stage.found();
  const HandshakeId = stage.invite(stage.standalone(GUEST));
  stage.standalone(STRANGER);
  const answer = (name: Answer, caller = name === "CancelHandshake" ? MANAGEMENT : GUEST) => stage.call(name, { HandshakeId }, caller).Handshake?.State;
  const state = () => stage.call("DescribeHandshake", { HandshakeId }, GUEST).Handshake?.State;
  return { stage, root, HandshakeId, answer, state };
}

describe("an answer to an invitation", () => {
  it("is given once", () => {
    for (const [name, state] of [["AcceptHandshake", "ACCEPTED"], ["DeclineHandshake", "DECLINED"], ["CancelHandshake", "CANCELED"]] as const) {
      const staged = stageWithInvitation();
      expect(staged.answer(name)).toBe(state);
      expect(staged.state()).toBe(state);
      for (const again of ["AcceptHandshake", "DeclineHandshake", "CancelHandshake"] as const) {
        const refused = again === name ? "HandshakeAlreadyInStateException" : "InvalidHandshakeTransitionException";
        expect(awsError(() => staged.answer(again))).toBe(refused);
      }
    }
  });

  it("comes from the recipient, and its withdrawal from the sender", () => {
    const { answer } = stageWithInvitation();
    expect(awsError(() => answer("AcceptHandshake", MANAGEMENT))).toBe("AccessDeniedException");
    expect(awsError(() => answer("DeclineHandshake", MANAGEMENT))).toBe("AccessDeniedException");
    expect(awsError(() => answer("CancelHandshake", GUEST))).toBe("AccessDeniedException");
    for (const name of ["AcceptHandshake", "DeclineHandshake", "CancelHandshake"] as const) expect(awsError(() => answer(name, STRANGER))).toBe("HandshakeNotFoundException");
    answer("AcceptHandshake");
  });

  it("can be given by whoever has the e-mail address, in any case", () => {
    const stage = new Stage();
    stage.found();
    const HandshakeId = text(stage.call("InviteAccountToOrganization", { Target: { Type: "EMAIL", Id: "Guest@Example.com" } }).Handshake?.Id);
    stage.standalone(GUEST, "guest@example.com");
    expect(stage.call("ListHandshakesForAccount", {}, GUEST).Handshakes).toHaveLength(1);
    expect(stage.call("AcceptHandshake", { HandshakeId }, GUEST).Handshake?.State).toBe("ACCEPTED");
  });

  it("is too late after fifteen days", () => {
    const { stage, answer, state } = stageWithInvitation();
    stage.wait(15 * DAY - 1);
    expect(state()).toBe("OPEN");
    stage.wait(1);
    expect(state()).toBe("EXPIRED");
    expect(awsError(() => answer("AcceptHandshake"))).toBe("InvalidHandshakeTransitionException");
  });

  it("is shown for thirty days", () => {
    const { stage, answer, state } = stageWithInvitation();
    answer("DeclineHandshake");
    stage.wait(30 * DAY - 1);
    expect(state()).toBe("DECLINED");
    stage.wait(1);
    expect(awsError(state)).toBe("HandshakeNotFoundException");
    expect(stage.call("ListHandshakesForOrganization").Handshakes).toEqual([]);
    expect(stage.call("ListHandshakesForAccount", {}, GUEST).Handshakes).toEqual([]);
  });
});

describe("an account that accepts", () => {
  it("joins under the root, with the invitation's tags and without a role for the management account", () => {
    const stage = new Stage();
    const root = stage.found();
    stage.enable(root, "SERVICE_CONTROL_POLICY");
    const Tags = [{ Key: "team", Value: "a" }];
    stage.standalone(GUEST);
    const HandshakeId = text(stage.call("InviteAccountToOrganization", { Target: { Type: "ACCOUNT", Id: GUEST }, Tags }).Handshake?.Id);
    stage.call("AcceptHandshake", { HandshakeId }, GUEST);
    expect(stage.call("DescribeAccount", { AccountId: GUEST }).Account).toMatchObject({ JoinedMethod: "INVITED", State: "ACTIVE", JoinedTimestamp: new Date(stage.now) });
    expect(stage.call("ListParents", { ChildId: GUEST }).Parents).toEqual([{ Id: root, Type: "ROOT" }]);
    expect(stage.call("ListTagsForResource", { ResourceId: GUEST }).Tags).toEqual(Tags);
    expect(stage.call("ListPoliciesForTarget", { TargetId: GUEST, Filter: "SERVICE_CONTROL_POLICY" }).Policies?.map(({ Name }) => Name)).toEqual(["FullAWSAccess"]);
    expect(stage.record(GUEST)?.roleName).toBeUndefined();
    expect(stage.record(stage.account("created"))?.roleName).toBe("OrganizationAccountAccessRole");
  });

  it("leaves again when it wants, without a waiting period", () => {
    const { stage, answer } = stageWithInvitation();
    answer("AcceptHandshake");
    stage.call("LeaveOrganization", {}, GUEST);
    expect(awsError(() => stage.call("DescribeOrganization", {}, GUEST))).toBe("AWSOrganizationsNotInUseException");
    expect(stage.call("ListAccounts").Accounts).toHaveLength(1);
  });

  it("needs room in the organization", () => {
    const { stage, answer } = stageWithInvitation();
    stage.limit(1);
    expect(awsError(() => answer("AcceptHandshake"))).toBe("HandshakeConstraintViolationException ACCOUNT_NUMBER_LIMIT_EXCEEDED");
    stage.limit(2);
    answer("AcceptHandshake");
  });
});

describe("leaving an organization", () => {
  it("is refused to the management account, to young created accounts and to those that cannot stand alone", () => {
    const stage = new Stage();
    stage.found();
    const created = stage.account("created");
    expect(awsError(() => stage.call("LeaveOrganization"))).toBe("MasterCannotLeaveOrganizationException");
    expect(awsError(() => stage.call("LeaveOrganization", {}, created))).toBe("ConstraintViolationException WAIT_PERIOD_ACTIVE");
    stage.wait(4 * DAY);
    expect(awsError(() => stage.call("LeaveOrganization", {}, created))).toBe("ConstraintViolationException ACCOUNT_CANNOT_LEAVE_WITHOUT_EULA");
    expect(awsError(() => stage.call("LeaveOrganization", {}, stage.standalone(GUEST)))).toBe("AWSOrganizationsNotInUseException");
  });
});
