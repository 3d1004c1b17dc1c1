import { type Address, attachmentAddress, policyAddress } from "../ids/index.ts";
import type { AttachmentItem, Observation } from "../inventory/index.ts";
import { authorizationPolicyTypeFacts } from "../limits/index.ts";
import { attachmentOf } from "./attachment-of.ts";
import { change } from "./change.ts";
import type { Change } from "./plan.ts";

const FULL_ACCESS = policyAddress("scp", authorizationPolicyTypeFacts("scp").awsManaged.name);

/**
 * Attachments of FullAWSAccess to what would lose its last SCP, which AWS refuses: to OUs and accounts that are no
 * longer declared and had SCPs of ours only. Source: API Reference, DetachPolicy.
 */
export function replacedLast(observation: Observation, changes: readonly Change[]): Change[] {
  const left = new Map<Address, number>();
  const count = ({ policy, target }: AttachmentItem, by: number): void => {
    if (policy.startsWith("policy:scp/")) left.set(target, (left.get(target) ?? 0) + by);
  };
  for (const { item } of observation.items.values()) if (item.kind === "attachment") count(item, 1);
  for (const made of changes.filter(({ kind }) => kind === "attachment")) {
    // What AWS is yet to attach, by enabling the type or for what is new, is not there to be counted down.
    if (made.action === "attach") count(attachmentOf(made), 1);
    else if (observation.items.has(made.address)) count(attachmentOf(made), -1);
  }
  return [...left].flatMap(([target, policies]) => {
    if (policies > 0 || !observation.items.has(target)) return [];
    const item: AttachmentItem = { kind: "attachment", address: attachmentAddress(FULL_ACCESS, target), policy: FULL_ACCESS, target };
    return [{ ...change.create(item), reason: "its last service control policy goes, and AWS keeps one on everything" }];
  });
}
