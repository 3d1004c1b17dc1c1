import type { PolicyChain, PolicyUse } from "../chain.ts";
import type { Request } from "../request/request.ts";

/** One policy case: a question with the answer that is expected. */
export interface PolicyCase {
  readonly id: string;
  /** All but `request` look at one matcher only, wrapped into a whole request all the same. */
  readonly kind: "request" | "condition" | "action" | "resource" | "principal";
  readonly chain: PolicyChain;
  readonly request: Request;
  readonly expected: CaseExpectation;
  /** Why sources contradict each other. */
  readonly disputed?: string;
  /** For people. */
  readonly source?: string;
  readonly notes?: string;
  readonly tags: readonly string[];
}

export const EXPECTED_DECISIONS = ["Allowed", "ImplicitlyDenied", "ExplicitlyDenied", "Denied", "Unknown"] as const;

export interface CaseExpectation {
  /** `Denied` where the source does not tell an implicit denial from an explicit one. */
  readonly decision: (typeof EXPECTED_DECISIONS)[number];
  /** A kind of policy that denies, or whose gate is closed. */
  readonly blockedBy?: PolicyUse;
  /** Whether the one statement applies that the case is about. */
  readonly statementMatches?: boolean;
  /** Of `Unknown`: the keys, in any order and case. */
  readonly missingKeys?: readonly string[];
}
