import { type Address, kindOfAddress, nameOfAddress, type PolicyKind } from "../ids/index.ts";
import type { Item, PolicyItem } from "../inventory/index.ts";
import { isPolicyDocument, parseManagementPolicy, type PolicyDocument } from "../policy/index.ts";
import type { AttachedPolicy } from "./model.ts";

/** What AWS attaches by itself. Source: Organizations User Guide, "Service control policies" and "Resource control policies". */
const FULL_ACCESS: Readonly<Record<Address, PolicyDocument>> = {
  "policy:scp/FullAWSAccess": { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] },
  "policy:rcp/RCPFullAWSAccess": { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }] },
};

/** The policies at each place, in the order in which the inventory has the attachments; each document is one object everywhere. */
export function attachedPolicies(items: Iterable<Item>): ReadonlyMap<Address, readonly AttachedPolicy[]> {
  const policies = new Map<Address, AttachedPolicy>();
  const attachments: { readonly policy: Address; readonly target: Address }[] = [];
  for (const item of items) {
    if (item.kind === "policy") policies.set(item.address, attachedPolicy(item));
    else if (item.kind === "attachment") attachments.push(item);
  }
  for (const [address, document] of Object.entries(FULL_ACCESS)) {
    if (policies.get(address)?.document === undefined) policies.set(address, { address, kind: kindOf(address), name: nameOf(address), document });
  }
  const at = new Map<Address, AttachedPolicy[]>();
  for (const { policy, target } of attachments) {
    const attached = policies.get(policy);
    if (attached === undefined) continue;
    const others = at.get(target);
    if (others === undefined) at.set(target, [attached]);
    else others.push(attached);
  }
  return at;
}

function attachedPolicy({ address, policyKind: kind, name, description, document }: PolicyItem): AttachedPolicy {
  const base = { address, kind, name, ...(description === "" ? {} : { description }) };
  if (kind === "scp" || kind === "rcp") return isPolicyDocument(document) ? { ...base, document } : base;
  const { policy } = parseManagementPolicy(JSON.stringify(document));
  return policy === undefined ? base : { ...base, settings: { id: name, policy } };
}

const kindOf = (address: Address): PolicyKind => (nameOfAddress(address).startsWith("rcp/") ? "rcp" : "scp");
const nameOf = (address: Address): string => address.slice(kindOfAddress(address).length + "/scp/".length);
