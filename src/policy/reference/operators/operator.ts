import type { Request } from "../../request/request.ts";
import type { Finding } from "../finding.ts";

/** One condition operator without its IfExists and its qualifier. */
export interface Operator {
  readonly name: string;
  /** The values of a key are joined by OR, those of a negated operator by NOR. */
  readonly negated: boolean;
  /** False for a value of the request that the operator cannot read: such a value never matches (open question unreadable-request-value). */
  readonly reads: (value: string) => boolean;
  /**
   * Whether a value that can be read meets one value of the policy, before any negation. A value of the policy that
   * cannot be read is met by nothing (open question unreadable-policy-value).
   */
  readonly meets: (value: string, policyValue: PolicyValue) => Finding;
}

/** A value of the policy, and what is needed to put in its variables. */
export interface PolicyValue {
  readonly text: string;
  readonly request: Request;
  /** Whether the document's Version knows variables. */
  readonly variables: boolean;
}

/** An operator and its negation. */
export const withNegation = (name: string, negation: string, facts: Omit<Operator, "name" | "negated">): Operator[] => [
  { name, negated: false, ...facts },
  { name: negation, negated: true, ...facts },
];
