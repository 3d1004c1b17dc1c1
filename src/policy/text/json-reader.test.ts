import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readJson } from "./json-reader.ts";

const troublesOf = (text: string) => readJson(text).troubles.map(({ kind, text: words }) => `${kind}: ${words}`);

describe("readJson", () => {
  it("reads what JSON.parse reads, to the same value", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const { root, troubles } = readJson(text);
        expect(troubles).toEqual([]);
        expect(root?.value).toEqual(JSON.parse(text));
      }),
    );
  });

  it("reads no text without a trouble that JSON.parse refuses", () => {
    const pieces = fc.constantFrom("{", "}", "[", "]", '"a"', ":", ",", "1", "-", "01", "1.", "e5", "tru", "null", " ", "\n", '"\\x"', "'a'", "\u00a0", "//", "\\");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join("");
        const accepted = readJson(text).troubles.length === 0;
        expect(accepted).toBe(parses(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it("never throws, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const { root, troubles } = readJson(text);
        expect(root !== undefined || troubles.length > 0).toBe(true);
      }),
    );
  });

  it("reads over comments, trailing commas, a byte order mark and repeated keys", () => {
    const text = '\uFEFF{ // one\n "a": [1, /* two */ 2,],\n "a": 3, }';
    expect(troublesOf(text)).toEqual([
      "byte-order-mark: the text begins with a byte order mark",
      "comment: a comment stands in the text",
      "comment: a comment stands in the text",
      'trailing-comma: a comma stands before the closing "]"',
      'duplicate-key: the key "a" appears twice in one object',
      'trailing-comma: a comma stands before the closing "}"',
    ]);
    expect(readJson(text).root?.value).toEqual({ a: 3 });
  });

  it("says what it found where it had to stop", () => {
    expect(troublesOf('{"a" 1}')).toEqual(['syntax: found "1" where ":" is expected']);
    expect(troublesOf("{“a”: 1}")).toEqual(["syntax: found the character U+201C where a key in double quotes is expected"]);
    expect(troublesOf('["a"')).toEqual(['syntax: the text ends where "," or "]" is expected']);
    expect(troublesOf('["a\n"]')).toEqual(["syntax: a line break or control character stands inside a string"]);
    expect(troublesOf("{} {}")).toEqual(['syntax: found "{" after the end of the JSON value']);
    expect(troublesOf("[ ${ACCOUNT} ]")).toEqual(["syntax: found the template ${ACCOUNT} where a value is expected"]);
  });

  it("stops at a depth that no policy has", () => {
    expect(troublesOf("[".repeat(100_000))).toEqual(["too-deep: nested more than 64 levels deep"]);
  });

  it("keeps the key __proto__ as a key", () => {
    const value = readJson('{"__proto__": {"a": 1}}').root?.value;
    expect(Object.keys(value as object)).toEqual(["__proto__"]);
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
