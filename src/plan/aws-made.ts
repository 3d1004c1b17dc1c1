import { type Address, attachmentAddress, policyAddress, policyTypeAddress } from "../ids/index.ts";
import type { AttachmentItem, Inventory, Item, Observation } from "../inventory/index.ts";
import { AUTHORIZATION_POLICY_TYPES } from "../limits/index.ts";
import { change } from "./change.ts";
import type { Change } from "./plan.ts";

const MADE_BY_AWS: ReadonlySet<string> = new Set(AUTHORIZATION_POLICY_TYPES.map(({ kind, awsManaged }) => policyAddress(kind, awsManaged.name)));

/** Whether a thing is an attachment of a policy that AWS itself attaches everywhere. */
export const isMadeByAws = (item: Item): boolean => item.kind === "attachment" && MADE_BY_AWS.has(item.policy);

/** AWS's own policies that may be taken away, of the policy types among some items. */
export function detachableOf(items: readonly Item[]): Address[] {
  const types = new Set(items.flatMap(({ kind, address }) => (kind === "policy-type" ? [address] : [])));
  return AUTHORIZATION_POLICY_TYPES.flatMap(({ kind, awsManaged }) => (awsManaged.detachable && types.has(policyTypeAddress(kind)) ? [policyAddress(kind, awsManaged.name)] : []));
}

/**
 * Detaches of AWS's own policy where the file says `fullAwsAccess: false`: from what has it, and from what will have
 * it because this plan creates the target or enables the policy type.
 */
export function removableByAws(desired: Inventory, observation: Observation, changes: readonly Change[]): Change[] {
  const changed = new Set(changes.filter(({ action }) => action === "create" || action === "enable").map(({ address }) => address));
  return AUTHORIZATION_POLICY_TYPES.filter(({ kind, awsManaged }) => awsManaged.detachable && desired.has(policyTypeAddress(kind))).flatMap(
    ({ kind, awsManaged }) => {
      const policy = policyAddress(kind, awsManaged.name);
      const targets = [...desired.values()].filter(({ kind: itemKind }) => itemKind === "root" || itemKind === "ou" || itemKind === "account");
      return targets.flatMap((target) => {
        const address = attachmentAddress(policy, target.address);
        const observed = observation.items.get(address);
        const willBeThere = observed !== undefined || changed.has(target.address) || changed.has(policyTypeAddress(kind));
        const closed = target.kind === "account" && target.state === "closed";
        if (desired.has(address) || !willBeThere || closed) return [];
        const item: AttachmentItem = { kind: "attachment", address, policy, target: target.address };
        return [change.detach(item, observed ?? { item, id: "", owner: "aws" }, "the file says fullAwsAccess: false")];
      });
    },
  );
}
