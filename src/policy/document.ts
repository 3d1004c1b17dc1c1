/** A JSON value, as a policy document is made of. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One or many: most policy elements may be a single value or a list. */
export type OneOrMany<T> = T | readonly T[];

/** The condition block: operator → key → value or values. */
export type ConditionBlock = Readonly<Record<string, Readonly<Record<string, OneOrMany<string | number | boolean>>>>>;

/** `"*"`, or principals by type. */
export type PrincipalElement = "*" | Readonly<Partial<Record<"AWS" | "Service" | "Federated" | "CanonicalUser", OneOrMany<string>>>>;

/**
 * A statement of any AWS policy kind. Which elements are allowed depends on the kind: see `validatePolicy`.
 * Source: IAM User Guide, "Grammar of the IAM JSON policy language".
 */
export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: PrincipalElement;
  readonly NotPrincipal?: PrincipalElement;
  readonly Action?: OneOrMany<string>;
  readonly NotAction?: OneOrMany<string>;
  readonly Resource?: OneOrMany<string>;
  readonly NotResource?: OneOrMany<string>;
  readonly Condition?: ConditionBlock;
}

export interface PolicyDocument {
  readonly Version?: "2012-10-17" | "2008-10-17";
  readonly Id?: string;
  readonly Statement: OneOrMany<PolicyStatement>;
}

/** A policy of settings with inheritance operators, such as a tag or a backup policy. */
export type ManagementDocument = Readonly<Record<string, unknown>>;

/** What an organization policy of any type holds. */
export type PolicyContent = PolicyDocument | ManagementDocument;

/**
 * The kinds of policies that grant or deny. `identity` is a managed or inline policy of a user, group or role; `trust` a
 * role's trust policy; `resource` the policy of any other resource; `delegation` that of an organization.
 */
export type PolicyDocumentKind = "scp" | "rcp" | "identity" | "boundary" | "session" | "resource" | "trust" | "endpoint" | "delegation";
