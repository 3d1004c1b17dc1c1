import { describe, expect, it } from "vitest";
import { compileChain, decide, differencesFrom, explain, type Explanation, OPEN_QUESTIONS, type PolicyChain, type Request } from "../../src/policy/index.ts";
import { explainByReference } from "../../src/policy/reference/index.ts";
import { casesOf, corpusFiles } from "./files.ts";

const files = corpusFiles();

const ENGINES: readonly (readonly [string, (chain: PolicyChain, request: Request) => Explanation])[] = [
  ["reference", explainByReference],
  ["compiled evaluator", (chain, request) => explain(compileChain(chain), request)],
  ["compiled evaluator, asked for no explanation", decidedOnly],
];

/** Its decision, with the reference's explanation: the two ways to ask must not differ in what they decide. */
function decidedOnly(chain: PolicyChain, request: Request): Explanation {
  return { ...explainByReference(chain, request), decision: decide(compileChain(chain), request) };
}

describe("the corpus of cases from AWS's pages", () => {
  describe.each(ENGINES)("the %s", (_, engine) => {
    it.each(files)("decides %s as the pages say", (file) => {
      const wrong = casesOf(file).flatMap((one) => differencesFrom(one, engine(one.chain, one.request)).map((difference) => `${one.id}: ${difference} (${one.notes ?? ""})`));
      expect(wrong).toEqual([]);
    });
  });

  it("names a page and a statement for each of at least 250 cases, by an id of its own", () => {
    const cases = files.flatMap(casesOf);
    console.log(`policy corpus: ${cases.length} cases in ${files.length} files`);
    expect(cases.length).toBeGreaterThanOrEqual(250);
    expect(cases.filter(({ source, notes }) => !source || !notes).map(({ id }) => id)).toEqual([]);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it("points to open questions by ids that exist", () => {
    const known = OPEN_QUESTIONS.map(({ id }) => `open:${id}`);
    const named = files.flatMap(casesOf).flatMap(({ tags }) => tags.filter((tag) => tag.startsWith("open:")));
    expect(named.filter((tag) => !known.includes(tag))).toEqual([]);
  });
});
