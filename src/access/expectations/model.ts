import type { Code, ValuePath } from "../../diagnostics/index.ts";
import type { Expectation } from "../../organization/index.ts";
import type { AccessAnswer } from "../ask.ts";
import type { AccessAccount } from "../model.ts";
import type { AccessPrincipal } from "../principal.ts";

/** What came of one expectation. */
export interface ExpectationResult {
  readonly name: string;
  readonly expectation: Expectation;
  /** `mistaken`: it cannot be asked as it is written. `unknown`: nothing speaks against it that is known, but not all is. */
  readonly outcome: "holds" | "fails" | "unknown" | "mistaken";
  /** What is wrong with it; empty unless it is `mistaken`. */
  readonly mistakes: readonly Mistake[];
  /** One for each principal and set of policies that an unexpected answer was found for; those that are certain first. */
  readonly counterexamples: readonly Counterexample[];
  /** How many requests were asked. */
  readonly requests: number;
  /** Condition keys that were held as an ordinary request has them, because there were too many combinations. */
  readonly heldFixed: readonly string[];
}

export interface Mistake {
  readonly code: Code;
  readonly path: ValuePath;
  readonly summary: string;
  readonly suggestion?: string;
  readonly fix?: string;
}

/** A request that is answered otherwise than was expected. */
export interface Counterexample {
  readonly expected: "allowed" | "denied";
  /** Whether it is only possible: it hangs on policies that are not known. */
  readonly isUnknown: boolean;
  readonly principal: string;
  /** Its `word` is how a question names it. */
  readonly asker: AccessPrincipal;
  /** Of the principal, or of what it asks for where it comes from elsewhere. */
  readonly account: AccessAccount;
  /** Of the resource, where it is another one. */
  readonly into?: AccessAccount;
  /** All accounts with the same policies, the first among them. */
  readonly accounts: readonly AccessAccount[];
  readonly action: string;
  readonly resource?: string;
  /** The condition keys that were chosen for the request. */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  /** Condition keys that the answer would hang on if the request had them. */
  readonly without: readonly string[];
  /** The ladder that led to the answer. */
  readonly answer: AccessAnswer;
}

/** What one part of a proof found. */
export interface Proof {
  readonly counterexamples: readonly Counterexample[];
  readonly requests: number;
  readonly heldFixed: readonly string[];
  /** How many principals were asked as. */
  readonly askers: number;
}
