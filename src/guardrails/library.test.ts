import { describe, expect, it } from "vitest";
import { policyTypeFacts } from "../limits/index.ts";
import { lintPolicyText, loadCatalog, minifyPolicy, type PolicyDocument, type PolicyStatement } from "../policy/index.ts";
import { contentOf, type Guardrail, GUARDRAILS, type RequestCase, statementsNamed, type StatementGuardrail } from "./index.ts";
import { decideCase, proofSettings } from "./prove.ts";

const catalog = await loadCatalog();
const withStatements = GUARDRAILS.filter((guardrail): guardrail is StatementGuardrail => "statements" in guardrail);
const named = <T extends Guardrail>(guardrails: readonly T[]) => guardrails.map((guardrail) => [guardrail.name, guardrail] as const);
const wanted = ({ outcome }: RequestCase): string => (outcome === "denied" ? "explicitDeny" : "allowed");
const holds = (guardrail: StatementGuardrail, proof: RequestCase, statements?: readonly PolicyStatement[]): boolean =>
  decideCase(guardrail, proof, statements).fast === wanted(proof);

describe.each(named(withStatements))("The guardrail %s", (_name, guardrail) => {
  const statements = guardrail.statements(proofSettings(guardrail));
  const document: PolicyDocument = { Version: "2012-10-17", Statement: statementsNamed(guardrail.name, statements) };

  it.each(guardrail.proof.map((proof) => [proof.outcome, proof.says, proof] as const))("%s: %s", (_outcome, _says, proof) => {
    expect(decideCase(guardrail, proof)).toEqual({ fast: wanted(proof), reference: wanted(proof) });
    expect(decideCase(guardrail, proof, [])).toEqual({ fast: "allowed", reference: "allowed" });
  });

  it("has proof both of what it stops and of what goes on working", () => {
    expect(new Set(guardrail.proof.map(({ outcome }) => outcome))).toEqual(new Set(["denied", "works"]));
  });

  it("has no fault that AWS or we can see", () => {
    expect(lintPolicyText(JSON.stringify(document), guardrail.form, catalog)).toEqual([]);
  });

  it("fits into one policy", () => {
    expect(minifyPolicy(document).length).toBeLessThanOrEqual(policyTypeFacts(guardrail.form).maxSize);
  });

  it("only denies, under Sids of letters and digits", () => {
    for (const { Effect, Sid } of statements) expect([Effect, Sid]).toEqual(["Deny", expect.stringMatching(/^[A-Z][A-Za-z0-9]+$/)]);
  });

  it("lets nobody through by a tag", () => {
    expect(JSON.stringify(statements)).not.toMatch(/PrincipalTag/i);
  });

  it.each(statements.map(({ Sid }, index) => [Sid, index] as const))("proves that it needs %s", (_sid, index) => {
    expect(guardrail.proof.filter((proof) => !holds(guardrail, proof, guardrail.statements(proofSettings(guardrail, proof)).toSpliced(index, 1)))).not.toEqual([]);
  });
});

describe("The library of guardrails", () => {
  it("knows each name once, and says of each why, whence and what it leaves open", () => {
    expect(new Set(GUARDRAILS.map(({ name }) => name)).size).toBe(GUARDRAILS.length);
    for (const { name, title, reason, source, leaves } of GUARDRAILS) {
      expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      expect(title).not.toMatch(/\.$/);
      expect([reason, source, ...leaves].every((text) => text.length > 10)).toBe(true);
      expect(leaves).not.toEqual([]);
    }
  });

  it("makes a policy of every guardrail", () => {
    for (const guardrail of GUARDRAILS) expect(Object.keys(contentOf(guardrail, proofSettings(guardrail)))).not.toEqual([]);
  });
});
