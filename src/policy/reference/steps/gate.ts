import type { Gate } from "../../decision.ts";
import type { Finding } from "../finding.ts";
import { allowing, type Attached, matchesOf, type ReadStatement } from "../statements.ts";

/** A step of the evaluation: what it finds, and what it looked at. */
export interface Step {
  readonly attached: Attached;
  readonly statements: readonly ReadStatement[];
  /** Whether the step lets the request through, before any Deny is looked at. */
  readonly finding: Finding;
}

export const gateOf = ({ attached, statements, finding }: Step, required: boolean): Gate => ({
  kind: attached.use,
  ...(attached.level === undefined ? {} : { level: attached.level }),
  allows: finding.answer,
  required,
  statements: matchesOf(allowing(statements)),
});
