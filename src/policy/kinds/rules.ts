import type { PolicyDocumentKind } from "../document.ts";
import type { Severity } from "../../diagnostics/index.ts";

/** How the grammar of one policy kind differs from the others. */
export interface PolicyKindRules {
  readonly kind: PolicyDocumentKind;
  /** As in "an SCP": without the article. */
  readonly title: string;
  /** The elements that a statement may have. */
  readonly elements: readonly string[];
  readonly required: readonly RequiredElement[];
  readonly effects: readonly ("Allow" | "Deny")[];
  /** `everyone`: exactly `"*"`; `accounts`: accounts, and users and roles of theirs; `any`: whatever AWS has. */
  readonly principal: "none" | "everyone" | "accounts" | "any";
  /** Whether the policy may carry an Id. */
  readonly id?: boolean;
  /** Whether `"Action": "*"` is taken. */
  readonly anyAction: boolean;
  /** The one service that its actions may be of. */
  readonly only?: string;
  /** The most characters that AWS takes of a minified policy; where AWS raises the quota, up to how many. */
  readonly size?: { readonly most: number; readonly adjustable?: number };
  /** Service prefixes that the kind reaches, where it does not reach all. */
  readonly services?: ReadonlySet<string>;
  /** What alone the kind can hand over, where not everything. */
  readonly delegable?: { readonly service: string; readonly actions: readonly string[]; readonly resources: readonly string[] };
}

/** A statement has one of these elements; without, AWS refuses it (`error`) or only may (`warning`). */
export interface RequiredElement {
  readonly oneOf: readonly string[];
  readonly severity: Severity;
}
