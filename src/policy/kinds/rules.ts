import type { PolicyDocumentKind } from "../document.ts";
import type { Severity } from "../../diagnostics/index.ts";

/** How the grammar of one policy kind differs from the others. */
export interface PolicyKindRules {
  readonly kind: PolicyDocumentKind;
  /** As in "an SCP". */
  readonly title: string;
  /** The elements that a statement may have. */
  readonly elements: readonly string[];
  readonly required: readonly RequiredElement[];
  readonly effects: readonly ("Allow" | "Deny")[];
  /** `everyone`: exactly `"*"`. */
  readonly principal: "none" | "everyone";
  /** Whether `"Action": "*"` is taken. */
  readonly anyAction: boolean;
  /** Service prefixes that the kind reaches, where it does not reach all. */
  readonly services?: ReadonlySet<string>;
}

/** A statement has one of these elements; without, AWS refuses it (`error`) or only may (`warning`). */
export interface RequiredElement {
  readonly oneOf: readonly string[];
  readonly severity: Severity;
}
