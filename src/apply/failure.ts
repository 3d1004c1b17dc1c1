import { awsErrorReason, explainAwsError } from "../aws/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { type PersonStep, personStepFor, personStepLink } from "../limits/index.ts";
import type { Change } from "../plan/index.ts";

/** What to tell about a change that failed. A defect of landfall is not dressed up as a failure: it is thrown on. */
export function explainFailure(error: unknown, change: Change, homeRegion: string): readonly Diagnostic[] {
  const explained = explainAwsError(error);
  if (explained === undefined) throw error;
  const step = personStepFor(awsErrorReason(error) ?? reasonIn(explained.diagnostics[0]?.summary));
  return explained.diagnostics.map((diagnostic) => ({ ...diagnostic, ...(step === undefined ? {} : asYours(step, homeRegion)), address: diagnostic.address ?? change.address }));
}

/** A refusal that no change of the file mends: a person has to do something at AWS first. */
const asYours = (step: PersonStep, homeRegion: string): Pick<Diagnostic, "code" | "detail" | "fix"> => ({
  code: "LF5009",
  detail: step.why,
  fix: `${step.what.replaceAll("{region}", homeRegion)}, then run the same command again:\n\n  ${personStepLink(step, homeRegion)}`,
});

/** The reason of a creation that AWS gave up later is only in the message. */
const reasonIn = (summary: string | undefined): string | undefined => /: ([A-Z_]+)\.$/.exec(summary ?? "")?.[1];
