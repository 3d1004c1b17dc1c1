import { LandfallError } from "../diagnostics/index.ts";
import type { PolicyDocument } from "./document.ts";
import { parseOperator } from "./operators.ts";
import { isPolicyDocument, listOf } from "./shape.ts";

/**
 * Refuses a document that cannot be decided by: one without the shape of a policy, or with an operator that AWS does not
 * have. To skip either silently would turn a Deny into nothing.
 * @throws LandfallError LF3040
 */
export function requireEvaluable(document: unknown, name = "The policy"): asserts document is PolicyDocument {
  if (!isPolicyDocument(document)) throw refusal(`${name} is not of the shape of a policy, so nothing can be decided by it.`);
  for (const { Condition } of listOf(document.Statement)) {
    for (const operator of Object.keys(Condition ?? {})) {
      if (parseOperator(operator) === undefined) throw refusal(`${name} has the condition operator "${operator}", which AWS does not have, so nothing can be decided by it.`);
    }
  }
}

const refusal = (summary: string): LandfallError =>
  new LandfallError({ code: "LF3040", severity: "error", summary, fix: "Correct the policy; `validatePolicy` tells every mistake in it." }, "refused");
