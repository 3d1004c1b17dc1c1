import { describe, expect, it } from "vitest";
import { completeSignUp } from "./known-accounts.ts";
import { awsError } from "./testing/aws-error.ts";
import { MANAGEMENT, Stage } from "./testing/stage.ts";

const DAY = 86_400;
const remove = (stage: Stage, AccountId: string) => stage.call("RemoveAccountFromOrganization", { AccountId });

describe("removing an account", () => {
  it("waits four days after its creation and for all that a standalone account needs", () => {
    const stage = new Stage();
    stage.found();
    const id = stage.account("a");
    const refusal = () => awsError(() => remove(stage, id));
    stage.wait(4 * DAY - 200);
    expect(refusal()).toBe("ConstraintViolationException WAIT_PERIOD_ACTIVE");
    stage.wait(400);
    expect(refusal()).toBe("ConstraintViolationException ACCOUNT_CANNOT_LEAVE_WITHOUT_EULA");
    completeSignUp(stage.world, id, { agreement: true });
    expect(refusal()).toBe("ConstraintViolationException ACCOUNT_CANNOT_LEAVE_WITHOUT_PHONE_VERIFICATION");
    completeSignUp(stage.world, id, { phone: true });
    expect(refusal()).toBe("ConstraintViolationException MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED");
    completeSignUp(stage.world, id);
    remove(stage, id);
    expect(stage.call("ListAccounts").Accounts?.map(({ Id }) => Id)).toEqual([MANAGEMENT]);
    expect(awsError(() => stage.call("DescribeOrganization", {}, id))).toBe("AWSOrganizationsNotInUseException");
    expect(stage.call("CreateOrganization", {}, id).Organization?.MasterAccountEmail).toBe("a@example.com");
  });

  it("is refused for the management account, unknown and closed ones", () => {
    const stage = new Stage();
    stage.found();
    const id = stage.account("a");
    completeSignUp(stage.world, id);
    stage.call("CloseAccount", { AccountId: id });
    stage.wait(5 * DAY);
    expect(awsError(() => remove(stage, MANAGEMENT))).toBe("MasterCannotLeaveOrganizationException");
    expect(awsError(() => remove(stage, "999999999999"))).toBe("AccountNotFoundException");
    expect(awsError(() => remove(stage, id))).toBe("ConstraintViolationException ACCOUNT_CANNOT_LEAVE_ORGANIZATION");
  });

  it("takes its tags and attachments along", () => {
    const stage = new Stage();
    const root = stage.found();
    stage.enable(root, "SERVICE_CONTROL_POLICY");
    const id = stage.account("a");
    stage.call("TagResource", { ResourceId: id, Tags: [{ Key: "k", Value: "v" }] });
    completeSignUp(stage.world, id);
    stage.wait(5 * DAY);
    remove(stage, id);
    expect(awsError(() => stage.call("ListTagsForResource", { ResourceId: id }))).toBe("TargetNotFoundException");
    const targets = stage.call("ListTargetsForPolicy", { PolicyId: "p-FullAWSAccess" }).Targets;
    expect(targets?.map(({ TargetId }) => TargetId)).toEqual([root, MANAGEMENT]);
  });
});
