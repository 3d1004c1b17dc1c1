import type { PolicyDocument } from "./document.ts";

/** A policy with the name that an explanation gives it: the policy's own name, id or ARN. */
export interface NamedPolicy {
  readonly name: string;
  readonly document: PolicyDocument;
}

/** What is attached to one node of the organization: the root, an organizational unit or an account. */
export interface PolicyLevel {
  /** The node's name, for people. */
  readonly name: string;
  readonly policies: readonly NamedPolicy[];
}

/**
 * Every policy that may have a say in the requests of one principal on one resource. Whether it has one, an exemption
 * for instance, is decided per request.
 *
 * A list that is absent is something else than an empty one: without `boundary` the principal has none; with an empty
 * one nothing is inside the boundary.
 */
export interface PolicyChain {
  /** SCPs do not reach this account's principals, RCPs not its resources. Absent when it plays no part. */
  readonly managementAccountId?: string;
  /**
   * From the root to the principal's account. Absent when SCPs are not enabled, or when the account is in no organization.
   * At every level at least one policy must allow, so a level without policies denies everything.
   */
  readonly scps?: readonly PolicyLevel[];
  /** From the root to the resource's account, with or without RCPFullAWSAccess, which is always attached. Absent when RCPs are not enabled. */
  readonly rcps?: readonly PolicyLevel[];
  /** Managed and inline policies of the user and its groups, or of the role. */
  readonly identity: readonly NamedPolicy[];
  /** The permissions boundary. AWS takes one; where more are given, what any of them allows is inside. */
  readonly boundary?: readonly NamedPolicy[];
  /** Session policies: what any of them allows is allowed. Absent when none was passed. */
  readonly session?: readonly NamedPolicy[];
  /** The policy of the resource; for `sts:AssumeRole` the role's trust policy, for KMS the key policy. */
  readonly resource?: NamedPolicy;
  /** Of the VPC endpoint that the request goes through. */
  readonly endpoint?: EndpointPolicies;
}

export interface EndpointPolicies {
  /** `interface` when absent. In the policy of a gateway endpoint an account as principal means its root user only. */
  readonly type?: "interface" | "gateway";
  /** AWS takes one; where more are given, what any of them allows passes. */
  readonly policies: readonly NamedPolicy[];
}

/** What a policy is used as, which decides how its statements are read. */
export type PolicyUse = "scp" | "rcp" | "identity" | "boundary" | "session" | "resource" | "endpoint";
