import type { PolicyUse } from "./chain.ts";

/**
 * `allowed`; `explicitDeny` when a Deny matches; `implicitDeny` when a gate is closed; `unknown` when keys whose value is
 * not known decide between allowed and denied. A request that is denied whatever those keys are is an `implicitDeny`,
 * even if one more Deny might match: whether the denial would be explicit is not told apart.
 */
export type Outcome = "allowed" | "explicitDeny" | "implicitDeny" | "unknown";

export interface Decision {
  readonly outcome: Outcome;
  /**
   * When `unknown`: the keys that it hangs on, in lower case and sorted; otherwise empty. They are those of the Denies that
   * may match, and those of the Allows that may match where it makes a difference whether they do.
   */
  readonly missingKeys: readonly string[];
}

/** A three-valued answer: `unknown` where it hangs on a key that is not given. */
export type Answer = "yes" | "no" | "unknown";

/**
 * What must let a request through, each on its own terms: one gate for each level of SCPs and RCPs, one for each other
 * kind of policy that has a say. Source: IAM User Guide, "Policy evaluation logic".
 */
export interface Gate {
  readonly kind: PolicyUse;
  /** Of SCPs and RCPs: the name of the node and its place from the root, 0. */
  readonly level?: { readonly name: string; readonly index: number };
  /** Whether the gate's own policies allow, before any Deny is looked at. */
  readonly allows: Answer;
  /**
   * Whether the request has to pass here. An identity policy need not allow what the bucket policy grants to the user
   * by name; a resource policy need not allow what an identity policy of the same account does.
   */
  readonly required: boolean;
  /** The statements that allow, or might; in the order of the policies. */
  readonly statements: readonly StatementMatch[];
}

/** A statement that matches a request, or may match it. */
export interface StatementMatch {
  readonly kind: PolicyUse;
  readonly level?: { readonly name: string; readonly index: number };
  /** The policy's name in the chain, and its place in the list it was given in. */
  readonly policy: string;
  readonly policyIndex: number;
  /** Counts from 0; a single statement is number 0. */
  readonly statementIndex: number;
  readonly sid?: string;
  readonly matches: "yes" | "unknown";
  /** When `matches` is `unknown`: the keys, in lower case and sorted, that it hangs on. */
  readonly missingKeys: readonly string[];
}

/** Why policies of a kind had no say. The texts of each are in `EXEMPTION_TEXTS`. */
export type Exemption =
  | "always-allowed-action"
  | "scp-management-account"
  | "scp-service-linked-role"
  | "scp-service-principal"
  | "scp-outside-organization"
  | "scp-no-aws-principal"
  | "scp-exempt-task"
  | "rcp-management-account"
  | "rcp-service-linked-role"
  | "rcp-service-not-supported"
  | "rcp-exempt-action"
  | "rcp-aws-managed-key"
  | "resource-own-bucket-policy";

/** A decision with everything that led to it. */
export interface Explanation {
  readonly decision: Decision;
  /** Every Deny that matches, or might, in any policy that has a say. */
  readonly denies: readonly StatementMatch[];
  /** Every gate that was looked at, in AWS's order of evaluation. */
  readonly gates: readonly Gate[];
  /** The gates that a request has to pass and does not, or perhaps does not; empty when `allowed`. */
  readonly failedGates: readonly Gate[];
  readonly exemptions: readonly Exemption[];
}
