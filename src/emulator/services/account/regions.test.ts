import { describe, expect, it } from "vitest";
import { awsError } from "../organizations/testing/aws-error.ts";
import { MANAGEMENT } from "../organizations/testing/stage.ts";
import { AccountStage } from "./testing/stage.ts";

const OPT_IN = ["af-south-1", "ap-east-1", "ap-south-2", "eu-south-1", "eu-south-2", "il-central-1", "me-south-1"];
const status = (stage: AccountStage, RegionName: string, AccountId?: string) => stage.ask("GetRegionOptStatus", { RegionName, AccountId }).RegionOptStatus;

describe("the Regions of an account", () => {
  it("are enabled by default, or have to be enabled, which takes some minutes", () => {
    const stage = new AccountStage();
    expect(status(stage, "eu-west-1")).toBe("ENABLED_BY_DEFAULT");
    expect(status(stage, "eu-south-1")).toBe("DISABLED");
    stage.ask("EnableRegion", { RegionName: "eu-south-1" });
    expect(status(stage, "eu-south-1")).toBe("ENABLING");
    expect(awsError(() => stage.ask("DisableRegion", { RegionName: "eu-south-1" }))).toBe("ConflictException");
    stage.wait(300);
    expect(status(stage, "eu-south-1")).toBe("ENABLED");
    stage.ask("EnableRegion", { RegionName: "eu-south-1" });
    expect(status(stage, "eu-south-1")).toBe("ENABLED");
    stage.ask("DisableRegion", { RegionName: "eu-south-1" });
    expect(status(stage, "eu-south-1")).toBe("DISABLING");
    expect(awsError(() => stage.ask("EnableRegion", { RegionName: "eu-south-1" }))).toBe("ConflictException");
    stage.wait(300);
    expect(status(stage, "eu-south-1")).toBe("DISABLED");
  });

  it("are each account's own", () => {
    const stage = new AccountStage();
    const AccountId = stage.withMember();
    stage.ask("EnableRegion", { RegionName: "eu-south-1", AccountId });
    expect([status(stage, "eu-south-1", AccountId), status(stage, "eu-south-1")]).toEqual(["ENABLING", "DISABLED"]);
  });

  it("that are enabled by default cannot be changed, and others than AWS's not at all", () => {
    const stage = new AccountStage();
    expect(() => stage.ask("DisableRegion", { RegionName: "us-east-1" })).toThrow(expect.objectContaining({ code: "ValidationException", fields: { reason: "invalidRegionOptTarget" } }));
    expect(awsError(() => stage.ask("EnableRegion", { RegionName: "eu-north-7" }))).toBe("ValidationException");
    expect(awsError(() => status(stage, "cn-north-1"))).toBe("ValidationException");
  });

  it("change six at a time in an account, fifty in an organization", () => {
    const stage = new AccountStage();
    stage.withMember();
    const enable = (caller: string, count: number) => OPT_IN.slice(0, count).forEach((RegionName) => void stage.ask("EnableRegion", { RegionName }, caller));
    expect(awsError(() => enable(MANAGEMENT, 7))).toBe("TooManyRequestsException");
    for (let i = 2; i <= 8; i += 1) enable(stage.invited(`${i}`.repeat(12)), 6);
    const last = stage.invited("999999999999");
    expect(awsError(() => enable(last, 3))).toBe("TooManyRequestsException");
    stage.wait(300);
    enable(last, 3);
  });

  it("are listed by name, page by page, and by status", () => {
    const stage = new AccountStage();
    stage.ask("EnableRegion", { RegionName: "me-south-1" });
    const all = stage.all((NextToken) => {
      const { Regions, ...rest } = stage.ask("ListRegions", { MaxResults: 10, NextToken });
      return { items: Regions, ...rest };
    });
    expect(all).toHaveLength(stage.ask("ListRegions", {}).Regions?.length ?? 0);
    expect(all.length).toBeGreaterThan(30);
    expect(stage.ask("ListRegions", { RegionOptStatusContains: ["ENABLING", "ENABLED"] }).Regions).toEqual([{ RegionName: "me-south-1", RegionOptStatus: "ENABLING" }]);
    expect(awsError(() => stage.ask("ListRegions", { NextToken: "x" }))).toBe("ValidationException");
  });
});
