import { beforeEach, describe, expect, it } from "vitest";
import { awsError } from "../testing/aws-error.ts";
import { Stage, text } from "../testing/stage.ts";

/** Another organization's management account. */
const OTHER = "222222222222";
const DAY = 86_400;
const CONFIG = "config.amazonaws.com";

describe("a member of one organization that accepts the invitation of another", () => {
  let stage: Stage;
  let member: string;

  const accept = (caller = member) => stage.call("AcceptHandshake", { HandshakeId: text(stage.call("ListHandshakesForAccount", {}, caller).Handshakes?.at(-1)?.Id) }, caller);

  beforeEach(() => {
    stage = new Stage();
    stage.found();
    member = stage.account("member");
    stage.found("ALL", stage.standalone(OTHER));
    stage.wait(7 * DAY);
    stage.invite(member, OTHER);
  });

  it("comes over directly, and leaves its tags and attachments behind", () => {
    const root = text(stage.call("ListRoots").Roots?.[0]?.Id);
    stage.enable(root, "SERVICE_CONTROL_POLICY");
    const PolicyId = stage.policy("deny");
    stage.call("AttachPolicy", { PolicyId, TargetId: member });
    stage.call("TagResource", { ResourceId: member, Tags: [{ Key: "a", Value: "b" }] });
    accept();
    expect(stage.call("ListAccounts").Accounts).toHaveLength(1);
    expect(stage.call("ListTargetsForPolicy", { PolicyId }).Targets).toEqual([]);
    expect(stage.call("DescribeAccount", { AccountId: member }, OTHER).Account).toMatchObject({ JoinedMethod: "INVITED", JoinedTimestamp: new Date(stage.now) });
    expect(stage.call("ListTagsForResource", { ResourceId: member }, OTHER).Tags).toEqual([]);
    expect(stage.call("ListParents", { ChildId: member }, OTHER).Parents).toEqual(stage.call("ListRoots", {}, OTHER).Roots?.map(({ Id }) => ({ Id, Type: "ROOT" })));
    expect(stage.record(member)?.roleName).toBeUndefined();
  });

  it("must have been created four days ago", () => {
    const young = stage.account("young");
    stage.invite(young, OTHER);
    expect(awsError(() => accept(young))).toBe("ConstraintViolationException WAIT_PERIOD_ACTIVE");
    stage.wait(4 * DAY);
    accept(young);
  });

  it("needs an organization that is seven days old", () => {
    const newcomer = "333333333333";
    stage.found("ALL", stage.standalone(newcomer));
    stage.invite(member, newcomer);
    stage.wait(7 * DAY - 1);
    expect(awsError(() => accept())).toBe("ConstraintViolationException WAIT_PERIOD_ACTIVE");
    stage.wait(1);
    accept();
  });

  it("must be no delegated administrator any more", () => {
    stage.call("EnableAWSServiceAccess", { ServicePrincipal: CONFIG });
    stage.call("RegisterDelegatedAdministrator", { AccountId: member, ServicePrincipal: CONFIG });
    expect(awsError(() => accept())).toBe("ConstraintViolationException CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG");
    stage.call("DeregisterDelegatedAdministrator", { AccountId: member, ServicePrincipal: CONFIG });
    accept();
  });

  it("must not be closed", () => {
    stage.call("CloseAccount", { AccountId: member });
    expect(awsError(() => accept())).toBe("ConstraintViolationException ACCOUNT_CANNOT_LEAVE_ORGANIZATION");
  });

  it("must not manage an organization; it deletes that first", () => {
    stage.invite("111111111111", OTHER);
    expect(awsError(() => accept("111111111111"))).toBe("MasterCannotLeaveOrganizationException");
    accept();
    stage.call("DeleteOrganization");
    accept("111111111111");
    expect(stage.call("ListAccounts", {}, OTHER).Accounts).toHaveLength(3);
  });

  it("cannot accept the invitation of the organization it joined in the meantime", () => {
    const first = text(stage.call("ListHandshakesForAccount", {}, member).Handshakes?.[0]?.Id);
    const HandshakeId = text(stage.call("InviteAccountToOrganization", { Target: { Type: "EMAIL", Id: "late@example.com" } }, OTHER).Handshake?.Id);
    stage.call("AcceptHandshake", { HandshakeId: first }, member);
    stage.setEmail(member, "late@example.com");
    expect(awsError(() => stage.call("AcceptHandshake", { HandshakeId }, member))).toBe("HandshakeConstraintViolationException ALREADY_IN_AN_ORGANIZATION");
  });
});
