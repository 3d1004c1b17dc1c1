import type { Code, Diagnostic, Severity } from "../diagnostics/index.ts";
import type { Subject } from "./subject.ts";

/** What a rule says about one place. A rule that passes on another room's verdict states that one's code and severity. */
export type Finding = Omit<Diagnostic, "code" | "severity"> & { readonly code?: Code; readonly severity?: Severity };

/**
 * One statement about how an organization should be, on what the file says alone. Rules look at what the shape check
 * cannot: several places together, and values that follow from others.
 */
export interface Rule {
  readonly code: Code;
  /** The file's name, and what a person calls the rule. */
  readonly name: string;
  /** `error`: AWS would refuse it, or nobody could work. `warning`: good design says otherwise. */
  readonly severity: Severity;
  /** The page the rule comes from. */
  readonly source: string;
  /** The numbered requirements it covers, where it covers any. */
  readonly rows?: readonly number[];
  check(subject: Subject): Finding[];
}
