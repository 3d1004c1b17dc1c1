import type { Code, Diagnostic, Severity } from "../diagnostics/index.ts";
import type { Growth } from "../organization/index.ts";
import type { Subject } from "./subject.ts";

/** What a rule says about one place; the code and the severity are the rule's. */
export interface Finding extends Omit<Diagnostic, "code" | "severity"> {
  /** How far an organization must have grown for this one to be a fault, where that differs from the rule's `from`. */
  readonly from?: Growth;
}

/**
 * One statement about how an organization should be, on what the file says alone. Rules look at what the shape check
 * cannot: several places together, and values that follow from others. Policy documents are checked when they are read.
 */
export interface Rule {
  readonly code: Code;
  /** The file's name, and what a person calls the rule. */
  readonly name: string;
  /** `error`: AWS would refuse it, or nobody could work. `warning`: good design says otherwise. */
  readonly severity: Severity;
  /** The page the rule comes from, or the key of the file whose meaning asks for it. */
  readonly source: string;
  /** The numbered requirements it judges, or a part of, as `ROWS` lists them. */
  readonly rows?: readonly number[];
  /** How far an organization must have grown for this to be a fault; before, it is the next step. Default: from the start. */
  readonly from?: Growth;
  check(subject: Subject): Finding[];
}
