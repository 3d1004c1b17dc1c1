import type { ValuePath } from "../diagnostics/index.ts";
import type { PolicyDocumentKind } from "../policy/index.ts";

/** Something in the organization file that holds a policy document, or names a file with it. */
export interface PolicyHolder {
  readonly holder: unknown;
  /** As it begins a sentence. */
  readonly words: string;
  readonly path: ValuePath;
  /** The key its document stands under. */
  readonly key: "document" | "inlinePolicy" | "trust";
  /** Undefined for policies of settings, whose type is then looked up. */
  readonly kind: PolicyDocumentKind | undefined;
}

/** Every holder of a policy; the value may have any shape. */
export function policyHolders(value: unknown): PolicyHolder[] {
  const center = property(value, "identityCenter");
  const delegation = property(value, "delegationPolicy");
  return [
    ...entries(value, "policies").map(([key, policy]): PolicyHolder => ({ holder: policy, words: `Policy ${JSON.stringify(key)}`, path: ["policies", key], key: "document", kind: authorizing(property(policy, "type")) })),
    ...(isObject(delegation) ? [{ holder: delegation, words: "The delegation policy", path: ["delegationPolicy"], key: "document", kind: "delegation" } as const] : []),
    ...entries(center, "permissionSets").flatMap(([key, set]) => identityHolders(set, `permission set ${JSON.stringify(key)}`, ["identityCenter", "permissionSets", key])),
    ...entries(value, "roles").flatMap(([key, role]) => [
      ...identityHolders(role, `role ${JSON.stringify(key)}`, ["roles", key]),
      { holder: { trust: property(role, "trust") }, words: `The trust policy of role ${JSON.stringify(key)}`, path: ["roles", key], key: "trust", kind: "trust" } as const,
    ]),
  ];
}

/** The policies of a permission set or a role: its own, those of the accounts whose text is stated, and the boundary. */
function identityHolders(holder: unknown, of: string, path: ValuePath): PolicyHolder[] {
  const policies = property(holder, "customerManagedPolicies");
  const limit = property(property(holder, "boundary"), "customerManagedPolicy");
  const named = (policy: unknown): string => JSON.stringify(String(property(policy, "name")));
  return [
    { holder, words: `${of.charAt(0).toUpperCase()}${of.slice(1)}`, path, key: "inlinePolicy", kind: "identity" },
    ...(Array.isArray(policies) ? (policies as unknown[]) : []).map((policy, index): PolicyHolder => ({ holder: policy, words: `Policy ${named(policy)} of ${of}`, path: [...path, "customerManagedPolicies", index], key: "document", kind: "identity" })),
    ...(isObject(limit) ? [{ holder: limit, words: `The boundary of ${of}`, path: [...path, "boundary", "customerManagedPolicy"], key: "document", kind: "boundary" } as const] : []),
  ];
}

const authorizing = (type: unknown): PolicyDocumentKind | undefined => (type === "scp" || type === "rcp" ? type : undefined);

const entries = (value: unknown, key: string): [string, unknown][] => {
  const held = property(value, key);
  return isObject(held) ? Object.entries(held) : [];
};

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

export const property = (value: unknown, key: string): unknown => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined);
