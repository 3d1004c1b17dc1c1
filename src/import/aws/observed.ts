import { LandfallError } from "../../diagnostics/index.ts";
import { type Address, DELEGATION_POLICY, policyAddress, policyTypeAddress, ROOT } from "../../ids/index.ts";
import { type AccountItem, ADDRESS_TAG, type Observation, type OuItem, type PolicyItem, STATE_TAG } from "../../inventory/index.ts";
import { authorizationPolicyTypeFacts } from "../../limits/index.ts";
import type { Account, DelegationPolicy, ManagementAccount, Organization, Policy, Tags } from "../../organization/index.ts";
import { consolidatedBilling } from "../../plan/index.ts";
import { isPolicyDocument, type PolicyContent, printPolicy } from "../../policy/index.ts";
import { accountDraft, finishDraft, nodeDraft, type TargetDraft } from "../draft.ts";
import type { ImportedFile } from "../importer.ts";
import { uniqueSlug } from "../names.ts";
import { contactsIn } from "./observed-contacts.ts";
import { delegationsOf, rootAccessOf, trustedAccessOf } from "./observed-services.ts";

export interface ObservedFile {
  readonly organization: Organization;
  /** The policy documents that the organization names by `file`. */
  readonly files: readonly ImportedFile[];
}

export interface ObservedSettings {
  readonly name: string;
  readonly homeRegion: string;
  readonly regions: readonly string[];
}

/** Tags that have a key of their own in the organization file. */
const FACTS = ["stage", "service", "owner"] as const;

/**
 * Writes down an organization as AWS has it. Everything is found again by id, path or name and carries no tag of ours,
 * so a plan of the result is empty and landfall watches what it did not make. What cannot be written down without a
 * change stays unmanaged: policies of a type that is not enabled, and delegation to a service without trusted access.
 * @throws LandfallError LF4002 for an organization with consolidated billing only: no plan could be made of the result.
 */
export function declareObserved(observation: Observation, settings: ObservedSettings): ObservedFile {
  const lacking = consolidatedBilling(observation);
  if (lacking.length > 0) throw new LandfallError(lacking, "refused");
  const root = nodeDraft([]);
  const targets = new Map<Address, TargetDraft>([[ROOT, root]]);
  const things = [...observation.items.values()].map(({ item }) => item);
  for (const item of things) {
    if (item.kind === "ou") addOu(targets, item);
    if (item.kind === "root") root.tags = tagsIfAny(item.tags);
  }
  const contacts = contactsIn(observation);
  const keys = new Set<string>(["management"]);
  const keyOf = new Map<Address, string>();
  let managementAccount: ManagementAccount | undefined;
  for (const { item, id } of observation.items.values()) {
    if (item.kind !== "account") continue;
    if (item.management) managementAccount = { id, ...factsAndTags(item.tags, ["owner"]), ...contacts.of(item.address) };
    else keyOf.set(item.address, addAccount(targets, item, { id, ...contacts.of(item.address) }, keys));
  }
  const { policies, names, files } = policiesOf(observation);
  const delegation = delegationPolicyOf(observation);
  attachAll(observation, targets, names);
  const delegatedAdministrators = delegationsOf(observation, keyOf);
  const trustedAccess = trustedAccessOf(observation, delegatedAdministrators, policies.values());
  return { organization: finishDraft({ ...settings, contacts: contacts.shared, delegationPolicy: delegation?.policy, rootAccess: rootAccessOf(observation), trustedAccess, delegatedAdministrators, managementAccount, policies, root }), files: [...files, ...(delegation?.files ?? [])] };
}

function addOu(targets: Map<Address, TargetDraft>, { address, parent, name, tags }: OuItem): void {
  const above = targets.get(parent);
  if (above?.kind !== "node") throw new TypeError(`${address} came before its parent`);
  const made = { ...nodeDraft([...above.names, name]), tags: tagsIfAny(tags) };
  above.ous.set(name, made);
  targets.set(address, made);
}

function addAccount(targets: Map<Address, TargetDraft>, item: AccountItem, { id, contacts }: Pick<Account, "id" | "contacts">, keys: Set<string>): string {
  const parent = targets.get(item.parent);
  if (parent?.kind !== "node") throw new TypeError(`${item.address} came before its OU`);
  const ours = item.tags[ADDRESS_TAG]?.slice("account:".length);
  const key = uniqueSlug(ours ?? item.name, keys);
  const account: Account = {
    ...(item.name === key ? {} : { name: item.name }),
    email: item.email,
    id,
    ...factsAndTags(item.tags, FACTS),
    ...(contacts === undefined ? {} : { contacts }),
    ...(item.state === "active" ? {} : { state: item.state }),
  };
  const made = accountDraft(account);
  parent.accounts.set(key, made);
  targets.set(item.address, made);
  return key;
}

const ownTags = (tags: Tags): Tags => Object.fromEntries(Object.entries(tags).filter(([key]) => key !== ADDRESS_TAG && key !== STATE_TAG && !key.startsWith("aws:")));

function tagsIfAny(tags: Tags): Tags | undefined {
  const own = ownTags(tags);
  return Object.keys(own).length === 0 ? undefined : own;
}

function factsAndTags<F extends (typeof FACTS)[number]>(tags: Tags, facts: readonly F[]): Partial<Record<F, string>> & { tags?: Tags } {
  const own = Object.entries(ownTags(tags));
  const isFact = (key: string): boolean => (facts as readonly string[]).includes(key);
  const rest = own.filter(([key]) => !isFact(key));
  return { ...(Object.fromEntries(own.filter(([key]) => isFact(key))) as Partial<Record<F, string>>), ...(rest.length === 0 ? {} : { tags: Object.fromEntries(rest) }) };
}

/** The customer's policies by key, the key of each address, and their documents as files. */
function policiesOf(observation: Observation): { policies: Map<string, Policy>; names: Map<Address, string>; files: ImportedFile[] } {
  const policies = new Map<string, Policy>();
  const names = new Map<Address, string>();
  const files: ImportedFile[] = [];
  const taken = new Set<string>();
  for (const { item, owner } of observation.items.values()) {
    if (item.kind !== "policy" || owner === "aws" || owner === "control-tower" || owner === "overlay" || !observation.items.has(policyTypeAddress(item.policyKind))) continue;
    const key = uniqueSlug(item.name, taken);
    names.set(item.address, key);
    files.push({ path: `policies/${key}.json`, text: textOf(item.document) });
    policies.set(key, policyOf(item, key));
  }
  return { policies, names, files };
}

/** The delegation policy, its document beside those of the others; a key is a slug, so no other file has this name. */
function delegationPolicyOf({ items }: Observation): { policy: DelegationPolicy; files: readonly ImportedFile[] } | undefined {
  const item = items.get(DELEGATION_POLICY)?.item;
  if (item?.kind !== "delegation-policy") return undefined;
  const tags = tagsIfAny(item.tags);
  const path = "policies/_delegation.json";
  return { policy: { file: path, ...(tags === undefined ? {} : { tags }) }, files: [{ path, text: textOf(item.document) }] };
}

const textOf = (document: PolicyContent): string => (isPolicyDocument(document) ? printPolicy(document) : `${JSON.stringify(document, undefined, 2)}\n`);

function policyOf(item: PolicyItem, key: string): Policy {
  const tags = tagsIfAny(item.tags);
  return {
    type: item.policyKind,
    ...(item.name === key ? {} : { name: item.name }),
    ...(item.description === "" ? {} : { description: item.description }),
    file: `policies/${key}.json`,
    ...(tags === undefined ? {} : { tags }),
  };
}

/** Attachments become names on their targets; where FullAWSAccess is missing, that is said. */
function attachAll(observation: Observation, targets: ReadonlyMap<Address, TargetDraft>, names: ReadonlyMap<Address, string>): void {
  const fullAccess = policyAddress("scp", authorizationPolicyTypeFacts("scp").awsManaged.name);
  const withFullAccess = new Set<Address>();
  for (const { item } of observation.items.values()) {
    if (item.kind !== "attachment") continue;
    if (item.policy === fullAccess) withFullAccess.add(item.target);
    const key = names.get(item.policy);
    if (key !== undefined) targets.get(item.target)?.policies.push(key);
  }
  if (!observation.items.has("policy-type:scp")) return;
  for (const [address, target] of targets) target.fullAwsAccess = withFullAccess.has(address);
}
