/**
 * The language of management and declarative policies: backup, tag, S3, Security Hub and the like. They hold no
 * statements but settings, and each setting says with operators how it joins what is inherited.
 * Source: Organizations User Guide, "Inheritance operators".
 */

/** What a policy does to an inherited setting. */
export type ValueOperator = "@@assign" | "@@append" | "@@remove";

export const VALUE_OPERATORS: readonly ValueOperator[] = ["@@assign", "@@append", "@@remove"];

/** Says which of them policies further down may use. */
export const CHILD_CONTROL = "@@operators_allowed_for_child_policies";

export type Scalar = string | number | boolean;
export type SettingValue = Scalar | readonly Scalar[];

/** One key of a policy: a setting, which has operators, or a group of further keys. */
export interface ManagementNode {
  readonly assign?: SettingValue;
  readonly append?: readonly Scalar[];
  readonly remove?: readonly Scalar[];
  /** What policies further down may use here: for a group, to add keys to it. Everything when absent. */
  readonly allowed?: readonly ValueOperator[];
  /** By name as written. AWS compares names without case. */
  readonly keys: ReadonlyMap<string, ManagementNode>;
}

/** Why AWS would not store a management policy. */
export interface ManagementProblem {
  /** Keys from the top of the document; empty for the document itself. */
  readonly path: readonly string[];
  readonly message: string;
}

export const isSetting = ({ assign, append, remove }: ManagementNode): boolean => assign !== undefined || append !== undefined || remove !== undefined;
