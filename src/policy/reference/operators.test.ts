import { describe, expect, it } from "vitest";
import type { Request } from "../request/request.ts";
import { readOperator } from "./operators/index.ts";
import { matchPattern, type PatternPart } from "./pattern.ts";
import { segmentsOf } from "./variables.ts";

const request: Request = { principal: { type: "anonymous" }, action: "a:B", context: {} };

function meets(name: string, value: string, text: string): string {
  const { operator } = readOperator(name);
  if (operator === "Null") return "null";
  return operator.reads(value) ? operator.meets(value, { text, request, variables: true }).answer : "unreadable";
}

describe("condition operators of the reference", () => {
  it("are read with their qualifier and IfExists, whatever their capitals", () => {
    const { operator, qualifier, ifExists } = readOperator("forANYvalue:STRINGlikeifexists");
    expect([operator === "Null" ? operator : operator.name, qualifier, ifExists]).toEqual(["StringLike", "ForAnyValue", true]);
  });

  it.each(["StringMatches", "ForSomeValue:StringLike", "StringLikeIfExistsIfExists", "ArnNotLikes", ""])("refuse %j, since passing over it would change the policy", (text) => {
    expect(() => readOperator(text)).toThrow(RangeError);
  });

  it.each([
    ["2001:db8::1", "2001:0DB8:0:0::0:1", "yes"],
    ["::", "::/0", "yes"],
    ["1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0", "yes"],
    ["::ffff:10.0.0.1", "::ffff:a00:1", "yes"],
    ["10.0.0.1", "::ffff:10.0.0.1", "no"],
    ["10.0.0.1", "10.0.0.1/33", "no"],
    ["10.0.0.01", "10.0.0.1", "unreadable"],
    ["1::2::3", "::/0", "unreadable"],
    ["10.0.0.1/32", "10.0.0.1", "unreadable"],
    ["1:2:3:4:5:6:7:8:9", "::/0", "unreadable"],
    ["1.2.3.4::", "::/0", "unreadable"],
  ])("IpAddress: %s in %s is %s", (value, range, answer) => {
    expect(meets("IpAddress", value, range)).toBe(answer);
  });

  it.each([
    ["2026-01-31T00:00:00.1239Z", "2026-01-31T00:00:00.123Z", "yes"],
    ["2026-01-31T00:00:00-0130", "2026-01-31T01:30:00Z", "yes"],
    ["0099-03-01", "0099-02-29", "no"],
    ["2000-02-29", "951782400", "yes"],
    ["1900-02-29", "1900-03-01", "unreadable"],
    ["2026-01-31T24:00:00Z", "2026-02-01", "unreadable"],
    ["26-01-31", "2026-01-31", "unreadable"],
  ])("DateEquals: %s equals %s is %s", (value, text, answer) => {
    expect(meets("DateEquals", value, text)).toBe(answer);
  });

  it.each([
    ["QUI=", "QUI", "yes"],
    ["QR==", "QQ==", "yes"],
    ["QQ=", "QQ==", "unreadable"],
    ["Q", "", "unreadable"],
    ["-_==", "", "unreadable"],
    ["", "", "yes"],
  ])("BinaryEquals: %j and %j is %s", (value, text, answer) => {
    expect(meets("BinaryEquals", value, text)).toBe(answer);
  });
});

describe("texts of the reference", () => {
  it("find variables, and nothing that only looks like one", () => {
    const variables = (text: string): (string | undefined)[] => segmentsOf(text).flatMap(({ variable, text: found }) => (variable === undefined ? [] : found));
    expect(variables("a${aws:username}b${*}${aws:PrincipalTag/team, 'x y'}")).toEqual(["${aws:username}", "${*}", "${aws:PrincipalTag/team, 'x y'}"]);
    expect(variables("${username} ${aws:} ${:a} ${aws:a,b} ${aws:a 'b'} ${aws:a, 'b} ${AWS::AccountId} ${aws:a ${b}")).toEqual([]);
    expect(variables("${oidc.eks.eu-west-1.amazonaws.com/id/X:sub}${a${aws:username}")).toEqual(["${oidc.eks.eu-west-1.amazonaws.com/id/X:sub}", "${aws:username}"]);
  });

  it("match many wildcards in the time that few need", () => {
    const pattern: PatternPart[] = Array.from("*a".repeat(40), (character) => (character === "*" ? { kind: "any", pastColon: true } : { kind: "character", character }));
    expect(matchPattern(pattern, "a".repeat(39)).answer).toBe("no");
    expect(matchPattern(pattern, "a".repeat(60)).answer).toBe("yes");
  });
});
