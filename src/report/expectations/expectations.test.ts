import { describe, expect, it } from "vitest";
import { type ExpectationResult, expectationFindings, proveExpectations } from "../../access/index.ts";
import type { Expectation, Organization } from "../../organization/index.ts";
import { loadCatalog } from "../../policy/index.ts";
import { diagnosticsHuman } from "../diagnostics/human.ts";
import { expectationsHuman } from "./human.ts";
import { expectationsJson } from "./json.ts";
import { expectationsJunit } from "./junit.ts";

const HOSTILE = `a"b<c>&]]>\u0000\u001B[31m\u202E\uD800\uFFFE'${"x".repeat(10_000)}\r\n--><failure>`;

const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  "no users": { who: ["administrator"], cannot: ["iam:CreateUser"], ous: ["Prod"] },
  "no keys": { because: HOSTILE, who: ["administrator"], cannot: ["iam:CreateAccessKey"], on: [`arn:aws:iam::*:user/<"&'${"y".repeat(2_000)}`], ous: ["Prod"] },
  "not proven": { who: ["role/other"], cannot: ["s3:GetObject"], ous: ["Prod"] },
  [HOSTILE]: { who: [HOSTILE], cannot: ["iam:CreateUser"], on: ["banana"] },
};

const ORGANIZATION: Organization = {
  name: "acme",
  homeRegion: "eu-west-1",
  regions: ["eu-west-1"],
  accountEmail: "aws+{account}@acme.example",
  policies: { people: { type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "iam:CreateUser", Resource: "*" }] } } },
  ous: { Prod: { policies: ["people"], accounts: { shop: {} } } },
  expectations: EXPECTATIONS,
};

const { results } = proveExpectations(ORGANIZATION, await loadCatalog());
const screen = { results, tell: () => ({ policy: "people" }), file: 'landfall<"&>.ts' };
const only = (...names: string[]): ExpectationResult[] => results.filter(({ name }) => names.includes(name));
const lastLine = (some: readonly ExpectationResult[]): string | undefined => expectationsHuman({ ...screen, results: some }, { width: 140, color: false, unicode: true }).split("\n").at(-2);

/** The names of a document's elements in their order; undefined unless it is well-formed. Source: W3C, "Extensible Markup Language (XML) 1.0", sections 2.1 and 3.1. */
function elementsOf(text: string): string[] | undefined {
  const [open, names]: [string[], string[]] = [[], []];
  const rest = text.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, "").replaceAll(/<(\/?)([a-z]+)((?: [a-z]+="(?:[^<&"]|&(?:amp|lt|gt|quot);)*")*)(\/?)>/g, (tag, close: string, name: string, _, empty: string) => {
    if (close === "") names.push(name);
    if (close === "" && empty === "") open.push(name);
    return close !== "" && open.pop() !== name ? tag : "";
  });
  return open.length === 0 && /^(?:[^<&]|&(?:amp|lt|gt|quot);)*$/.test(rest) ? names : undefined;
}

describe("what came of expectations", () => {
  it("counts those that are mistaken apart from those that do not hold", () => {
    expect(results.map(({ outcome }) => outcome)).toEqual(["holds", "fails", "unknown", "mistaken"]);
    expect(lastLine(results)).toMatch(/^Of the 4 expectations of landfall<"&>\.ts, 1 does not hold, 1 is not proven and 1 is mistaken; \d+ requests covered\.$/);
    expect(lastLine(only("no users"))).toMatch(/^The expectation of .* holds: \d+ requests? covered\.$/);
    expect(lastLine(only("not proven"))).toMatch(/^The expectation of .* is not proven; /);
  });

  it("is well-formed XML whatever names are in it, with mistakes as errors", () => {
    const text = expectationsJunit(screen);
    expect(elementsOf(text)).toEqual(["testsuites", "testsuite", "testcase", "testcase", "failure", "testcase", "failure", "testcase", "error"]);
    expect(text).toContain('<testsuites tests="4" failures="2" errors="1">');
    // eslint-disable-next-line no-control-regex -- what XML 1.0 cannot hold
    expect(text).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });

  it("is JSON with each request, what it says and how to ask it again", () => {
    const read = JSON.parse(expectationsJson(screen, "landfall 0.0.0")) as { format: string; holds: boolean; expectations: { outcome: string; mistakes: object[]; counterexamples: { says: string; ask: string; account: string; answer: { outcome: string } }[] }[] };
    expect(read).toMatchObject({ format: "landfall.expectations/1", tool: "landfall 0.0.0", holds: false });
    expect(read.expectations.map(({ outcome }) => outcome)).toEqual(["holds", "fails", "unknown", "mistaken"]);
    expect(read.expectations[1]?.counterexamples[0]).toMatchObject({ account: "shop", principal: "administrator", says: expect.stringContaining("administrator in shop can iam:CreateAccessKey") as string, ask: expect.stringMatching(/^landfall can administrator in shop iam:CreateAccessKey /) as string, answer: { outcome: "allowed" } });
    expect(read.expectations[1]?.counterexamples[0]).not.toHaveProperty("asker");
    expect(read.expectations[3]?.mistakes).toMatchObject([{ code: "LF3302" }, { code: "LF3307" }]);
  });

  it("reaches no terminal with what one would obey", () => {
    for (const text of [expectationsHuman(screen, { width: 60, color: false, unicode: true }), diagnosticsHuman(expectationFindings(results), { width: 60, color: false, unicode: true })]) {
      // eslint-disable-next-line no-control-regex -- the text must hold none
      expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E\uD800]/);
    }
  });
});
