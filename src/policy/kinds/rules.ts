import type { PolicyDocumentKind } from "../document.ts";

/** How the grammar of one policy kind differs from the others. */
export interface PolicyKindRules {
  readonly kind: PolicyDocumentKind;
  /** As in "an SCP". */
  readonly title: string;
  /** The elements that a statement may have. */
  readonly elements: readonly string[];
  readonly effects: readonly ("Allow" | "Deny")[];
  /** `everyone`: required, and exactly `"*"`. */
  readonly principal: "none" | "everyone";
  /** Whether `"Action": "*"` is taken. */
  readonly anyAction: boolean;
}
