import { policyTypeFacts } from "../../../src/limits/index.ts";
import type { Account, Contact, Node, Organization, OrganizationalUnit, Tags } from "../../../src/organization/index.ts";
import { plainDocument } from "./plain-document.ts";
import type { Thing, Things } from "./things.ts";

interface PlacedAccount {
  readonly key: string;
  readonly at: string;
  readonly account: Account;
}

/**
 * What an organization file says that AWS holds, in the same words as `thingsAt`. Written from the words of the file's
 * documentation, not from the product's own expansion, which it is there to check. `withScps` says whether SCPs are
 * enabled: AWS's own policy stands on everything then.
 */
export function declaredThings(organization: Organization, withScps: boolean): Things {
  const attached = (node: Pick<Node, "policies" | "fullAwsAccess">): string[] => attachedTo(organization, node, withScps);
  const tags = (address: string, own: Tags = {}): Tags => ({ ...organization.tags, ...own, "landfall:address": address });
  const things: Record<string, Thing> = { root: { attached: attached(organization.root ?? {}), tags: organization.root?.tags ?? {} } };
  for (const { path, unit } of unitsOf(organization)) things[`ou ${path}`] = { tags: tags(`ou:${path}`, unit.tags), attached: attached(unit) };
  for (const { key, at, account } of placedAccounts(organization)) {
    const { state = "active" } = account;
    const held: Tags = state === "held" ? { "landfall:state": "held" } : {};
    things[`account:${key}`] = state === "closed" ? { state: "CLOSED" } : { name: account.name ?? key, at, tags: tags(`account:${key}`, { ...held, ...account.tags }), attached: attached(account) };
  }
  for (const [key, { type, name = key, description = "", document, tags: own }] of Object.entries(organization.policies ?? {})) {
    things[`policy ${type}/${name}`] = { description, document: plainDocument(document), tags: tags(`policy:${type}/${name}`, own) };
    const { type: apiName, trustedAccess } = policyTypeFacts(type);
    things[`type ${apiName}`] = {};
    if (trustedAccess !== undefined) things[`service ${trustedAccess}`] = {};
  }
  for (const service of organization.trustedAccess ?? []) things[`service ${service}`] = {};
  for (const [service, keys] of Object.entries(organization.delegatedAdministrators ?? {})) {
    things[`service ${service}`] = {};
    for (const key of keys) things[`administrator ${service} account:${key}`] = {};
  }
  const present = placedAccounts(organization).filter(({ account }) => account.state !== "closed");
  for (const [type, { name, email }] of Object.entries(organization.contacts ?? {}) as [string, Contact][]) for (const { key } of present) things[`contact ${type} account:${key}`] = { name, email };
  for (const feature of organization.rootAccess ?? []) things[`root-access ${feature}`] = {};
  if (organization.delegationPolicy !== undefined) things["delegation policy"] = { document: plainDocument(organization.delegationPolicy.document) };
  return things;
}

export function placedAccounts(organization: Organization): PlacedAccount[] {
  const nodes: { path: string; unit: Node }[] = [{ path: "", unit: organization.root ?? {} }, ...unitsOf(organization)];
  return nodes.flatMap(({ path, unit }) => Object.entries(unit.accounts ?? {}).map(([key, account]) => ({ key, at: path, account })));
}

function unitsOf({ ous }: Pick<Organization, "ous">, above: readonly string[] = []): { path: string; unit: OrganizationalUnit }[] {
  return Object.entries(ous ?? {}).flatMap(([name, unit]) => [{ path: [...above, name].join("/"), unit }, ...unitsOf(unit, [...above, name])]);
}

function attachedTo({ policies = {} }: Organization, { policies: keys = [], fullAwsAccess }: Pick<Node, "policies" | "fullAwsAccess">, withScps: boolean): string[] {
  const byAws = withScps && fullAwsAccess !== false ? ["scp/FullAWSAccess"] : [];
  const stated = keys.flatMap((key) => {
    const policy = policies[key];
    return policy === undefined ? [] : [`${policy.type}/${policy.name ?? key}`];
  });
  return [...byAws, ...stated].toSorted();
}
