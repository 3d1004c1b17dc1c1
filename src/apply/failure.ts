import { explainAwsError } from "../aws/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { Change } from "../plan/index.ts";

/** What to tell about a change that failed. A defect of landfall is not dressed up as a failure: it is thrown on. */
export function explainFailure(error: unknown, change: Change): readonly Diagnostic[] {
  const explained = explainAwsError(error);
  if (explained === undefined) throw error;
  return explained.diagnostics.map((diagnostic) => ({ ...diagnostic, address: diagnostic.address ?? change.address }));
}
