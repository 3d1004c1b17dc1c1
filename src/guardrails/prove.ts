import { compileChain, decide, type Decision, explain, explainByReference, type PolicyChain, type PolicyDocument, type PolicyStatement, requestFrom } from "../policy/index.ts";
import type { Guardrail, GuardrailSettings, RequestCase, StatementGuardrail } from "./guardrail.ts";
import { settingsOf } from "./parameters.ts";
import { MANAGEMENT, PROOF_PLACE, WHO } from "./proof.ts";

/** How one proof case came out, by both evaluators. */
export interface Proven {
  readonly fast: Decision["outcome"];
  readonly reference: Decision["outcome"];
}

/** Defaults, with examples where the file would have to give a value, and what the case says over them. */
export function proofSettings(guardrail: Guardrail, { parameters = {} }: Pick<RequestCase, "parameters"> = {}): GuardrailSettings {
  const examples = guardrail.parameters.flatMap(({ name, example, default: usual, from }) => (example !== undefined && usual === undefined && from === undefined ? [[name, example] as const] : []));
  return settingsOf(guardrail, { ...Object.fromEntries(examples), ...parameters }, PROOF_PLACE).settings;
}

/** Decides a case under the statements of its guardrail, or under others. */
export function decideCase(guardrail: StatementGuardrail, proof: RequestCase, statements = statementsFor(guardrail, proof)): Proven {
  const chain = chainWith(guardrail.form, statements);
  const request = requestFrom(proof.request);
  return { fast: decide(compileChain(chain), request).outcome, reference: explainByReference(chain, request).decision.outcome };
}

export const statementsFor = (guardrail: StatementGuardrail, proof: RequestCase): readonly PolicyStatement[] => guardrail.statements(proofSettings(guardrail, proof));

/**
 * What follows from every denied case: the roles that a statement lets through can do what it denies to others, and
 * where it lets nobody through they cannot. What no role can do anyway, such as sts:GetFederationToken, is left out.
 */
export function casesOfExempt(guardrail: StatementGuardrail): readonly RequestCase[] {
  return guardrail.proof.filter(({ outcome }) => outcome === "denied").flatMap((proof) => {
    const statements = statementsFor(guardrail, proof);
    const { denies } = explain(compileChain(chainWith(guardrail.form, statements)), requestFrom(proof.request));
    const letsThrough = denies.every(({ statementIndex }) => JSON.stringify(statements[statementIndex]?.Condition?.["ArnNotLike"] ?? {}).includes("stacksets-exec-"));
    if (!letsThrough) return [];
    const exempt = [WHO.stackSets, WHO.landfall, WHO.organizationAccess, WHO.breakGlass].map((principal) => ({ ...proof, outcome: "works" as const, says: `${proof.says}: but ${principal} can`, request: { ...proof.request, principal } }));
    return exempt.filter((one) => decideCase(guardrail, one, []).fast === "allowed");
  });
}

const EVERYTHING: PolicyDocument = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
const EVERYBODY: PolicyDocument = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }] };
const all = [{ name: "FullAWSAccess", document: EVERYTHING }];

/** A member account in which every policy but the guardrail allows everything, to everybody. */
export function chainWith(form: StatementGuardrail["form"], statements: readonly PolicyStatement[]): PolicyChain {
  const own = statements.length === 0 ? [] : [{ name: "guardrail", document: { Version: "2012-10-17", Statement: statements } as const }];
  return {
    managementAccountId: MANAGEMENT,
    scps: [{ name: "Root", policies: form === "scp" ? [...all, ...own] : all }],
    rcps: [{ name: "Root", policies: form === "rcp" ? own : [] }],
    identity: all,
    resource: { name: "resource", document: EVERYBODY },
  };
}
