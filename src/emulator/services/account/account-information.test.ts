import { describe, expect, it } from "vitest";
import { MANAGEMENT } from "../organizations/testing/stage.ts";
import { AccountStage } from "./testing/stage.ts";

describe("account information", () => {
  it("tells name, date and state", () => {
    const stage = new AccountStage();
    const created = stage.now;
    expect(stage.ask("GetAccountInformation", {})).toEqual({ AccountId: MANAGEMENT, AccountName: "Management", AccountCreatedDate: created, AccountState: "ACTIVE" });
  });

  it("tells when an account is closed", () => {
    const stage = new AccountStage();
    const AccountId = stage.withMember();
    const state = () => stage.ask("GetAccountInformation", { AccountId }).AccountState;
    stage.call("CloseAccount", { AccountId });
    expect(state()).toBe("ACTIVE");
    stage.wait(180);
    stage.call("ListAccounts");
    expect(state()).toBe("CLOSED");
  });

  it("has a name that can be changed, and that AWS Organizations shows", () => {
    const stage = new AccountStage();
    const AccountId = stage.withMember();
    stage.ask("PutAccountName", { AccountId, AccountName: "Shop" });
    expect(stage.call("DescribeAccount", { AccountId }).Account?.Name).toBe("Shop");
    stage.ask("PutAccountName", { AccountName: "Payer" });
    expect(stage.call("DescribeAccount", { AccountId: MANAGEMENT }).Account?.Name).toBe("Payer");
  });
});
