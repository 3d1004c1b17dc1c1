import {
  accountAddress,
  type Address,
  attachmentAddress,
  ouAddress,
  policyAddress,
  type PolicyKind,
  policyTypeAddress,
} from "../../../../src/ids/index.ts";
import type { AccountItem, AttachmentItem, Item, Observed, OuItem, Owner, PolicyItem } from "../../../../src/inventory/index.ts";
import { type Change, type Plan, reasonOfDifferences, withReasons } from "../../../../src/plan/index.ts";
import type { PolicyDocument, PolicyStatement } from "../../../../src/policy/index.ts";

/** Short makers of values that are otherwise long to write. Nothing here computes a plan: each case states its own. */

export const ou = (path: string): OuItem => {
  const names = path.split("/");
  return { kind: "ou", address: ouAddress(names), name: names.at(-1) ?? "", parent: ouAddress(names.slice(0, -1)), tags: {} };
};

export const at = (path: string): Address => ouAddress(path === "" ? [] : path.split("/"));

export const account = (key: string, path: string, more: Partial<AccountItem> = {}): AccountItem => ({
  kind: "account",
  address: accountAddress(key),
  name: key,
  email: `aws+${key}@acme.example`,
  parent: at(path),
  tags: {},
  state: "active",
  management: false,
  ...more,
});

export const deny = (sid: string, action: string | readonly string[], more: Partial<PolicyStatement> = {}): PolicyStatement => ({
  Sid: sid,
  Effect: "Deny",
  Action: action,
  Resource: "*",
  ...more,
});

export const policy = (kind: PolicyKind, name: string, statements: readonly PolicyStatement[]): PolicyItem => ({
  kind: "policy",
  address: policyAddress(kind, name),
  policyKind: kind,
  name,
  description: "",
  document: { Version: "2012-10-17", Statement: statements } satisfies PolicyDocument,
  tags: {},
});

export const attachment = (kind: PolicyKind, name: string, target: Address): AttachmentItem => {
  const policyOf = policyAddress(kind, name);
  return { kind: "attachment", address: attachmentAddress(policyOf, target), policy: policyOf, target };
};

export const policyType = (kind: PolicyKind): Item => ({ kind: "policy-type", address: policyTypeAddress(kind), policyKind: kind });

export const observed = (item: Item, id: string, owner: Owner = "ours"): Observed => ({ item, id, owner });

export const observedMap = (entries: readonly Observed[]): ReadonlyMap<Address, Observed> => new Map(entries.map((entry) => [entry.item.address, entry]));

const base = (item: Item): Omit<Change, "action" | "reason"> => ({
  address: item.address,
  kind: item.kind,
  phase: "build",
  waitsFor: [],
  differences: [],
});

export const create = (item: Item): Change => ({
  ...base(item),
  action: item.kind === "attachment" ? "attach" : item.kind === "policy-type" ? "enable" : "create",
  reason: "declared, and AWS does not have it",
  reasonCode: "LF4201",
  desired: item,
});

/** With the reason that a plan would give it. */
export const change = (item: Item, before: Observed | undefined, more: Partial<Change>): Change => reasoned({
  ...base(item),
  action: "update",
  reason: reasonOfDifferences(more.differences ?? []),
  desired: item,
  observed: before,
  ...more,
});

const reasoned = (made: Change): Change => withReasons([made], { moved: new Map() })[0] ?? made;

export const remove = (before: Observed, more: Partial<Change> = {}): Change => ({
  ...base(before.item),
  phase: "clean",
  action: before.item.kind === "attachment" ? "detach" : "delete",
  reason: "no longer declared",
  reasonCode: "LF4207",
  observed: before,
  ...more,
});

export const plan = (more: Partial<Plan>): Plan => ({
  format: "landfall.plan/1",
  organization: { name: "acme", id: "o-ab12cd34ef", managementAccountId: "111122223333", homeRegion: "eu-west-1" },
  changes: [],
  unmanaged: [],
  unchanged: 0,
  notRead: [],
  timeFloor: { seconds: 0, explanation: "AWS's request rates force no waiting." },
  calls: {},
  findings: [],
  ...more,
});
