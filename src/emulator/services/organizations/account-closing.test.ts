import { describe, expect, it } from "vitest";
import { closingQuota } from "./account-closing.ts";
import { setAccountLimit } from "./settings.ts";
import { awsError } from "./testing/aws-error.ts";
import { MANAGEMENT, Stage } from "./testing/stage.ts";

const DAY = 86_400;
const close = (stage: Stage, AccountId: string) => stage.call("CloseAccount", { AccountId });
const account = (stage: Stage, AccountId: string) => stage.call("DescribeAccount", { AccountId }).Account;

describe("closing an account", () => {
  it("passes through PENDING_CLOSURE to CLOSED, which the legacy status calls SUSPENDED", () => {
    const stage = new Stage();
    stage.found();
    const id = stage.account("a");
    close(stage, id);
    expect(account(stage, id)).toMatchObject({ State: "PENDING_CLOSURE", Status: "PENDING_CLOSURE" });
    expect(awsError(() => close(stage, id))).toBe("ConflictException");
    stage.wait(180);
    expect(account(stage, id)).toMatchObject({ State: "CLOSED", Status: "SUSPENDED" });
    expect(awsError(() => close(stage, id))).toBe("AccountAlreadyClosedException");
  });

  it("ends after 90 days in its leaving, while its e-mail address stays taken", () => {
    const stage = new Stage();
    stage.found();
    const id = stage.account("a");
    close(stage, id);
    stage.wait(180 + 90 * DAY - 200);
    expect(account(stage, id)?.State).toBe("CLOSED");
    stage.wait(400);
    expect(awsError(() => account(stage, id))).toBe("AccountNotFoundException");
    expect(stage.call("ListAccounts").Accounts?.map(({ Id }) => Id)).toEqual([MANAGEMENT]);
    expect(awsError(() => stage.call("CreateOrganization", {}, id))).toBe("AccessDeniedException");
    stage.call("CreateAccount", { AccountName: "again", Email: "A@example.com" });
    stage.wait(180);
    expect(stage.call("ListCreateAccountStatus", { States: ["FAILED"] }).CreateAccountStatuses).toMatchObject([{ FailureReason: "EMAIL_ALREADY_EXISTS" }]);
  });

  it("is refused for the management account, unknown ones and in an organization for billing only", () => {
    const stage = new Stage();
    stage.found();
    expect(awsError(() => close(stage, MANAGEMENT))).toBe("ConstraintViolationException CANNOT_CLOSE_MANAGEMENT_ACCOUNT");
    expect(awsError(() => close(stage, "999999999999"))).toBe("AccountNotFoundException");
    const billing = new Stage();
    billing.found("CONSOLIDATED_BILLING");
    const id = billing.account("a");
    expect(awsError(() => close(billing, id))).toBe("ConstraintViolationException ORGANIZATION_NOT_IN_ALL_FEATURES_MODE");
  });

  it("runs for three at once", () => {
    const stage = new Stage();
    stage.found();
    const [a, b, c, d] = ["a", "b", "c", "d"].map((name) => stage.account(name)) as [string, string, string, string];
    for (const id of [a, b, c]) close(stage, id);
    expect(awsError(() => close(stage, d))).toBe("ConstraintViolationException CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED");
    stage.wait(180);
    close(stage, d);
  });

  it("stops at 250 in thirty days", () => {
    const stage = new Stage();
    stage.found();
    setAccountLimit(stage.world, 300);
    const ids = Array.from({ length: 251 }, (_, i) => stage.account(`account-${i}`));
    const last = String(ids.pop());
    for (const id of ids) {
      close(stage, id);
      stage.wait(180);
    }
    expect(awsError(() => close(stage, last))).toBe("ConstraintViolationException CLOSE_ACCOUNT_QUOTA_EXCEEDED");
    stage.wait(30 * DAY);
    close(stage, last);
  });

  it("has a quota that grows with the organization", () => {
    expect([10, 1_249, 1_250, 2_000, 5_000, 9_000].map(closingQuota)).toEqual([250, 250, 250, 400, 1_000, 1_000]);
  });
});
