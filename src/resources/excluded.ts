import type { Address, PolicyKind } from "../ids/index.ts";
import type { ItemKind } from "../inventory/index.ts";
import { POLICY_TYPES, type PolicyTypeFacts } from "../limits/index.ts";

/** What a person may leave out: a kind, tags, or everything about one policy type. */
export type Excludable = ItemKind | "tags" | `policy:${PolicyKind}`;

/** Policy types that may be read. */
export const policyTypesToRead = (exclude: readonly Excludable[]): readonly PolicyTypeFacts[] => POLICY_TYPES.filter(({ kind }) => !exclude.includes(`policy:${kind}`));

/** Whether a thing is neither read nor planned. */
export function isExcluded({ kind, address }: { readonly kind: ItemKind; readonly address: Address }, exclude: readonly Excludable[]): boolean {
  return exclude.includes(kind) || POLICY_TYPES.some((type) => exclude.includes(`policy:${type.kind}`) && isOfType(address, type.kind));
}

const isOfType = (address: Address, kind: PolicyKind): boolean => address === `policy-type:${kind}` || address.startsWith(`policy:${kind}/`) || address.startsWith(`attachment:${kind}/`);
