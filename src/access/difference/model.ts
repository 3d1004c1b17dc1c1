import type { Address } from "../../ids/index.ts";
import type { RequestContext } from "../../policy/index.ts";

/** Who gains and who loses access when one set of policies takes another's place. */
export interface AccessDifference {
  readonly lost: readonly AccessChange[];
  readonly gained: readonly AccessChange[];
  /** Condition keys that were held as an ordinary request has them, because there were too many combinations. */
  readonly heldFixed: readonly string[];
  /** How many pairs of accounts' policies were compared, and how many requests decided. */
  readonly classes: number;
  readonly requests: number;
}

/** One thing that some principals may no longer do, or may do from now on. */
export interface AccessChange {
  /** In the fewest words: an OU stands for all accounts in it. */
  readonly places: readonly Address[];
  readonly accounts: readonly Address[];
  /** `administrator`, `root`, `role/deploy`, `an AWS service`. */
  readonly principals: readonly string[];
  /** `s3:*` stands for all of a service, `*` for every action but those of `except`. */
  readonly actions: readonly string[];
  readonly except?: readonly string[];
  /** Resources, where it is not about all; each as a policy names it, or `any other`. */
  readonly resources: readonly string[];
  /** Values of condition keys, where not all of them make the difference. */
  readonly when: readonly Circumstance[];
  /** What denies it, or denied it until now. */
  readonly because: Cause;
  readonly example: ExampleRequest;
}

export interface Circumstance {
  readonly key: string;
  /** Each as a policy names it, `another value` or `absent`. */
  readonly values: readonly string[];
}

/** A statement that denies, or a place where nothing allows. */
export interface Cause {
  readonly kind: "scp" | "rcp" | "identity";
  readonly policy?: string;
  /** Where the policy is a pack of guardrails. */
  readonly guardrail?: string;
  readonly sid?: string;
  readonly node?: Address;
}

/** A request whose answer changes. */
export interface ExampleRequest {
  readonly principal: string;
  readonly account: Address;
  readonly action: string;
  readonly resource?: string;
  readonly context: RequestContext;
}
