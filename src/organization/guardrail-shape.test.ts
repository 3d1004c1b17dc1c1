import { describe, expect, it } from "vitest";
import { readShape } from "./shape.ts";

const BASE = { name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"] };
const summaries = (more: object): string[] => readShape({ ...BASE, ...more }).diagnostics.map(({ code, summary }) => `${code} ${summary}`);

describe("the shape of guardrails", () => {
  it("takes settings by name, and names at the root, at OUs and at accounts", () => {
    expect(
      summaries({
        guardrails: { "region-allow-list": { regions: ["eu-west-1"] }, "prod-regions": { guardrail: "region-allow-list", regions: ["eu-west-1"] } },
        exemptRoles: ["break-glass", "platform/deploy-*", "arn:aws:iam::*:role/audit"],
        root: { guardrails: ["region-allow-list"], accounts: { one: { guardrails: ["prod-regions"] } } },
        ous: { Workloads: { guardrails: ["prod-regions"] } },
      }),
    ).toEqual([]);
  });

  it("wants names that a statement's Sid can carry and be read from", () => {
    expect(summaries({ guardrails: { "Prod Regions": {} } })).toEqual(['LF1110 The name of the organization is no name of lower-case words with hyphens between them: "Prod Regions".']);
  });

  it("wants exempt roles that not everybody could make", () => {
    expect(summaries({ exemptRoles: ["*"] })).toEqual(['LF1124 The 1st exempt role of the organization is neither a role\'s name with its path nor its ARN: "*".']);
    expect(summaries({ exemptRoles: ["arn:aws:iam::*:user/x"] })).toHaveLength(1);
  });
});
