import { describe, expect, it } from "vitest";
import {
  checkManagementPolicy, comparePolicies, equalPolicies, isEmptyDifference, lintPolicyText, loadCatalog, managementPolicyType, minifyPolicy, parsePolicyText, placeholdersIn,
  type PolicyProblem, printPolicy,
} from "../../src/policy/index.ts";
import { fencesIn, filesOf, policiesOf, present, type PublicPolicy, SOURCES } from "./sources.ts";

const catalog = await loadCatalog();

/** Files that hold no JSON, by a piece of their names, and what is told of them. */
const NO_JSON: readonly (readonly [piece: string, code: string])[] = [
  ["deny-service-specific-credential-by-type", "LF3002"],
  ["Sec-ProtectKMSandSecrets", "LF3003"],
];

/** Every other error is about a piece that someone was meant to replace, or about an object that CloudFormation replaces. */
function isExplained({ name, text }: PublicPolicy, { code, at }: PolicyProblem): boolean {
  if (NO_JSON.some(([piece, known]) => known === code && name.includes(piece))) return true;
  const line = text.split("\n")[(at?.line ?? 1) - 1] ?? "";
  return code === "LF3010" ? line.includes("Ref") || line.includes("Fn::") || line.trimEnd().endsWith("{") : placeholdersIn(line).length > 0;
}

describe.skipIf(!present)("public policies", () => {
  it.each(SOURCES)("of $folder parse, or get the right diagnosis", (source) => {
    const policies = policiesOf(source);
    const counts = { policies: policies.length, clean: 0, warned: 0, refused: 0 };
    const codes: Record<string, number> = {};
    const kinds: Record<string, number> = {};
    for (const policy of policies) {
      const problems = lintPolicyText(policy.text, policy.kind, catalog);
      const errors = problems.filter(({ severity }) => severity === "error");
      expect(errors.filter((problem) => !isExplained(policy, problem)).map(({ code, at, message }) => `${policy.name}:${at?.line} ${code} ${message}`)).toEqual([]);
      counts[errors.length > 0 ? "refused" : problems.length > 0 ? "warned" : "clean"]++;
      kinds[policy.kind] = (kinds[policy.kind] ?? 0) + 1;
      for (const { code } of problems) codes[code] = (codes[code] ?? 0) + 1;
    }
    console.log(`public policies: ${source.folder}`, JSON.stringify(counts), JSON.stringify(kinds), JSON.stringify(codes));
    expect(policies.length).toBeGreaterThanOrEqual(source.atLeast);
  });

  it.each(SOURCES)("of $folder stay the same when minified and printed, and do not differ from themselves", (source) => {
    for (const { name, text } of policiesOf(source)) {
      const { document } = parsePolicyText(text);
      if (document === undefined) continue;
      for (const written of [minifyPolicy(document), printPolicy(document)]) {
        const again = parsePolicyText(written).document;
        expect(again !== undefined && equalPolicies(again, document), name).toBe(true);
      }
      expect(isEmptyDifference(comparePolicies(document, document)), name).toBe(true);
    }
  });

  it("of other types, which hold settings and no statements, are judged by the grammar of their type", () => {
    const settings = filesOf("scp/primeharbor").flatMap(fencesIn).filter((text) => text.trimStart().startsWith("{") && text.includes("@@assign"));
    const told = settings.map((text) => {
      const type = managementPolicyType(text.includes("ec2_attributes") ? "DECLARATIVE_POLICY_EC2" : "AISERVICES_OPT_OUT_POLICY");
      return type === undefined ? ["no such type"] : checkManagementPolicy(text, type).map(({ path, message }) => `${path.join("/")} ${message}`);
    });
    console.log(`public policies: scp/primeharbor, ${settings.length} of other types`, JSON.stringify(told));
    expect(told.length).toBeGreaterThanOrEqual(3);
    expect(told.flat()).toEqual([]);
  });
});
