import type { Address } from "../ids/index.ts";
import type { Code } from "./codes/index.ts";
import type { Place } from "./place.ts";

export type Severity = "error" | "warning" | "info";

/**
 * One thing to tell the user: a mistake in the file, a finding about the design, a refusal of AWS.
 * A finding is a diagnostic whose code belongs to a rule.
 */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** One sentence that says what is wrong, with the user's own names. */
  readonly summary: string;
  /** Why, in one or two sentences. */
  readonly detail?: string;
  /** What to do; a command to run stands on a line of its own. */
  readonly fix?: string;
  /** The nearest name that exists, when a name was not found. */
  readonly suggestion?: string;
  readonly place?: Place;
  readonly address?: Address;
  /** Where in the declared value the mistake is, as keys from the top; the loader turns it into a place. */
  readonly path?: ValuePath;
}

export type ValuePath = readonly (string | number)[];

export const isError = (diagnostic: Diagnostic): boolean => diagnostic.severity === "error";
