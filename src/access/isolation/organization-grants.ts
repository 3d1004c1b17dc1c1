import type { Item, ItemKind, ItemOf } from "../../inventory/index.ts";
import { MANAGEMENT_ACCOUNT } from "../../inventory/index.ts";
import { accountsOf, namedAccounts, type Organization } from "../../organization/index.ts";
import { type Catalog, isPolicyDocument, type NamedPolicy, type PolicyStatement } from "../../policy/index.ts";
import { type AccessDecision, decideAccess } from "../decide.ts";
import type { AccessAccount, AccessModel } from "../model.ts";
import { ADMINISTRATOR_PERMISSIONS } from "../permissions.ts";
import { principalIn } from "../principal.ts";
import { plain } from "../space/samples.ts";
import type { KnownResources } from "./known-resources.ts";
import type { Grant, GrantDecision } from "./model.ts";
import { purposeOfAssignment } from "./purposes.ts";

/** What lets accounts in beside their roles. */
export interface Around {
  readonly items: readonly Item[];
  /** The file, where there is one: assignments and what things are for are told by it. */
  readonly organization?: Organization;
  /** The policies of resources that somebody has told. */
  readonly resources?: KnownResources;
  /** Which actions a service has. */
  readonly catalog: Pick<Catalog, "service">;
}

export function organizationGrants(model: AccessModel, around: Around): Grant[] {
  const administrators = itemsOf(around, "delegated-administrator");
  return [...stackSets(model, around, administrators), ...assignments(model, around), ...administrators.flatMap((item) => administrator(model, around, item)), ...itemsOf(around, "delegation-policy").flatMap((item) => delegation(model, item))];
}

const itemsOf = <K extends ItemKind>({ items }: Around, kind: K): ItemOf<K>[] => items.filter((item): item is ItemOf<K> => item.kind === kind);

const STACKSETS = "member.org.stacksets.cloudformation.amazonaws.com";

/** CloudFormation's own roles in accounts, of which IAM was not read, decided by what they have to do there. */
function stackSets(model: AccessModel, around: Around, administrators: readonly ItemOf<"delegated-administrator">[]): Grant[] {
  if (!itemsOf(around, "trusted-access").some(({ service }) => service === STACKSETS)) return [];
  const to = [...model.accounts.values()].filter(({ address, management, state }) => !management && state !== "closed" && !model.iamKnown.has(address));
  const sources = [model.managementAccount, ...administrators.filter(({ service }) => service === STACKSETS).flatMap(({ account }) => model.accounts.get(account) ?? [])];
  const from = sources.map(({ key }) => key).join(", ");
  const decided = to.map((account) => {
    const roleArn = `arn:${model.partition}:iam::${account.id}:role/stacksets-exec-0123456789abcdef0123456789abcdef`;
    const principal = { ...principalIn(model, roleArn, account), permissions: ADMINISTRATOR_PERMISSIONS };
    return told(account, decideAccess(model, { principal, action: "cloudformation:CreateStack", resource: `arn:${model.partition}:cloudformation:${model.homeRegion}:${account.id}:stack/StackSet-any/any` }));
  });
  return to.length === 0 ? [] : [{ kind: "stacksets", from, sources, by: "role/stacksets-exec-*", to, purpose: "baselines are rolled out by StackSets", note: "asked whether they may make stacks", decided }];
}

/** Groups and people who enter accounts of more than one stage. */
function assignments(model: AccessModel, { organization }: Around): Grant[] {
  if (organization === undefined) return [];
  const all = accountsOf(organization);
  const found = new Map<string, { readonly name: string; readonly sets: Set<string>; readonly accounts: Set<AccessAccount> }>();
  for (const assignment of organization.identityCenter?.assignments ?? []) {
    const from = assignment.group === undefined ? `user ${assignment.user ?? ""}` : `group ${assignment.group}`;
    const known = found.get(from) ?? { name: assignment.group ?? assignment.user ?? "", sets: new Set<string>(), accounts: new Set<AccessAccount>() };
    found.set(from, known);
    const { members, management } = namedAccounts(assignment, all);
    for (const address of [...(management ? [MANAGEMENT_ACCOUNT] : []), ...members.map((member) => member.address)]) {
      const account = model.accounts.get(address);
      if (account !== undefined && account.state !== "closed") known.accounts.add(account);
    }
    known.sets.add(assignment.permissionSet);
  }
  return Array.from(found).flatMap(([from, { name, sets, accounts }]): Grant[] => {
    const stages = [...new Set(Array.from(accounts, ({ management, stage }) => (management ? "management" : (stage ?? "no stage"))))];
    if (stages.length < 2) return [];
    const purpose = purposeOfAssignment(name, [...sets], organization);
    return [{ kind: "assignment", from, sources: "people", by: [...sets].map((set) => `permission-set/${set}`).join(", "), to: [...accounts], ...(purpose === undefined ? {} : { purpose }), note: `several stages: ${stages.join(", ")}`, decided: [] }];
  });
}

/** Works where an administrator of the account may do anything of the service there. */
function administrator(model: AccessModel, { catalog }: Around, { account: address, service }: ItemOf<"delegated-administrator">): Grant[] {
  const account = model.accounts.get(address);
  if (account === undefined) return [];
  const prefix = /([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/.exec(service)?.[1] ?? service;
  const actions = [...(catalog.service(prefix)?.actions.values() ?? [])];
  const answers = actions.map(({ action }) => decideAccess(model, { principal: principalIn(model, "administrator", account), action }));
  const best = answers.find(({ outcome }) => outcome === "allowed") ?? answers.find(({ outcome }) => outcome === "unknown") ?? answers[0];
  return [{ kind: "delegated-administrator", from: account.key, sources: [account], by: service, to: "organization", purpose: `administers ${prefix} for the organization`, decided: best === undefined ? [] : [told(account, best)] }];
}

/** Each account that the organization's own policy lets manage it, with what it may do. */
function delegation(model: AccessModel, { document }: ItemOf<"delegation-policy">): Grant[] {
  if (!isPolicyDocument(document)) return [];
  const policy: NamedPolicy = { name: "delegation policy", document };
  return [document.Statement].flat().filter(({ Effect }) => Effect === "Allow").flatMap((statement): Grant[] => {
    const { Principal, Action = [], Sid } = statement;
    const ids = Principal === undefined || Principal === "*" ? ["*"] : [Principal.AWS ?? []].flat().map((name) => /\d{12}/.exec(name)?.[0] ?? name);
    const actions = [Action].flat();
    return ids.map((id) => {
      const account = model.accountsById.get(id);
      const decided = account === undefined ? [] : actions.slice(0, 1).map((action) => told(account, delegated(model, account, statement, policy, action)));
      return { kind: "delegation-policy", from: account?.key ?? (id === "*" ? "any account of the organization" : `account ${id}, outside`), sources: account === undefined ? (id === "*" ? "organization" : "outside") : [account], by: actions.join(", "), to: "organization", ...(Sid === undefined ? {} : { purpose: `${Sid}, as its statement is named` }), decided };
    });
  });
}

function delegated(model: AccessModel, account: AccessAccount, { Resource = "*" }: PolicyStatement, resourcePolicy: NamedPolicy, action: string): AccessDecision {
  const [resource = "*"] = [Resource].flat();
  return decideAccess(model, { principal: principalIn(model, "administrator", account), action: plain(action), resourceAccount: model.managementAccount, resourcePolicy, resource: plain(resource) });
}

const told = (account: AccessAccount, { outcome, missingKeys }: AccessDecision): GrantDecision => ({ account, outcome, missingKeys });
