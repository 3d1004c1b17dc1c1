import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import type { PolicyDocumentKind } from "./document.ts";
import { comparePolicies, equalPolicies, isEmptyDifference, minifyPolicy, parsePolicyText, printPolicy, validatePolicyText } from "./index.ts";

/** Public policies that nobody here wrote. */
const CORPUS = join(import.meta.dirname, "../../../shared/data/scp");

interface Found {
  readonly name: string;
  readonly text: string;
  readonly kind: PolicyDocumentKind;
}

interface Source {
  readonly folder: string;
  readonly read: (path: string) => Found[];
  /** The errors that belong to a file, by a piece of its name; every other file has none. */
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly atLeast: number;
}

const kindOf = (path: string): PolicyDocumentKind => (/resource_?control/i.test(path) ? "rcp" : "scp");

const jsonFile = (path: string): Found[] =>
  path.endsWith(".json") ? [{ name: relative(CORPUS, path), text: readFileSync(path, "utf8"), kind: kindOf(path) }] : [];

/** Declarative policies stand in the same files; they have no statements. */
function markdownFences(path: string): Found[] {
  if (!path.endsWith(".md")) return [];
  const fences = [...readFileSync(path, "utf8").matchAll(/^\s*```(?:json)?[ ]*\n(.*?)```/gms)].map(([, text = ""]) => text);
  return fences
    .filter((text) => text.includes('"Statement"'))
    .map((text, index) => ({ name: `${relative(CORPUS, path)}#${index + 1}`, text, kind: kindOf(path) }));
}

interface CatalogStatement {
  readonly sid: string;
  readonly effect: string;
  readonly actions?: string[];
  readonly not_actions?: string[];
  readonly resources?: string[];
  readonly condition?: { readonly test: string; readonly variable: string; readonly values: unknown[] }[];
}

/** Terraform's way to write a statement. A file with template loops is no YAML before they are run: those lines are left out. */
function statementCatalog(path: string): Found[] {
  if (!path.endsWith(".yaml")) return [];
  const statements = parseYaml(readFileSync(path, "utf8").replaceAll(/^\s*%\{.*$/gm, "")) as CatalogStatement[];
  return statements.map((statement) => ({ name: `${relative(CORPUS, path)}#${statement.sid}`, text: JSON.stringify(policyOf(statement)), kind: "scp" }));
}

function policyOf({ sid, effect, actions, not_actions, resources, condition = [] }: CatalogStatement) {
  const Condition: Record<string, Record<string, unknown[]>> = {};
  for (const { test, variable, values } of condition) Condition[test] = { ...Condition[test], [variable]: values };
  const Statement = { Sid: sid, Effect: effect, Action: actions, NotAction: not_actions, Resource: resources, ...(condition.length > 0 ? { Condition } : {}) };
  return { Version: "2012-10-17", Statement: [Statement] };
}

const SOURCES: readonly Source[] = [
  { folder: "aws-scp-examples", read: jsonFile, errors: { "deny-service-specific-credential-by-type": ["LF3002"] }, atLeast: 50 },
  {
    folder: "aws-data-perimeter",
    read: jsonFile,
    errors: {
      // A placeholder where an ARN belongs.
      "service_control_policies/resource_perimeter_scp": ["LF3028"],
      // Resource policies and endpoint policies, which are no RCPs and no SCPs.
      api_gateway_policy: ["LF3027"],
      sns_topic_policy: ["LF3027"],
      "vpc_endpoint_policies/s3_endpoint": ["LF3017", "LF3025", "LF3028"],
      vpc_endpoint_policies: ["LF3017"],
    },
    atLeast: 25,
  },
  { folder: "primeharbor", read: markdownFences, errors: { "Sec-ProtectKMSandSecrets": ["LF3003"] }, atLeast: 20 },
  { folder: "cloudposse-catalog", read: statementCatalog, errors: {}, atLeast: 40 },
  { folder: "asea", read: jsonFile, errors: {}, atLeast: 8 },
];

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]));

const present = existsSync(CORPUS);
if (!present) console.log(`policy corpus: skipped, ${CORPUS} is absent`);

describe.skipIf(!present)("public policies", () => {
  it.each(SOURCES)("of $folder parse, or get the right diagnosis", ({ folder, read, errors, atLeast }) => {
    const policies = walk(join(CORPUS, folder)).flatMap(read);
    const counts = { policies: policies.length, clean: 0, warned: 0, refused: 0 };
    const codes: Record<string, number> = {};
    for (const { name, text, kind } of policies) {
      const problems = validatePolicyText(text, kind);
      const refused = [...new Set(problems.filter(({ severity }) => severity === "error").map(({ code }) => code))].sort();
      const expected = Object.entries(errors).find(([piece]) => name.includes(piece))?.[1] ?? [];
      expect(refused, name).toEqual(expected);
      counts[refused.length > 0 ? "refused" : problems.length > 0 ? "warned" : "clean"]++;
      for (const { code } of problems) codes[code] = (codes[code] ?? 0) + 1;
    }
    console.log(`policy corpus: ${folder}`, JSON.stringify(counts), JSON.stringify(codes));
    expect(policies.length).toBeGreaterThanOrEqual(atLeast);
  });

  it.each(SOURCES)("of $folder stay the same when minified and printed, and do not differ from themselves", ({ folder, read }) => {
    for (const { name, text } of walk(join(CORPUS, folder)).flatMap(read)) {
      const { document } = parsePolicyText(text);
      if (document === undefined) throw new Error(`${name} has no document`);
      for (const written of [minifyPolicy(document), printPolicy(document)]) {
        const again = parsePolicyText(written).document;
        expect(again !== undefined && equalPolicies(again, document), name).toBe(true);
      }
      expect(isEmptyDifference(comparePolicies(document, document)), name).toBe(true);
    }
  });
});
