import type { Address } from "../ids/index.ts";
import type { AccessAccount, AccessModel, AttachedPolicy } from "./model.ts";

/** A place with what is attached to it. */
export interface AttachedAt {
  readonly node: Address;
  /** AWS's own full access is left out where it only allows all. */
  readonly policies: readonly AttachedPolicy[];
}

/** What applies to an account, from the root down to it, and what of it has no say there. */
export interface AccountReach {
  readonly account: AccessAccount;
  readonly levels: readonly AttachedAt[];
  /** SCPs and RCPs are attached on the way, and do not bind the management account. */
  readonly unbound: boolean;
}

export interface PolicyReach {
  readonly policies: readonly AttachedPolicy[];
  /** Where they are attached. */
  readonly attachedTo: readonly Address[];
  readonly accounts: readonly AccessAccount[];
  /** Accounts below that they do not bind: the management account, for SCPs and RCPs. */
  readonly unbound: readonly AccessAccount[];
}

/** Every policy that applies to an account, level by level. */
export function reachOfAccount(model: AccessModel, account: AccessAccount): AccountReach {
  return { account, levels: account.path.map((node) => ({ node, policies: attachedAt(model, node) })), unbound: account.management };
}

/** Where policies are attached and which accounts they reach; undefined when none has one of the names. */
export function reachOfPolicies(model: AccessModel, isMeant: (policy: AttachedPolicy) => boolean): PolicyReach | undefined {
  const policies = new Map<Address, AttachedPolicy>();
  const attachedTo = [...model.nodes.keys(), ...model.accounts.keys()].filter((node) => {
    const meant = attachedAt(model, node).filter(isMeant);
    for (const policy of meant) policies.set(policy.address, policy);
    return meant.length > 0;
  });
  if (policies.size === 0) return undefined;
  const places = new Set(attachedTo);
  const below = [...model.accounts.values()].filter(({ path }) => path.some((node) => places.has(node)));
  const binds = [...policies.values()].every(({ kind }) => kind === "scp" || kind === "rcp");
  return { policies: [...policies.values()], attachedTo, accounts: below.filter(({ management }) => !(management && binds)), unbound: binds ? below.filter(({ management }) => management) : [] };
}

export const attachedAt = ({ nodes, accounts }: AccessModel, node: Address): readonly AttachedPolicy[] => nodes.get(node)?.attached ?? accounts.get(node)?.attached ?? [];

/** Every policy that is attached somewhere, by address. */
export const attachedPoliciesIn = (model: AccessModel): Map<Address, AttachedPolicy> =>
  new Map([...model.nodes.values(), ...model.accounts.values()].flatMap(({ attached }) => attached.map((policy) => [policy.address, policy] as const)));
