import { describe, expect, it } from "vitest";
import type { AccessChange, AccessDifference } from "../../access/index.ts";
import type { Style } from "../style.ts";
import { accessBlock } from "./access.ts";

const STYLE: Style = { width: 80, color: false, unicode: true };

const CHANGE: AccessChange = {
  places: ["ou:Workloads/Prod"],
  accounts: ["account:shop", "account:web"],
  principals: ["root", "administrator"],
  actions: ["s3:DeleteBucket"],
  resources: ["arn:aws:s3:::logs-*", "any other"],
  when: [{ key: "aws:RequestedRegion", values: ["eu-west-1", "another value"] }],
  because: { kind: "scp", policy: "guardrails-root", guardrail: "keep-logs", sid: "KeepLogs1", node: "root" },
  example: { principal: "root", account: "account:shop", action: "s3:DeleteBucket", resource: "arn:aws:s3:::logs-any", context: { "aws:RequestedRegion": "eu-west-1" } },
};

const difference = (parts: Partial<AccessDifference>): AccessDifference => ({ lost: [], gained: [], heldFixed: [], classes: 1, requests: 1, ...parts });

describe("the access block of a plan", () => {
  it("says who, where, what, under which circumstances, why, and gives an example", () => {
    expect(accessBlock(difference({ lost: [CHANGE] }), STYLE, false)).toEqual([
      "Access",
      "  - root, administrator lose in OU Workloads/Prod (2 accounts)",
      "      s3:DeleteBucket on arn:aws:s3:::logs-*, any other resource when",
      "      aws:RequestedRegion is eu-west-1 or another value",
      "      denied by guardrail keep-logs at root",
      "      for example root in shop: s3:DeleteBucket on arn:aws:s3:::logs-any with",
      "      aws:RequestedRegion = eu-west-1",
    ]);
  });

  it("says so when nobody gains or loses any, and says nothing where nothing could have changed", () => {
    expect(accessBlock(difference({}), STYLE, false)).toEqual(["Access nobody gains or loses any"]);
    expect(accessBlock(undefined, STYLE, false)).toEqual([]);
  });

  it("names what was held fixed, and counts what it does not show", () => {
    const many = Array.from({ length: 8 }, () => ({ ...CHANGE, except: ["iam:*"], because: { kind: "scp" as const, node: "root" as const } }));
    const lines = accessBlock(difference({ gained: many, heldFixed: ["aws:SourceIp"] }), STYLE, false);
    expect(lines).toContain("  and 2 more; --full shows all");
    expect(lines.join("\n")).toContain("every action but iam:*");
    expect(lines.join("\n")).toContain("until now no scp allows it at root");
    expect(lines.at(-1)).toContain("aws:SourceIp held");
  });
});
