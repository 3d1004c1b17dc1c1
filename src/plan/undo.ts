import { type Address, attachmentAddress, ouAddress, ouPath, policyAddress, policyTypeAddress } from "../ids/index.ts";
import { ADDRESS_TAG, type AttachmentItem, type Inventory, type Item, MANAGEMENT_ACCOUNT, type Observation, type Statements } from "../inventory/index.ts";
import { AUTHORIZATION_POLICY_TYPES } from "../limits/index.ts";
import { isMadeByAws } from "./aws-made.ts";
import type { Change, Plan } from "./plan.ts";

/** What a run leaves that cannot go back, and why. */
export interface Irreversible {
  readonly address: Address;
  readonly why: string;
}

export interface WayBack {
  /** What was declared then, with everything the run changed as it was before. */
  readonly desired: Inventory;
  /** New names turned around, and what the run enabled, which only a statement takes away. */
  readonly statements: Statements;
  /** The addresses the run changed; a plan of the way back looks at nothing else. */
  readonly touched: ReadonlySet<Address>;
  readonly irreversible: readonly Irreversible[];
}

/**
 * Turns a run around: created things are no longer declared, changed and removed ones are declared as they were found.
 * Accounts that the run did not touch are left out, whatever became of them since. `lost` is what the run took away
 * without a change of its own.
 */
export function wayBack(plan: Plan, declared: Inventory, lost: readonly AttachmentItem[] = []): WayBack {
  const back = plan.changes.filter((change) => stays(change) === undefined);
  const touched = new Set([...back, ...lost].map(({ address }) => address));
  const desired = new Map<Address, Item>([...declared].filter(([address, { kind }]) => kind !== "account" || touched.has(address) || address === MANAGEMENT_ACCOUNT));
  for (const change of back) {
    if (change.observed === undefined) desired.delete(change.address);
    else desired.set(change.address, change.observed.item);
    if (change.kind !== "ou" || change.action !== "delete") continue;
    for (const item of attachedByAws(change.address, declared)) if (!touched.has(item.address)) desired.set(item.address, item);
  }
  for (const item of lost) desired.set(item.address, item);
  const irreversible = plan.changes.flatMap((change) => {
    const why = stays(change);
    return why === undefined ? [] : [{ address: change.address, why }];
  });
  const remove = new Set(back.filter(({ action }) => action === "enable").map(({ address }) => address));
  return { desired, statements: { moved: new Map(back.flatMap(oldName)), adopt: new Set(), remove }, touched, irreversible };
}

/** Attachments that AWS takes away when the plan disables their policy type; the plan has no change for them. */
export function lostAttachments({ changes }: Plan, { items }: Observation): AttachmentItem[] {
  const disabled = new Set(changes.filter(({ kind, action }) => kind === "policy-type" && action === "disable").map(({ address }) => address));
  const changed = new Set(changes.map(({ address }) => address));
  return [...items.values()].flatMap(({ item }) => {
    if (item.kind !== "attachment" || changed.has(item.address) || isMadeByAws(item)) return [];
    const type = `policy-type:${item.policy.slice("policy:".length).split("/", 1)[0]}`;
    return disabled.has(type) ? [item] : [];
  });
}

/** The address a renamed thing had, with the one it has in the run: it is found under either. */
function oldName({ address, desired, observed }: Change): [Address, Address][] {
  const before = observed?.item;
  if (before === undefined || desired === undefined) return [];
  const old = addressBefore(before);
  return old === undefined || old === address ? [] : [[old, address]];
}

function addressBefore(item: Item): Address | undefined {
  if (item.kind === "ou") return ouAddress([...ouPath(item.parent), item.name]);
  if (item.kind === "policy") return policyAddress(item.policyKind, item.name);
  return item.kind === "account" ? item.tags[ADDRESS_TAG] : undefined;
}

/** What AWS attaches to an OU that is made again. */
const attachedByAws = (target: Address, declared: Inventory): AttachmentItem[] =>
  AUTHORIZATION_POLICY_TYPES.filter(({ kind }) => declared.has(policyTypeAddress(kind))).map(({ kind, awsManaged }) => {
    const policy = policyAddress(kind, awsManaged.name);
    return { kind: "attachment", address: attachmentAddress(policy, target), policy, target };
  });

/** Why a change cannot be taken back; undefined when it can. */
function stays({ kind, action, observed }: Change): string | undefined {
  if (kind === "organization") return "an organization is deleted by hand";
  if (kind === "account" && action === "create") return "an account is closed only when the file says so";
  if (action === "invite") return "an invitation ends when its owner declines, by itself after 15 days, or with aws organizations cancel-handshake";
  if (action === "close") return "only AWS Support reopens an account, within 90 days";
  if (kind === "contact" && observed === undefined) return "what stood there before could not be seen";
  if (action === "remove") return "the account comes back only by an invitation that it accepts";
  return undefined;
}

/**
 * Only the changes of a plan that concern what a run touched; a way back never creates an account. Who waited for a
 * change that is left out waits for what that waited for.
 */
export function restrictTo(plan: Plan, touched: ReadonlySet<Address>): Plan {
  const changes = new Map(plan.changes.map((change) => [change.address, change]));
  const known = new Map<Address, readonly Address[]>();
  const behind = (address: Address): readonly Address[] => {
    const found = known.get(address) ?? (touched.has(address) ? [address] : [...new Set((changes.get(address)?.waitsFor ?? []).flatMap(behind))]);
    known.set(address, found);
    return found;
  };
  const kept = plan.changes.filter(({ address, kind, action }) => touched.has(address) && !(kind === "account" && action === "create"));
  return { ...plan, changes: kept.map((change) => ({ ...change, waitsFor: [...new Set(change.waitsFor.flatMap(behind))].toSorted() })) };
}
