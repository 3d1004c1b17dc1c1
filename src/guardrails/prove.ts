import { compileChain, decide, type Decision, explainByReference, type PolicyChain, type PolicyDocument, type PolicyStatement, requestFrom } from "../policy/index.ts";
import type { Guardrail, GuardrailSettings, RequestCase, StatementGuardrail } from "./guardrail.ts";
import { settingsOf } from "./parameters.ts";
import { MANAGEMENT, PROOF_PLACE } from "./proof.ts";

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
export function decideCase(guardrail: StatementGuardrail, proof: RequestCase, statements = guardrail.statements(proofSettings(guardrail, proof))): Proven {
  const chain = chainWith(guardrail.form, statements);
  const request = requestFrom(proof.request);
  return { fast: decide(compileChain(chain), request).outcome, reference: explainByReference(chain, request).decision.outcome };
}

const EVERYTHING: PolicyDocument = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
/** The caller's account is named as well, because a key policy speaks to identity policies only through it. */
const EVERYBODY: PolicyDocument = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }] };

const all = [{ name: "FullAWSAccess", document: EVERYTHING }];

function chainWith(form: StatementGuardrail["form"], statements: readonly PolicyStatement[]): PolicyChain {
  const own = statements.length === 0 ? [] : [{ name: "guardrail", document: { Version: "2012-10-17", Statement: statements } as const }];
  return {
    managementAccountId: MANAGEMENT,
    scps: [{ name: "Root", policies: form === "scp" ? [...all, ...own] : all }],
    rcps: [{ name: "Root", policies: form === "rcp" ? own : [] }],
    identity: all,
    resource: { name: "resource", document: EVERYBODY },
  };
}
