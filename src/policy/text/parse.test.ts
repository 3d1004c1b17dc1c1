import { describe, expect, it } from "vitest";
import { MAX_POLICY_TEXT_LENGTH, parsePolicyText } from "./parse.ts";

const codesOf = (text: string) => parsePolicyText(text).problems.map((problem) => problem.code);

describe("parsePolicyText", () => {
  it("gives the document and the place of every value", () => {
    const { document, problems, positions } = parsePolicyText('{\n  "Statement": {\n    "Effect": "Deny", "Action": ["a:b", "s3:*"]\n  }\n}');
    expect(problems).toEqual([]);
    expect(document).toEqual({ Statement: { Effect: "Deny", Action: ["a:b", "s3:*"] } });
    expect(positions?.value(["Statement", "Action", 1])).toEqual({ offset: 59, endOffset: 65, line: 3, column: 41, endLine: 3, endColumn: 47 });
    expect(positions?.key(["Statement", "Action"])).toMatchObject({ line: 3, column: 23, endColumn: 31 });
  });

  it("falls back to the nearest enclosing value for a path that does not exist", () => {
    const { positions } = parsePolicyText('{"Statement": []}');
    expect(positions?.value(["Statement", 4, "Action"])).toMatchObject({ column: 15, endColumn: 17 });
  });

  it("names what is not JSON by code: syntax LF3001, comment LF3002, comma LF3003, mark LF3004, key LF3005, size LF3006", () => {
    expect(codesOf("{")).toEqual(["LF3001"]);
    expect(codesOf("{} // why")).toEqual(["LF3002"]);
    expect(codesOf("[1,]")).toEqual(["LF3003"]);
    expect(codesOf("\uFEFF{}")).toEqual(["LF3004"]);
    expect(codesOf('{"a":1,"a":1}')).toEqual(["LF3005"]);
    expect(codesOf("[".repeat(100))).toEqual(["LF3006"]);
    expect(codesOf(" ".repeat(MAX_POLICY_TEXT_LENGTH + 1))).toEqual(["LF3006"]);
  });

  it("calls an empty text empty", () => {
    expect(parsePolicyText(" \n").problems).toMatchObject([{ code: "LF3001", message: "The policy is empty.", path: [] }]);
  });

  it("gives the value but no document when the shape is another", () => {
    expect(parsePolicyText('[{"Effect":"Deny"}]')).toMatchObject({ value: [{ Effect: "Deny" }], problems: [] });
    expect(parsePolicyText('[{"Effect":"Deny"}]').document).toBeUndefined();
    expect(parsePolicyText('{"Statement":{"Effect":"Deny","Action":5}}').document).toBeUndefined();
  });

  it("counts columns after Windows line ends and after characters of two units", () => {
    const { problems } = parsePolicyText('{\r\n"𝒜": x}');
    expect(problems[0]?.at).toMatchObject({ line: 2, column: 7 });
  });
});
