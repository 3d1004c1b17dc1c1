import { type Pack, packsOf } from "../guardrails/index.ts";
import {
  accountAddress,
  type Address,
  attachmentAddress,
  delegatedAdministratorAddress,
  DELEGATION_POLICY,
  ORGANIZATION,
  policyAddress,
  type PolicyKind,
  policyTypeAddress,
  ROOT,
  rootAccessAddress,
  trustedAccessAddress,
} from "../ids/index.ts";
import { ORGANIZATIONS_QUOTAS, POLICY_TYPES, policyTypeFacts } from "../limits/index.ts";
import {
  accountsOf,
  emailOf,
  type Node,
  nodesOf,
  type Organization,
  type PlacedAccount,
  type PlacedNode,
  type Policy,
  type Tags,
} from "../organization/index.ts";
import { contactItems } from "./contacts.ts";
import { type AccountItem, ADDRESS_TAG, type Inventory, type Item, MANAGEMENT_ACCOUNT, STATE_TAG } from "./items.ts";
import { servicesOf } from "./services.ts";

/**
 * Flattens a declared organization into its inventory. The organization must have passed its checks: names that do not
 * exist are left out here, and of two things with one address the last stays.
 */
export function expand(organization: Organization): Inventory {
  const nodes = nodesOf(organization);
  const accounts = accountsOf(organization, nodes);
  const packs = packsOf(organization);
  const kinds = kindsInUse(organization, nodes, accounts, packs);
  const contacts = contactItems(organization);
  const items: Item[] = [
    { kind: "organization", address: ORGANIZATION, featureSet: "ALL" },
    { kind: "root", address: ROOT, tags: organization.root?.tags ?? {} },
    ...servicesOf(organization, kinds, contacts).map((service): Item => ({ kind: "trusted-access", address: trustedAccessAddress(service), service })),
    ...(organization.rootAccess ?? []).map((feature): Item => ({ kind: "root-access", address: rootAccessAddress(feature), feature })),
    ...kinds.map((policyKind): Item => ({ kind: "policy-type", address: policyTypeAddress(policyKind), policyKind })),
    ...nodes.filter((placed) => placed.parent !== undefined).map((placed) => ouItem(organization, placed)),
    managementItem(organization),
    ...accounts.map((placed) => accountItem(organization, placed)),
    ...contacts,
    ...delegations(organization),
    ...delegationPolicyItem(organization),
    ...Object.entries(organization.policies ?? {}).flatMap(([key, policy]) => policyItem(organization, key, policy)),
    ...packs.map((pack) => packItem(organization, pack)),
    ...nodes.flatMap((placed) => attachments(organization, kinds, placed.address, placed.node)),
    ...accounts.flatMap((placed) => attachments(organization, kinds, placed.address, placed.account)),
    ...packs.flatMap(packAttachments),
    ...attachments(organization, kinds, MANAGEMENT_ACCOUNT, {}),
  ];
  return new Map(items.map((item) => [item.address, item]));
}

/** The policy types the organization needs: those it has policies of, and SCPs where FullAWSAccess is taken away. */
function kindsInUse(organization: Organization, nodes: readonly PlacedNode[], accounts: readonly PlacedAccount[], packs: readonly Pack[]): PolicyKind[] {
  const used = new Set([...Object.values(organization.policies ?? {}).map((policy) => policy.type), ...packs.map(({ kind }) => kind)]);
  const takenAway = (node: Pick<Node, "fullAwsAccess">): boolean => node.fullAwsAccess === false;
  if (nodes.some(({ node }) => takenAway(node)) || accounts.some(({ account }) => takenAway(account))) used.add("scp");
  return POLICY_TYPES.map((facts) => facts.kind).filter((kind) => used.has(kind));
}

const delegations = ({ delegatedAdministrators = {} }: Organization): Item[] =>
  Object.entries(delegatedAdministrators).flatMap(([service, keys]) =>
    keys.map((key) => {
      const account = accountAddress(key);
      return { kind: "delegated-administrator", address: delegatedAdministratorAddress(service, account), service, account };
    }),
  );

function ouItem(organization: Organization, placed: PlacedNode): Item {
  const tags = ourTags(organization, placed.address, placed.node.tags);
  return { kind: "ou", address: placed.address, name: placed.names.at(-1) ?? "", parent: placed.parent ?? ROOT, tags };
}

function accountItem(organization: Organization, { address, key, parent, account }: PlacedAccount): AccountItem {
  const state = account.state ?? "active";
  const facts: Record<string, string | undefined> = {
    stage: account.stage,
    service: account.service,
    owner: account.owner,
    [STATE_TAG]: state === "active" ? undefined : state,
  };
  return {
    kind: "account",
    address,
    name: account.name ?? key,
    email: emailOf(organization, key, account) ?? "",
    parent: parent.address,
    tags: ourTags(organization, address, { ...definedOnly(facts), ...account.tags }),
    state,
    management: false,
    ...(account.name === undefined ? { nameIsKey: true } : {}),
    ...(account.email === undefined ? {} : { emailStated: true }),
    statedId: account.id,
    ...(account.invite === true ? { invite: true } : {}),
    isNew: account.new,
  };
}

function managementItem(organization: Organization): AccountItem {
  const stated = organization.managementAccount;
  const tags = { ...definedOnly({ owner: stated?.owner }), ...stated?.tags };
  return { kind: "account", address: MANAGEMENT_ACCOUNT, name: "", email: "", parent: ROOT, tags, state: "active", management: true, statedId: stated?.id };
}

function delegationPolicyItem(organization: Organization): Item[] {
  const { document, tags } = organization.delegationPolicy ?? {};
  return document === undefined ? [] : [{ kind: "delegation-policy", address: DELEGATION_POLICY, document, tags: ourTags(organization, DELEGATION_POLICY, tags) }];
}

function policyItem(organization: Organization, key: string, policy: Policy): Item[] {
  if (policy.document === undefined) return [];
  const address = policyAddress(policy.type, policy.name ?? key);
  return [
    {
      kind: "policy",
      address,
      policyKind: policy.type,
      name: policy.name ?? key,
      description: policy.description ?? "",
      document: policy.document,
      tags: ourTags(organization, address, policy.tags),
    },
  ];
}

function packItem(organization: Organization, { kind, name, description, document }: Pack): Item {
  const address = policyAddress(kind, name);
  return { kind: "policy", address, policyKind: kind, name, description, document, tags: ourTags(organization, address, undefined) };
}

const packAttachments = ({ kind, name, targets }: Pack): Item[] => targets.map((target) => attachmentItem(policyAddress(kind, name), target));

const attachmentItem = (policy: Address, target: Address): Item => ({ kind: "attachment", address: attachmentAddress(policy, target), policy, target });

function attachments(organization: Organization, kinds: readonly PolicyKind[], target: Address, node: Pick<Node, "policies" | "fullAwsAccess">): Item[] {
  const byAws = kinds
    .filter((kind) => kind !== "scp" || node.fullAwsAccess !== false)
    .flatMap((kind) => {
      const { awsManaged } = policyTypeFacts(kind);
      return awsManaged === undefined ? [] : [policyAddress(kind, awsManaged.name)];
    });
  const stated = (node.policies ?? []).flatMap((key) => {
    const policy = Object.hasOwn(organization.policies ?? {}, key) ? organization.policies?.[key] : undefined;
    return policy === undefined ? [] : [policyAddress(policy.type, policy.name ?? key)];
  });
  return [...byAws, ...stated].map((policy) => attachmentItem(policy, target));
}

const ourTags = (organization: Organization, address: Address, own: Tags | undefined): Tags => ({
  ...organization.tags,
  ...own,
  [ADDRESS_TAG]: addressTag(address),
});

/**
 * An address as a tag can hold it: in AWS's characters, 256 at most. Only accounts are found by the tag, and their keys
 * are short and plain; on an OU or a policy it says that the thing is ours.
 */
export const addressTag = (address: Address): string =>
  address.replaceAll(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, "_").slice(0, ORGANIZATIONS_QUOTAS.tagValueLength);

const definedOnly = (tags: Record<string, string | undefined>): Tags =>
  Object.fromEntries(Object.entries(tags).filter((entry): entry is [string, string] => entry[1] !== undefined));
