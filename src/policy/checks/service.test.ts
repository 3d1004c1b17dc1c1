import { describe, expect, it } from "vitest";
import { RCP_SERVICES } from "../data/rcp-services.ts";
import { validatePolicy } from "../validate.ts";

const told = (Action: string[]) =>
  validatePolicy({ Version: "2012-10-17", Statement: { Effect: "Deny", Principal: "*", Action, Resource: "*" } }, "rcp").map(({ code, severity, path }) => [code, severity, path.at(-1)]);

describe("the services of an RCP", () => {
  it("are 62 as of the table's date", () => {
    expect(RCP_SERVICES.size).toBe(62);
  });

  it("are told once each when RCPs do not reach them: LF3038", () => {
    expect(told(["s3:*", "sns:Publish", "SNS:Subscribe", "ec2:*", "KMS:Decrypt"])).toEqual([
      ["LF3038", "warning", 1],
      ["LF3038", "warning", 3],
    ]);
  });
});
