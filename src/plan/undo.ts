import { type Address, attachmentAddress, policyAddress, policyTypeAddress } from "../ids/index.ts";
import { ADDRESS_TAG, type AttachmentItem, type Inventory, type Item, MANAGEMENT_ACCOUNT } from "../inventory/index.ts";
import { AUTHORIZATION_POLICY_TYPES } from "../limits/index.ts";
import type { Change, Plan } from "./plan.ts";

/** What a run leaves that cannot go back, and why. */
export interface Irreversible {
  readonly address: Address;
  readonly why: string;
}

export interface WayBack {
  /** What was declared then, with everything the run changed as it was before. */
  readonly desired: Inventory;
  /** The addresses the run changed; a plan of the way back looks at nothing else. */
  readonly touched: ReadonlySet<Address>;
  readonly irreversible: readonly Irreversible[];
}

/**
 * Turns a run around: created things are no longer declared, changed and removed ones are declared as they were found.
 * Accounts that the run did not touch are left out, whatever became of them since.
 */
export function wayBack(plan: Plan, declared: Inventory): WayBack {
  const touched = new Set(plan.changes.filter((change) => stays(change) === undefined).map(({ address }) => address));
  const desired = new Map<Address, Item>([...declared].filter(([address, { kind }]) => kind !== "account" || touched.has(address) || address === MANAGEMENT_ACCOUNT));
  for (const change of plan.changes.filter(({ address }) => touched.has(address))) {
    if (change.observed === undefined) desired.delete(change.address);
    else desired.set(change.address, change.observed.item);
    if (change.kind !== "ou" || change.action !== "delete") continue;
    for (const item of attachedByAws(change.address, declared)) if (!touched.has(item.address)) desired.set(item.address, item);
  }
  const irreversible = plan.changes.flatMap((change) => {
    const why = stays(change);
    return why === undefined ? [] : [{ address: change.address, why }];
  });
  return { desired, touched, irreversible };
}

/** What AWS attaches to an OU that is made again. */
const attachedByAws = (target: Address, declared: Inventory): AttachmentItem[] =>
  AUTHORIZATION_POLICY_TYPES.filter(({ kind }) => declared.has(policyTypeAddress(kind))).map(({ kind, awsManaged }) => {
    const policy = policyAddress(kind, awsManaged.name);
    return { kind: "attachment", address: attachmentAddress(policy, target), policy, target };
  });

/** Why a change cannot be taken back; undefined when it can. */
function stays({ kind, action, differences, observed }: Change): string | undefined {
  if (kind === "organization") return "an organization is deleted by hand";
  if (kind === "account" && action === "create") return "an account is closed only when the file says so";
  if (differences.some(({ field }) => (field === "name" && kind !== "account") || field === `tag ${ADDRESS_TAG}`)) return "a new name is taken back with moved in the file";
  if (action === "close") return "only AWS Support reopens an account, within 90 days";
  if (kind === "contact" && observed === undefined) return "what stood there before could not be seen";
  if (kind === "trusted-access" || kind === "root-access" || kind === "delegated-administrator") return "taking it back needs a statement of its own: remove";
  if (kind === "policy-type") return "disabling a policy type detaches all its policies; it needs a statement of its own";
  return undefined;
}

/** Only the changes of a plan that concern what a run touched; a way back never creates an account. */
export const restrictTo = (plan: Plan, touched: ReadonlySet<Address>): Plan => ({
  ...plan,
  changes: plan.changes
    .filter(({ address, kind, action }) => touched.has(address) && !(kind === "account" && action === "create"))
    .map((change) => ({ ...change, waitsFor: change.waitsFor.filter((address) => touched.has(address)) })),
});
