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

/** Numbers stand for what was seen before: keys stay short, as they are made and looked up with every call. */
let last = 0;
const levelNumbers = new WeakMap<readonly PolicyLevel[], number>();
const levelsByText = new Map<string, number>();

/** Levels of different accounts that say the same have the same number. */
function levelsKey(levels: readonly PolicyLevel[] | undefined): string {
  if (levels === undefined) return "";
  let number = levelNumbers.get(levels);
  if (number === undefined) {
    const text = levels.map(({ name, policies }) => `${name}=${listKey(policies)}`).join("/");
    if (levelsByText.size >= MOST_CHAINS) levelsByText.clear();
    levelsByText.set(text, (number = levelsByText.get(text) ?? ++last));
    levelNumbers.set(levels, number);
  }
  return String(number);
}

const listKey = (policies: readonly NamedPolicy[] | undefined): string => (policies === undefined ? "" : `[${policies.map(policyKey).join(" ")}]`);

const policyNumbers = new WeakMap<object, Map<string, number>>();

/** One text may be that of several policies, which explanations tell apart by name. */
function policyKey({ name, document }: NamedPolicy): number {
  let byName = policyNumbers.get(document);
  if (byName === undefined) policyNumbers.set(document, (byName = new Map()));
  let number = byName.get(name);
  if (number === undefined) byName.set(name, (number = ++last));
  return number;
}
