import { describe, expect, it } from "vitest";
import { validatePolicy } from "../validate.ts";

describe("LF3037, a placeholder", () => {
  it("is told once, at its first place, with the number of places", () => {
    const statement = {
      Effect: "Deny",
      Action: "*",
      Resource: "arn:aws:iam::*:role/[ROLE]",
      Condition: { StringNotEquals: { "<issuer>:sub": ["<my-org-id>"], "aws:PrincipalOrgID": "<my-org-id>" } },
    };
    const problems = validatePolicy({ Version: "2012-10-17", Statement: [statement] }, "scp");
    expect(problems.map(({ code, severity, message, path, about }) => [code, severity, message.split(" looks")[0], path.at(-1), about])).toEqual([
      ["LF3037", "warning", '"[ROLE]"', "Resource", undefined],
      ["LF3037", "warning", '"<issuer>"', "<issuer>:sub", "key"],
      ["LF3037", "warning", '"<my-org-id>"', 0, undefined],
    ]);
    expect(problems.at(-1)?.message).toContain("(2 places)");
  });
});
