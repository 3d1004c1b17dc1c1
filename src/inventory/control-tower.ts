import { type Address, trustedAccessAddress } from "../ids/index.ts";
import type { Item, Observed } from "./items.ts";

/** What Control Tower governs in an organization. */
export interface ControlTower {
  /** The OUs that are registered with it. */
  readonly registered: ReadonlySet<Address>;
  /** Whether Control Tower itself said so; otherwise every OU counts that one of its policies is attached to. */
  readonly isRead: boolean;
  /** Whether accounts that come into a registered OU are enrolled by themselves; undefined when that is not known. */
  readonly autoEnrolls?: boolean;
}

/** Its own access to the organization. */
export const CONTROL_TOWER_ACCESS = trustedAccessAddress("controltower.amazonaws.com");

/**
 * How Control Tower names the policies of its controls.
 * Source: Control Tower User Guide, "How controls work"; Unconfirmed: the second form, of controls by RCP and by
 * declarative policies.
 */
const ITS_POLICY = /^policy:[^/]+\/(?:aws-guardrails-|AWSControlTower-Controls-)/;

const isItsPolicy = (address: Address): boolean => ITS_POLICY.test(address);

/** Whether a thing is Control Tower's, in an organization that it governs. */
export function isControlTowers(item: Item): boolean {
  if (item.kind === "trusted-access") return item.address === CONTROL_TOWER_ACCESS;
  if (item.kind === "attachment") return isItsPolicy(item.policy);
  return item.kind === "policy" && isItsPolicy(item.address);
}

/** OUs to which a policy of Control Tower's is attached: each registered OU has those of the mandatory controls. */
export const ousWithItsPolicies = (items: ReadonlyMap<Address, Observed>): Set<Address> =>
  new Set(Array.from(items.values()).flatMap(({ item }) => (item.kind === "attachment" && isItsPolicy(item.policy) && item.target.startsWith("ou:") ? [item.target] : [])));

/** Whether there is reason to ask Control Tower. Policies of its names that hang nowhere may be left over from one that is gone. */
export const hasControlTower = (items: ReadonlyMap<Address, Observed>): boolean => items.has(CONTROL_TOWER_ACCESS) || ousWithItsPolicies(items).size > 0;
