import { describe, expect, it } from "vitest";
import type { PolicyDocument } from "../../policy/index.ts";
import type { Style } from "../style.ts";
import { policyDifferenceHuman } from "./difference.ts";

const deny = (team: string): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: { Sid: "Team", Effect: "Deny", Action: "s3:*", Resource: "*", Condition: { StringEquals: { "aws:PrincipalTag/team": team } } },
});

const style: Style = { width: 60, unicode: true, color: false };

describe("the difference of two policies on screen", () => {
  it("says how many characters of a value cannot be shown, so that two values do not look alike", () => {
    expect(policyDifferenceHuman(deny("pay"), deny("pa\u200By"), style)).toBe(
      [
        "1 statement changed",
        "",
        '  statement "Team"',
        "    Condition StringEquals aws:PrincipalTag/team",
        "      - pay",
        "      + pay  (1 control or invisible character left out)",
        "",
      ].join("\n"),
    );
  });

  it("says so at the end of a value that takes several lines", () => {
    const lines = policyDifferenceHuman(deny("pay"), deny(`${"long ".repeat(30)}\u001B]0;title\u0007`), style).trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(7);
    expect(lines.slice(-2).join(" ").replaceAll(/ +/g, " ")).toContain("(10 control or invisible characters left out)");
  });

  it("shows whole what can be shown", () => {
    expect(policyDifferenceHuman(deny("pay"), deny("päy-".repeat(60)), style)).not.toContain("left out");
  });
});
