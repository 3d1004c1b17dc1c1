import { describe, expect, it } from "vitest";
import { policyTypeFacts, REGIONS } from "../limits/index.ts";
import { checkManagementPolicy, lintPolicyText, loadCatalog, managementPolicyType, minifyPolicy, type PolicyDocument, type PolicyStatement } from "../policy/index.ts";
import { contentOf, exemptArns, type Guardrail, GUARDRAILS, nameOfStatement, type RequestCase, type SettingsGuardrail, settingsOf, statementsNamed, type StatementGuardrail } from "./index.ts";
import { PROOF_PLACE } from "./proof.ts";
import { casesOfExempt, decideCase, proofSettings, statementsFor } from "./prove.ts";
import { decideAct } from "./settings-enforced.ts";

const catalog = await loadCatalog();
const withStatements = GUARDRAILS.filter((guardrail): guardrail is StatementGuardrail => "statements" in guardrail);
const withSettings = GUARDRAILS.filter((guardrail): guardrail is SettingsGuardrail => "document" in guardrail);
const named = <T extends Guardrail>(guardrails: readonly T[]) => guardrails.map((guardrail) => [guardrail.name, guardrail] as const);
const wanted = ({ outcome }: RequestCase): string => (outcome === "denied" ? "explicitDeny" : "allowed");

type Change = (statements: readonly PolicyStatement[]) => readonly PolicyStatement[];
/** Whether some case comes out otherwise when the statements are changed. */
const isNoticed = (guardrail: StatementGuardrail, change: Change): boolean =>
  [...guardrail.proof, ...casesOfExempt(guardrail)].some((proof) => decideCase(guardrail, proof, change(statementsFor(guardrail, proof))).fast !== wanted(proof));

const conditionsOf = (statements: readonly PolicyStatement[]) =>
  statements.flatMap(({ Sid, Condition = {} }, index) => Object.entries(Condition).flatMap(([operator, keys]) => Object.keys(keys).map((key) => [`${Sid} ${operator} ${key}`, index, operator, key] as const)));

const without = (index: number, operator: string, key: string): Change => (statements) =>
  statements.map((statement, at) => {
    if (at !== index) return statement;
    const left = Object.entries(statement.Condition ?? {}).map(([name, keys]) => [name, Object.fromEntries(Object.entries(keys).filter(([one]) => name !== operator || one !== key))] as const);
    return { ...statement, Condition: Object.fromEntries(left.filter(([, keys]) => Object.keys(keys).length > 0)) };
  });

/** Of the actions, those whose requests never carry a key of their service: under it a statement would hold for nothing. */
function actionsWithout(key: string, patterns: readonly string[]): readonly string[] {
  const facts = catalog.conditionKey(key);
  if (facts === undefined || key.startsWith("aws:") || catalog.globalKeys.includes(facts)) return [];
  const actions = patterns.flatMap((pattern) => [...(catalog.service(pattern.split(":")[0] ?? "")?.actions.values() ?? [])].filter(({ action }) => new RegExp(`^${pattern.replaceAll("*", ".*")}$`, "i").test(action)));
  const sent = ({ conditionKeys, resourceTypes }: (typeof actions)[number]) => [...conditionKeys, ...resourceTypes.flatMap((one) => [...one.conditionKeys, ...one.type.conditionKeys])];
  return actions.filter((action) => !sent(action).some((one) => one.key === facts.key)).map(({ action }) => `${action} ${key}`);
}

describe.each(named(withStatements))("The guardrail %s", (_name, guardrail) => {
  const settings = proofSettings(guardrail);
  const statements = guardrail.statements(settings);
  const document: PolicyDocument = { Version: "2012-10-17", Statement: statementsNamed(guardrail.name, statements) };

  it.each(guardrail.proof.map((proof) => [proof.outcome, proof.says, proof] as const))("%s: %s", (_outcome, _says, proof) => {
    expect(decideCase(guardrail, proof)).toEqual({ fast: wanted(proof), reference: wanted(proof) });
    expect(decideCase(guardrail, proof, [])).toEqual({ fast: "allowed", reference: "allowed" });
  });

  it("lets the roles through that it says, in both evaluators", () => {
    for (const proof of casesOfExempt(guardrail)) expect([proof.says, decideCase(guardrail, proof)]).toEqual([proof.says, { fast: "allowed", reference: "allowed" }]);
  });

  it("has proof both of what it stops and of what goes on working", () => {
    expect(new Set(guardrail.proof.map(({ outcome }) => outcome))).toEqual(new Set(["denied", "works"]));
  });

  it("proves only requests of actions that AWS has", () => {
    expect(guardrail.proof.map(({ request }) => request.action).filter((action) => catalog.action(action)?.action !== action)).toEqual([]);
  });

  it("has no fault that AWS or we can see", () => {
    expect(lintPolicyText(JSON.stringify(document), guardrail.form, catalog)).toEqual([]);
  });

  it("asks only for keys that AWS sends with its actions", () => {
    expect(conditionsOf(statements).flatMap(([, index, , key]) => actionsWithout(key, [statements[index]?.Action ?? []].flat()))).toEqual([]);
  });

  it("fits into one policy", () => {
    expect(minifyPolicy(document).length).toBeLessThanOrEqual(policyTypeFacts(guardrail.form).maxSize);
  });

  it("fits with every Region and ten more roles to let through as well", () => {
    const more = guardrail.statements({ ...settings, parameters: { ...settings.parameters, ...(settings.parameters["regions"] === undefined ? {} : { regions: REGIONS }) }, regions: REGIONS, exempt: exemptArns("aws-us-gov", Array.from({ length: 10 }, (_, index) => `platform/team-${index}/deploy-*`)) });
    expect(minifyPolicy({ Version: "2012-10-17", Statement: statementsNamed(guardrail.name, more) }).length).toBeLessThanOrEqual(policyTypeFacts(guardrail.form).maxSize);
  });

  it("only denies, under Sids of letters and digits", () => {
    for (const { Effect, Sid } of statements) expect([Effect, Sid]).toEqual(["Deny", expect.stringMatching(/^[A-Z][A-Za-z0-9]+$/)]);
  });

  it("lets nobody through by a tag", () => {
    expect(JSON.stringify(statements)).not.toMatch(/PrincipalTag/i);
  });

  it.each(statements.map(({ Sid }, index) => [Sid, index] as const))("would not be proven without %s", (_sid, index) => {
    expect(isNoticed(guardrail, (all) => all.toSpliced(index, 1))).toBe(true);
  });

  it.each(conditionsOf(statements))("would not be proven without the condition %s", (_condition, index, operator, key) => {
    expect(isNoticed(guardrail, without(index, operator, key))).toBe(true);
  });
});

describe.each(named(withSettings))("The guardrail %s", (_name, guardrail) => {
  const document = guardrail.document(proofSettings(guardrail));

  it.each(guardrail.proof.map((proof) => [proof.outcome, proof.says, proof] as const))("%s: %s", (_outcome, _says, { outcome, act, below }) => {
    expect(decideAct(act, [document, ...(below === undefined ? [] : [below])])).toBe(outcome);
    expect(decideAct(act, [])).toBe("works");
  });

  it("has proof both of what it stops and of what goes on working", () => {
    expect(new Set(guardrail.proof.map(({ outcome }) => outcome))).toEqual(new Set(["denied", "works"]));
  });

  it("is a policy that AWS stores, and fits", () => {
    const { type, maxSize } = policyTypeFacts(guardrail.form);
    const settings = managementPolicyType(type);
    expect(settings && checkManagementPolicy(JSON.stringify(document), settings)).toEqual([]);
    expect(JSON.stringify(document).length).toBeLessThanOrEqual(maxSize);
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

  it("knows each statement by a Sid of its own, whatever the guardrail is called in a file", () => {
    const sids = withStatements.flatMap((guardrail) => guardrail.statements(proofSettings(guardrail)).map(({ Sid }) => Sid));
    expect(sids.filter((sid, index) => sids.indexOf(sid) !== index)).toEqual([]);
  });

  it("reads no statement of one guardrail as another's, when they share a pack", () => {
    const names = withStatements.map(({ name }) => name);
    for (const guardrail of withStatements) {
      for (const statement of statementsNamed(guardrail.name, guardrail.statements(proofSettings(guardrail)))) expect([statement.Sid, nameOfStatement(statement, names)]).toEqual([statement.Sid, guardrail.name]);
    }
  });

  it("uses parameters in proofs and examples that a file could have", () => {
    for (const guardrail of GUARDRAILS) {
      const examples = Object.fromEntries(guardrail.parameters.flatMap(({ name, example }) => (example === undefined ? [] : [[name, example]])));
      for (const { parameters = {} } of guardrail.proof) expect([guardrail.name, settingsOf(guardrail, { ...examples, ...parameters }, PROOF_PLACE).problems]).toEqual([guardrail.name, []]);
    }
  });

  it("makes a policy of every guardrail", () => {
    for (const guardrail of GUARDRAILS) expect(Object.keys(contentOf(guardrail, proofSettings(guardrail)))).not.toEqual([]);
  });

  it("lets no role through by its name where foreign accounts may ask", () => {
    for (const { statements, form, ...guardrail } of withStatements.filter(({ form: kind }) => kind === "rcp")) {
      expect([form, JSON.stringify(statements(proofSettings({ ...guardrail, form, statements })))]).toEqual(["rcp", expect.not.stringContaining("aws:PrincipalArn")]);
    }
  });
});
