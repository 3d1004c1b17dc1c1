import { compileChain, decide, type Explanation, explain, type Gate, type Outcome, type PolicyChain, type Request, type StatementMatch } from "../../src/policy/index.ts";
import { explainByReference } from "../../src/policy/reference/index.ts";

export interface Difference {
  /** What differs. */
  readonly what: string;
  readonly chain: PolicyChain;
  readonly request: Request;
  readonly reference: Explanation;
  readonly compiled: Explanation;
}

/** Where the two evaluators differ over some requests on one chain, in the decision or in what led to it; undefined when they agree. */
export function firstDifference(chain: PolicyChain, requests: readonly Request[], onOutcome: (outcome: Outcome) => void = () => {}): Difference | undefined {
  const compiledChain = compileChain(chain);
  for (const request of requests) {
    const reference = explainByReference(chain, request);
    const decided = decide(compiledChain, request);
    const [wanted, given] = [text(reference.decision), text(decided)];
    if (wanted !== given) return { what: `decide: ${given}, reference: ${wanted}`, chain, request, reference, compiled: explain(compiledChain, request) };
    onOutcome(reference.decision.outcome);
    const compiled = explain(compiledChain, request);
    const what = differenceOfExplanations(reference, compiled);
    if (what !== undefined) return { what, chain, request, reference, compiled };
  }
  return undefined;
}

function differenceOfExplanations(reference: Explanation, compiled: Explanation): string | undefined {
  if (text(reference) === text(compiled)) return undefined;
  const pairs = [
    ["decision", text(reference.decision), text(compiled.decision)],
    ["denies", sorted(reference.denies.map(matchText)), sorted(compiled.denies.map(matchText))],
    ["failed gates", sorted(reference.failedGates.map(gateText)), sorted(compiled.failedGates.map(gateText))],
    ["gates", sorted(reference.gates.map(gateText)), sorted(compiled.gates.map(gateText))],
    ["exemptions", sorted([...reference.exemptions]), sorted([...compiled.exemptions])],
  ] as const;
  const different = pairs.find(([, wanted, given]) => wanted !== given);
  return different === undefined ? undefined : `${different[0]}: ${different[2]}, reference: ${different[1]}`;
}

const text = (value: unknown): string => JSON.stringify(value);

const sorted = (values: string[]): string => values.sort().join(" ");

const matchText = ({ kind, level, policyIndex, statementIndex, sid, matches, missingKeys }: StatementMatch): string =>
  text([kind, level?.index, policyIndex, statementIndex, sid, matches, missingKeys]);

const gateText = ({ kind, level, allows, required, statements }: Gate): string => text([kind, level?.index, allows, required, statements.map(matchText).sort()]);
