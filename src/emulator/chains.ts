import { type CompiledChain, compileChain, type NamedPolicy, type PolicyChain, type PolicyLevel } from "../policy/index.ts";
import type { Controls } from "./services/organizations/index.ts";

/** Everything that has a say: the caller's own policies, the resource's, and those of the organizations of both. */
export interface Sources {
  readonly permissions: PolicyChain;
  readonly resource?: NamedPolicy;
  readonly caller: { readonly accountId: string; readonly controls: Controls | undefined };
  readonly owner: { readonly accountId: string; readonly controls: Controls | undefined };
}

const chains = new Map<string, CompiledChain>();
/** Accounts under the same policies share their chains, so this is more than most organizations have. */
const MOST_CHAINS = 2_000;

/**
 * The chain of these policies, compiled once: calls come in rows from the same principals. Documents are told apart as
 * objects, so what is changed, attached or moved makes another chain and needs no forgetting.
 */
export function chainOf(sources: Sources): CompiledChain {
  const parts = partsOf(sources);
  const key = keyOf(parts);
  let chain = chains.get(key);
  if (chain === undefined) {
    if (chains.size >= MOST_CHAINS) chains.clear();
    chains.set(key, (chain = compileChain(parts)));
  }
  return chain;
}

/**
 * The management account that matters: that of the caller for SCPs, that of the resource for RCPs. In two organizations it
 * may be both, and then the RCPs, which would not reach the resource, are left out.
 */
function partsOf({ permissions, resource, caller, owner }: Sources): PolicyChain {
  const callerIsManagement = caller.accountId === caller.controls?.organization.managementAccountId;
  const ownerIsManagement = owner.accountId === owner.controls?.organization.managementAccountId;
  const foreign = caller.controls?.organization.id !== owner.controls?.organization.id;
  return {
    ...permissions,
    ...(resource === undefined ? {} : { resource }),
    managementAccountId: callerIsManagement ? caller.accountId : (owner.controls ?? caller.controls)?.organization.managementAccountId,
    scps: caller.controls?.scps,
    rcps: callerIsManagement && ownerIsManagement && foreign ? undefined : owner.controls?.rcps,
  };
}

const keyOf = ({ managementAccountId = "", scps, rcps, identity, boundary, session, resource }: PolicyChain): string =>
  [managementAccountId, levelsKey(scps), levelsKey(rcps), listKey(identity), listKey(boundary), listKey(session), resource === undefined ? "" : policyKey(resource)].join("\n");

/** Levels are made seldom and asked for with every call. */
const levelKeys = new WeakMap<readonly PolicyLevel[], string>();

function levelsKey(levels: readonly PolicyLevel[] | undefined): string {
  if (levels === undefined) return "";
  let key = levelKeys.get(levels);
  if (key === undefined) levelKeys.set(levels, (key = levels.map(({ name, policies }) => `${name}=${listKey(policies)}`).join("/")));
  return key;
}

const listKey = (policies: readonly NamedPolicy[] | undefined): string => (policies === undefined ? "" : `[${policies.map(policyKey).join(" ")}]`);

const numbers = new WeakMap<object, number>();
let last = 0;

function policyKey({ name, document }: NamedPolicy): string {
  let number = numbers.get(document);
  if (number === undefined) numbers.set(document, (number = ++last));
  return `${name}#${number}`;
}
