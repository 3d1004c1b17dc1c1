import { type Address, attachmentAddress, policyAddress, policyTypeAddress } from "../ids/index.ts";
import type { AttachmentItem, Inventory, Observation } from "../inventory/index.ts";
import { authorizationPolicyTypeFacts } from "../limits/index.ts";
import { attachmentOf } from "./attachment-of.ts";
import { change } from "./change.ts";
import type { Change } from "./plan.ts";

const FULL_ACCESS = policyAddress("scp", authorizationPolicyTypeFacts("scp").awsManaged.name);

/**
 * Attachments of FullAWSAccess to what would lose its last SCP, which AWS refuses: to OUs and accounts that are no
 * longer declared and had SCPs of ours only. Source: API Reference, DetachPolicy.
 * Where the file has no SCP left at all, what it declares gets full access back beside the SCPs that others attached.
 */
export function replacedLast(observation: Observation, changes: readonly Change[], desired: Inventory): Change[] {
  const left = new Map<Address, number>();
  const count = ({ policy, target }: AttachmentItem, by: number): void => {
    if (policy.startsWith("policy:scp/")) left.set(target, (left.get(target) ?? 0) + by);
  };
  for (const { item } of observation.items.values()) if (item.kind === "attachment") count(item, 1);
  const loses = new Set<Address>();
  for (const made of changes.filter(({ kind }) => kind === "attachment")) {
    // What AWS is yet to attach, by enabling the type or for what is new, is not there to be counted down.
    if (made.action === "attach") count(attachmentOf(made), 1);
    else if (observation.items.has(made.address)) {
      count(attachmentOf(made), -1);
      loses.add(attachmentOf(made).target);
    }
  }
  const opens = (target: Address): boolean => loses.has(target) && desired.has(target) && !desired.has(policyTypeAddress("scp"));
  return [...left].flatMap(([target, policies]) => {
    const address = attachmentAddress(FULL_ACCESS, target);
    if ((policies > 0 && !opens(target)) || !observation.items.has(target) || observation.items.has(address)) return [];
    const item: AttachmentItem = { kind: "attachment", address, policy: FULL_ACCESS, target };
    return [{ ...change.create(item), reason: policies > 0 ? "the file has no service control policy left, so nothing of it keeps full access away" : "its last service control policy goes, and AWS keeps one on everything" }];
  });
}
