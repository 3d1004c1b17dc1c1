import type { Explanation } from "../../policy/index.ts";

/** Something that nobody does, but that policies are asked about. */
export interface TryQuestion {
  /** The caller's account: its id, or its name. */
  readonly account: string;
  /** A role by its name, `user/NAME`, `root`, or the ARN of one of them. */
  readonly as: string;
  /** `service:Name`, of any service. */
  readonly action: string;
  /** An ARN; without one policies are asked on the example, or else on `*`. */
  readonly resource?: string;
  /** A resource of the action's type with names that no policy has; `${Account}` in it is the caller's account. */
  readonly example?: string;
  /** The account that owns the resource, by its name, or by its id, which may be that of a stranger; that of the ARN, or the caller's, by default. */
  readonly owner?: string;
  /** The Region that is asked; that of the ARN, or `us-east-1`, by default. */
  readonly region?: string;
  /** Condition keys with their values; a key without values is known to be absent. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
  /** Keys that a request of this action may bring along: an answer that hangs on one that is not given is unknown. */
  readonly mayHave?: readonly string[];
}

/** What the answer takes for granted. */
export type Assumption = "example-resource" | "no-resource" | "no-resource-policy" | "owned-by-caller" | "default-region";

export interface Tried {
  readonly account: { readonly id: string; readonly name: string; /** Names from the root down; empty outside of any organization. */ readonly path: readonly string[] };
  /** The ARN of the role, user or root user. */
  readonly principal: string;
  readonly action: string;
  /** `*` where there is none. */
  readonly resource: string;
  readonly region: string;
  /** Managed policies are named by their ARNs. */
  readonly explanation: Explanation;
  /** The names of the organization's policies in it, by ARN. */
  readonly policyNames: Readonly<Record<string, string>>;
  /** What AWS would answer to a caller that is not let through; absent for one that is. */
  readonly message?: string;
  readonly assumptions: readonly Assumption[];
  /** Whether the embedded AWS has the operation: then it can be called as well. */
  readonly isEmulated: boolean;
}
