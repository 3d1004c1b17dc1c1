import type { Aws } from "../aws/index.ts";
import type { ItemKind } from "../inventory/index.ts";
import type { Comparer, Resource } from "../plan/index.ts";
import { accounts } from "./accounts/accounts.ts";
import { attachments } from "./attachments.ts";
import { contacts } from "./contacts.ts";
import { delegatedAdministrators } from "./delegated-administrators.ts";
import { delegationPolicy } from "./delegation-policy.ts";
import { organization } from "./organization.ts";
import { ous } from "./ous.ts";
import { policies } from "./policies.ts";
import { policyTypes } from "./policy-types.ts";
import type { Reader } from "./reader.ts";
import { rootAccess } from "./root-access.ts";
import { root } from "./root.ts";
import { trustedAccess } from "./trusted-access.ts";

export type OrganizationsResource<K extends ItemKind> = Resource<K, Aws, Reader>;
type AnyResource = { [K in ItemKind]: OrganizationsResource<K> }[ItemKind];

/** Every kind, in the order it is read: what a kind refers to comes before it. */
export const RESOURCES: readonly AnyResource[] = [organization, root, trustedAccess, rootAccess, policyTypes, ous, accounts, contacts, delegatedAdministrators, delegationPolicy, policies, attachments];

/** The comparing half of every kind. A plan hands each only things of its own kind. */
export const COMPARERS = RESOURCES as unknown as readonly Comparer[];

/** The resource of one kind. */
export function resourceOf<K extends ItemKind>(kind: K): OrganizationsResource<K> {
  const resource = RESOURCES.find((candidate) => candidate.kind === kind);
  if (resource === undefined) throw new RangeError(`no resource of kind ${kind}`);
  return resource as unknown as OrganizationsResource<K>;
}
