import { describe, expect, it } from "vitest";
import { CODES } from "../../src/diagnostics/index.ts";
import { RULES } from "../../src/review/index.ts";
import { filesBelow, productFiles, readProjectFile } from "./source-files.ts";

const codes = [...CODES.keys()];
const wordsOf = (files: readonly string[]): ReadonlySet<string> => new Set(files.flatMap((file) => readProjectFile(file).match(/\bLF\d{4}\b/g) ?? []));
const lists = filesBelow("src/diagnostics/codes").filter((file) => file.endsWith(".ts"));

describe("the codes", () => {
  it("are unique, and ascend within each file and each area", () => {
    for (const file of lists) {
      const stated = [...readProjectFile(file).matchAll(/^\s*code: "(LF\d{4})"/gm)].map(([, code = ""]) => code);
      expect([file, stated]).toEqual([file, [...new Set(stated)].sort()]);
      expect([file, new Set(stated.map((code) => code.slice(0, 3))).size]).toEqual([file, file.endsWith("/index.ts") ? 0 : 1]);
    }
    expect(new Set(lists.flatMap((file) => [...readProjectFile(file).matchAll(/^\s*code: "(LF\d{4})"/gm)].map(([, code]) => code))).size).toBe(codes.length);
  });

  it("are used in the product", () => {
    const used = wordsOf(productFiles().filter((file) => !lists.includes(file)));
    expect(codes.filter((code) => !used.has(code))).toEqual([]);
  });

  it("are each named in a test", () => {
    const named = wordsOf(filesBelow().filter((file) => file.endsWith(".test.ts")));
    expect(codes.filter((code) => !named.has(code))).toEqual([]);
  });

  it("that the product uses all exist", () => {
    const used = wordsOf(productFiles());
    expect([...used].filter((code) => !CODES.has(code))).toEqual([]);
  });

  it("of rules belong to one rule each", () => {
    const seen = RULES.map(({ code }) => code);
    expect(seen.filter((code, index) => seen.indexOf(code) !== index)).toEqual([]);
  });

  it("have a page each, and no page is without a code", () => {
    const pages = filesBelow("docs/errors").map((file) => /LF\d{4}/.exec(file)?.[0]).filter((code) => code !== undefined);
    expect(pages).toEqual(codes.toSorted());
  });
});
