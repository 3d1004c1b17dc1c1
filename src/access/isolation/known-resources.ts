import type { Address } from "../../ids/index.ts";
import type { PolicyDocument } from "../../policy/index.ts";

/** The policy of a resource as somebody has told it: neither the organization file nor IAM has it. */
export interface KnownResource {
  readonly arn: string;
  /** The address of the account that owns it. */
  readonly account: Address;
  readonly policy: PolicyDocument;
  /** What it lets others in for, in words. */
  readonly purpose?: string;
}

export interface KnownResources {
  readonly resources: readonly KnownResource[];
  /** Prefixes of services of which every policy in an account is told, by the account's address: then what is not told is not there. */
  readonly complete: ReadonlyMap<Address, ReadonlySet<string>>;
  /** When they were collected, as ISO 8601; absent where nobody has said it. */
  readonly collectedAt?: string;
}

export const NO_RESOURCES: KnownResources = { resources: [], complete: new Map() };
