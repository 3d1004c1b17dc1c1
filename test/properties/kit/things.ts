import { POLICY_TYPES } from "../../../src/limits/index.ts";
import { attachedTo } from "../../../src/emulator/services/organizations/attached.ts";
import { managedPolicy } from "../../../src/emulator/services/organizations/managed-policies.ts";
import { accountsTable, allAccounts, allPolicies, allUnits, delegatedAdministratorsOf, keysOf, knownAccountsTable, policiesTable, resourcePoliciesTable, serviceAccessOf, tagsTable, unitsTable } from "../../../src/emulator/services/organizations/state.ts";
import { alternateContactKey, alternateContactsTable } from "../../../src/emulator/services/account/state.ts";
import type { World } from "../../../src/emulator/world.ts";
import { plainDocument } from "./plain-document.ts";
import { organizationIn } from "./view.ts";

/** What is known of one thing: whatever it can be compared by. */
export interface Thing {
  readonly tags?: Readonly<Record<string, string>>;
  /** Names of the policies attached to it, sorted; those of AWS that nobody can detach are left out. */
  readonly attached?: readonly string[];
  readonly [more: string]: unknown;
}

/** Each thing of the organization under a name that does not depend on ids. */
export type Things = Readonly<Record<string, Thing>>;

/** Everything that AWS holds, in the words of the organization file. */
export function thingsAt(world: World): Things {
  const organization = organizationIn(world);
  if (organization === undefined) return {};
  const tags = (id: string): Record<string, string> => tagsAt(world, id);
  const attached = (id: string): string[] =>
    POLICY_TYPES.flatMap(({ kind, type }) => attachedTo(world, organization, id, type).map((policy) => `${kind}/${policyName(world, policy)}`)).filter((name) => name !== "rcp/RCPFullAWSAccess").toSorted();
  const things: Record<string, Thing> = { root: { attached: attached(organization.rootId), tags: tags(organization.rootId) } };
  for (const [type, status] of Object.entries(organization.policyTypes)) if (status === "ENABLED") things[`type ${type}`] = {};
  for (const id of keysOf(allUnits(world, organization.id))) things[`ou ${unitPath(world, id)}`] = { tags: tags(id), attached: attached(id) };
  for (const id of keysOf(allAccounts(world, organization.id))) {
    const account = accountsTable(world).get(id);
    if (account === undefined || id === organization.managementAccountId) continue;
    for (const type of ["BILLING", "OPERATIONS", "SECURITY"] as const) {
      const contact = alternateContactsTable(world).get(alternateContactKey(id, type));
      if (contact !== undefined && account.state === "ACTIVE") things[`contact ${type.toLowerCase()} ${nameOf(world, id)}`] = { name: contact.Name, email: contact.EmailAddress };
    }
    things[nameOf(world, id)] = account.state === "ACTIVE" ? { name: knownAccountsTable(world).get(id)?.name, at: unitPath(world, account.parentId), tags: tags(id), attached: attached(id) } : { state: account.state };
  }
  for (const { kind, type } of POLICY_TYPES) {
    for (const id of keysOf(allPolicies(world, organization.id, type))) {
      const policy = policiesTable(world).get(id);
      if (policy !== undefined) things[`policy ${kind}/${policy.name}`] = { description: policy.description, document: plainDocument(JSON.parse(policy.content)), tags: tags(id) };
    }
  }
  for (const service of keysOf(serviceAccessOf(world, organization.id))) things[`service ${service}`] = {};
  for (const [id, { services }] of delegatedAdministratorsOf(world, organization.id).entries()) {
    for (const service of Object.keys(services)) things[`administrator ${service} ${nameOf(world, id)}`] = {};
  }
  for (const feature of [...world.table<readonly string[]>("iam/organization-features").values()].flat()) things[`root-access ${feature}`] = {};
  const delegation = resourcePoliciesTable(world).get(organization.id);
  if (delegation !== undefined) things["delegation policy"] = { document: plainDocument(JSON.parse(delegation.content)) };
  return things;
}

const tagsAt = (world: World, id: string): Record<string, string> => Object.fromEntries((tagsTable(world).get(id)?.tags ?? []).map(({ Key, Value }) => [Key, Value]));

/** An account goes by its tag, one that was never landfall's by its e-mail address. */
export const nameOf = (world: World, id: string): string => tagsAt(world, id)["landfall:address"] ?? `account:${knownAccountsTable(world).get(id)?.email ?? id}`;

const policyName = (world: World, id: string): string => (policiesTable(world).get(id) ?? managedPolicy(id))?.name ?? id;

/** The names on the way from the root to an OU, joined by slashes. */
export function unitPath(world: World, id: string): string {
  const unit = unitsTable(world).get(id);
  return unit === undefined ? "" : [unitPath(world, unit.parentId), unit.name].filter((part) => part !== "").join("/");
}
