import type { PolicyKind } from "../ids/index.ts";

/** Something that a person does, or that happens, in an account whose services are under settings. */
export interface Act {
  readonly kind: PolicyKind;
  /** What is done; see the evaluator of the kind. */
  readonly does: string;
}
