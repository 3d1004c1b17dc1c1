import type { Code, Severity, ValuePath } from "../diagnostics/index.ts";
import type { TextSpan } from "./text/text-span.ts";

/** One thing wrong with a policy document. An `error` is what AWS refuses to store; a `warning` is what it takes but is likely not meant. */
export interface PolicyProblem {
  readonly code: Code;
  readonly severity: Severity;
  /** One sentence that says what is wrong, with the policy's own names. */
  readonly message: string;
  /** Keys and indexes from the top of the document; empty for the document itself. */
  readonly path: ValuePath;
  /** Present when the name at the end of the path is wrong, and not its value. */
  readonly about?: "key";
  /** What to do. */
  readonly fix?: string;
  /** The nearest name that exists, when a name was not found. */
  readonly suggestion?: string;
  /** Where in the text; only when a text was given. */
  readonly at?: TextSpan;
}

/** True when AWS would refuse the policy. */
export const hasErrors = (problems: readonly PolicyProblem[]): boolean =>
  problems.some((problem) => problem.severity === "error");
