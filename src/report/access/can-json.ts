import type { AccessAnswer, Decider } from "../../access/index.ts";
import { enveloped } from "../json.ts";
import type { CanScreen } from "./can.ts";
import { reason } from "./can.ts";
import type { AccessSource, TellStatement } from "./told.ts";

export interface CanFacts extends Omit<CanScreen, "question"> {
  readonly principal: string;
  readonly account: { readonly key: string; readonly id: string; readonly isStandIn: boolean };
  readonly action: string;
  readonly resource?: string;
}

/** The answer as `landfall.access/1`. */
export function canJson({ principal, account, action, resource, answer, probably, tell, source }: CanFacts, tool: string): string {
  return enveloped({ format: "landfall.access/1", tool }, { principal, account, action, resource, ...answerJson(answer, tell), probably, source: sourceJson(source) });
}

export function answerJson(answer: AccessAnswer, tell: TellStatement): object {
  const { outcome, missingKeys, unknownPolicies, rungs, assumptions } = answer;
  return {
    outcome,
    reason: reason(answer),
    missingKeys,
    unknownPolicies,
    ladder: rungs.map(({ deciders, ...rung }) => ({ ...rung, statements: deciders.map((decider) => statementJson(decider, tell)) })),
    assumptions,
    context: answer.made.request.context,
  };
}

function statementJson(decider: Decider, tell: TellStatement): object {
  const { guardrail, at } = tell(decider);
  const place = at === undefined ? undefined : { file: at.file, line: at.line, column: at.column };
  return { ...decider, guardrail, place };
}

export const sourceJson = ({ age, ...source }: AccessSource): object => ({ ...source, ...(age === undefined ? {} : { ageMillis: age }) });
