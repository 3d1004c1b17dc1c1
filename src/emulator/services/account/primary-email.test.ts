import { describe, expect, it } from "vitest";
import { awsError } from "../organizations/testing/aws-error.ts";
import { oneTimeCode } from "./primary-email.ts";
import { AccountStage } from "./testing/stage.ts";

const PrimaryEmail = "new@example.com";

describe("the primary email of a member", () => {
  it("changes when the code is given that was sent to the new address", () => {
    const stage = new AccountStage();
    const AccountId = stage.withMember();
    expect(stage.ask("GetPrimaryEmail", { AccountId })).toEqual({ PrimaryEmail: "shop@example.com" });
    expect(stage.ask("StartPrimaryEmailUpdate", { AccountId, PrimaryEmail })).toEqual({ Status: "PENDING" });
    expect(stage.ask("GetPrimaryEmail", { AccountId })).toEqual({ PrimaryEmail: "shop@example.com" });
    stage.wait(60);
    expect(stage.ask("AcceptPrimaryEmailUpdate", { AccountId, PrimaryEmail, Otp: AccountId.slice(-6) })).toEqual({ Status: "ACCEPTED" });
    expect(stage.ask("GetPrimaryEmail", { AccountId })).toEqual({ PrimaryEmail });
    expect(stage.ask("GetPrimaryEmailUpdateStatus", { AccountId })).toEqual({ Status: "COMPLETED", UpdatedAt: stage.now });
    expect(stage.call("DescribeAccount", { AccountId }).Account?.Email).toBe(PrimaryEmail);
  });

  it("frees the old address and takes the new one", () => {
    const stage = new AccountStage();
    const AccountId = stage.withMember();
    stage.ask("StartPrimaryEmailUpdate", { AccountId, PrimaryEmail });
    stage.ask("AcceptPrimaryEmailUpdate", { AccountId, PrimaryEmail, Otp: oneTimeCode(AccountId) });
    expect(stage.account("second", "shop@example.com")).toMatch(/^\d{12}$/);
    const late = stage.call("CreateAccount", { AccountName: "third", Email: PrimaryEmail }).CreateAccountStatus;
    stage.wait(180);
    expect(stage.call("DescribeCreateAccountStatus", { CreateAccountRequestId: late?.Id }).CreateAccountStatus?.FailureReason).toBe("EMAIL_ALREADY_EXISTS");
  });

  it("cannot be an address that is in use, even if it came into use meanwhile", () => {
    const stage = new AccountStage();
    const AccountId = stage.withMember();
    expect(awsError(() => stage.ask("StartPrimaryEmailUpdate", { AccountId, PrimaryEmail: "AWS@example.com" }))).toBe("ConflictException");
    stage.ask("StartPrimaryEmailUpdate", { AccountId, PrimaryEmail });
    stage.account("fast", PrimaryEmail);
    expect(awsError(() => stage.ask("AcceptPrimaryEmailUpdate", { AccountId, PrimaryEmail, Otp: oneTimeCode(AccountId) }))).toBe("ConflictException");
  });

  it("needs a right address, a right code and an update that was started", () => {
    const stage = new AccountStage();
    const AccountId = stage.withMember();
    const accept = (email: string, Otp: string) => stage.ask("AcceptPrimaryEmailUpdate", { AccountId, PrimaryEmail: email, Otp });
    expect(awsError(() => stage.ask("StartPrimaryEmailUpdate", { AccountId, PrimaryEmail: "nobody" }))).toBe("ValidationException");
    expect(awsError(() => stage.ask("GetPrimaryEmailUpdateStatus", { AccountId }))).toBe("ResourceNotFoundException");
    expect(awsError(() => accept(PrimaryEmail, "000000"))).toBe("ResourceNotFoundException");
    stage.ask("StartPrimaryEmailUpdate", { AccountId, PrimaryEmail });
    expect(() => accept(PrimaryEmail, "000000")).toThrow("the last six digits of the account's id");
    expect(awsError(() => accept("other@example.com", oneTimeCode(AccountId)))).toBe("ValidationException");
    accept(PrimaryEmail, oneTimeCode(AccountId));
    expect(awsError(() => accept(PrimaryEmail, oneTimeCode(AccountId)))).toBe("ResourceNotFoundException");
  });

  it("can be started three times in thirty seconds", () => {
    const stage = new AccountStage();
    const AccountId = stage.withMember();
    const start = () => stage.ask("StartPrimaryEmailUpdate", { AccountId, PrimaryEmail });
    for (let i = 0; i < 3; i += 1) start();
    expect(awsError(start)).toBe("TooManyRequestsException");
    stage.wait(30);
    start();
  });
});
