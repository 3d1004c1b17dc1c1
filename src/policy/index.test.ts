import { describe, expect, it } from "vitest";
import { compileChain, decide, EXEMPTION_TEXTS, explain, requestFrom } from "./index.ts";

const allowAll = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } } as const;
const regions = {
  Version: "2012-10-17",
  Statement: { Sid: "Regions", Effect: "Deny", NotAction: "iam:*", Resource: "*", Condition: { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } } },
} as const;

describe("the example at the door of the room", () => {
  const chain = compileChain({
    managementAccountId: "999999999999",
    scps: [{ name: "Root", policies: [{ name: "FullAWSAccess", document: allowAll }, { name: "regions", document: regions }] }],
    identity: [{ name: "AdministratorAccess", document: allowAll }],
  });
  const ask = (region: string, accountId = "111122223333") =>
    requestFrom({ principal: `arn:aws:iam::${accountId}:role/deploy`, action: "ec2:RunInstances", resource: `arn:aws:ec2:${region}:${accountId}:instance/i-1`, context: { "aws:RequestedRegion": region } });

  it("decides", () => {
    expect(decide(chain, ask("eu-west-1")).outcome).toBe("allowed");
    expect(decide(chain, ask("us-east-1")).outcome).toBe("explicitDeny");
  });

  it("explains, with the statements that deny", () => {
    expect(explain(chain, ask("us-east-1")).denies).toMatchObject([{ kind: "scp", level: { name: "Root", index: 0 }, policy: "regions", statementIndex: 0, sid: "Regions" }]);
  });

  it("says in words why policies had no say", () => {
    expect(explain(chain, ask("us-east-1", "999999999999")).exemptions.map((exemption) => EXEMPTION_TEXTS[exemption])).toEqual(["SCPs do not reach principals of the management account."]);
  });
});
