import { describe, expect, it } from "vitest";
import { awsError } from "../organizations/testing/aws-error.ts";
import { MANAGEMENT } from "../organizations/testing/stage.ts";
import { AccountStage } from "./testing/stage.ts";

const nameOf = (stage: AccountStage, AccountId?: string, caller?: string) => stage.ask("GetAccountInformation", { AccountId }, caller).AccountName;

describe("whose account it is", () => {
  it("is the caller's own without AccountId, in an organization or not", () => {
    const stage = new AccountStage();
    expect(nameOf(stage)).toBe("Management");
    const member = stage.withMember();
    expect(nameOf(stage, undefined, member)).toBe("shop");
    expect(awsError(() => nameOf(stage, undefined, "999999999999"))).toBe("AccessDeniedException");
  });

  it("is a member's when the management account names it, after trusted access", () => {
    const stage = new AccountStage();
    stage.found();
    const member = stage.account("shop");
    expect(() => nameOf(stage, member)).toThrow("Your organization must first enable trusted access with AWS Account Management.");
    stage.call("EnableAWSServiceAccess", { ServicePrincipal: "account.amazonaws.com" });
    expect(nameOf(stage, member)).toBe("shop");
  });

  it("may be named by a delegated administrator, but by no other member, not even its own", () => {
    const stage = new AccountStage();
    const member = stage.withMember();
    const other = stage.account("other");
    expect(() => nameOf(stage, member, member)).toThrow(/^User: arn:aws:iam::\d{12}:root is not authorized to perform: account:GetAccountInformation$/);
    stage.call("RegisterDelegatedAdministrator", { AccountId: other, ServicePrincipal: "account.amazonaws.com" });
    expect(nameOf(stage, member, other)).toBe("shop");
    expect(awsError(() => nameOf(stage, other, member))).toBe("AccessDeniedException");
  });

  it("is never the management account's when it is named", () => {
    const stage = new AccountStage();
    stage.withMember();
    expect(() => nameOf(stage, MANAGEMENT)).toThrow("(The management account can only be managed using the standalone context from the management account.)");
  });

  it("is none outside of the organization, and none without all features", () => {
    const stage = new AccountStage();
    stage.withMember();
    expect(() => nameOf(stage, stage.standalone("222222222222"))).toThrow("(The account is not a member of your organization.)");
    expect(awsError(() => nameOf(stage, MANAGEMENT, "222222222222"))).toBe("AccessDeniedException");
    const billing = new AccountStage();
    billing.found("CONSOLIDATED_BILLING");
    expect(() => nameOf(billing, "222222222222")).toThrow("(Your organization must first enable all features.)");
  });
});
