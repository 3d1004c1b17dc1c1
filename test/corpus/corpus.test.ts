import { describe, expect, it } from "vitest";
import { OPEN_QUESTIONS } from "../../src/policy/open-questions.ts";
import { explainByReference } from "../../src/policy/reference/index.ts";
import { differencesOf } from "./judge-case.ts";
import { corpusFiles, questionOf, readCases } from "./read-case.ts";

const files = corpusFiles();

describe("the corpus of cases from AWS's pages", () => {
  it.each(files)("%s is decided as the page says by the reference", (file) => {
    const wrong = readCases(file).flatMap((one) => {
      const { chain, request } = questionOf(one);
      return differencesOf(one, explainByReference(chain, request)).map((difference) => `${one.id}: ${difference} (${one.notes ?? ""})`);
    });
    expect(wrong).toEqual([]);
  });

  it("names a page and a statement for each of at least 250 cases, by an id of its own", () => {
    const cases = files.flatMap(readCases);
    console.log(`policy corpus: ${cases.length} cases in ${files.length} files`);
    expect(cases.length).toBeGreaterThanOrEqual(250);
    expect(cases.filter(({ source, notes }) => !source || !notes).map(({ id }) => id)).toEqual([]);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it("points to open questions by ids that exist", () => {
    const known = OPEN_QUESTIONS.map(({ id }) => `open:${id}`);
    const named = files.flatMap(readCases).flatMap(({ tags = [] }) => tags.filter((tag) => tag.startsWith("open:")));
    expect(named.filter((tag) => !known.includes(tag))).toEqual([]);
  });
});
