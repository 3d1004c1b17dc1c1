import { type CompiledChain, compileChain, type NamedPolicy } from "../policy/index.ts";
import type { OrganizationChain, Permissions } from "./model.ts";

/** What makes a chain of policies the one of a request. */
export interface ChainParts {
  /** Of the principal's account; absent for one that has none, or is of another organization. */
  readonly principal?: OrganizationChain;
  /** Of the account that owns the resource; absent where that is outside. */
  readonly resource?: OrganizationChain;
  readonly permissions: Permissions;
  readonly resourcePolicy?: NamedPolicy;
  /** What policies do whose text is not known: nothing (`least`), allow everything (`most`), deny everything (`worst`). */
  readonly bound: "least" | "most" | "worst";
}

const NOTHING: NamedPolicy = { name: "unknown policies", document: { Version: "2012-10-17", Statement: { Effect: "Deny", Action: "*", Resource: "*" } } };
const EVERYTHING: NamedPolicy = { name: "unknown policies", document: { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } } };

/** Chains that were asked before, so that ten thousand accounts with equal policies compile one. */
export class ChainCache {
  readonly #managementAccountId: string;
  readonly #found = new WeakMap<Permissions, Map<string, Map<NamedPolicy | undefined, CompiledChain>>>();

  constructor(managementAccountId: string) {
    this.#managementAccountId = managementAccountId;
  }

  /** @throws LandfallError LF3040 for a policy that cannot be decided by. */
  chainOf({ principal, resource, permissions, resourcePolicy, bound }: ChainParts): CompiledChain {
    const ofPermissions = made(this.#found, permissions, () => new Map<string, Map<NamedPolicy | undefined, CompiledChain>>());
    const ofOrganization = made(ofPermissions, `${principal?.index ?? "-"} ${resource?.index ?? "-"} ${bound}`, () => new Map<NamedPolicy | undefined, CompiledChain>());
    return made(ofOrganization, resourcePolicy, () => {
      const listed = ({ policies, unknown }: Permissions["identity"]): readonly NamedPolicy[] => (bound === "least" || unknown.length === 0 ? policies : [...policies, bound === "most" ? EVERYTHING : NOTHING]);
      return compileChain({
        managementAccountId: this.#managementAccountId,
        ...(principal?.scps === undefined ? {} : { scps: principal.scps }),
        ...(resource?.rcps === undefined ? {} : { rcps: resource.rcps }),
        identity: listed(permissions.identity),
        ...(permissions.boundary === undefined ? {} : { boundary: listed(permissions.boundary) }),
        ...(permissions.session === undefined ? {} : { session: listed(permissions.session) }),
        ...(resourcePolicy === undefined ? {} : { resource: resourcePolicy }),
      });
    });
  }
}

interface Store<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

function made<K, V>(store: Store<K, V>, key: K, make: () => V): V {
  const known = store.get(key);
  if (known !== undefined) return known;
  const value = make();
  store.set(key, value);
  return value;
}
