import { ORGANIZATIONS_QUOTAS } from "../../limits/index.ts";
import type { ManagementAccount } from "../../organization/index.ts";
import { type AccountDraft, accountDraft, type NodeDraft } from "../draft.ts";
import { settleEmails } from "../emails.ts";
import { uniqueSlug } from "../names.ts";
import { readTags } from "../tags.ts";
import type { Finding, Tally } from "../tally.ts";
import type { OuTree } from "./organizational-units.ts";
import { oneOrMany, refOf } from "./references.ts";
import { ofType, propertyOf, type Resource, type Template, textProperty } from "./template.ts";

export interface CarriedAccounts {
  readonly byLogical: ReadonlyMap<string, AccountDraft>;
  readonly left: ReadonlyMap<string, string>;
  readonly management?: ManagementAccount;
  readonly accountEmail?: string;
}

export function readAccounts(template: Template, ous: OuTree, tally: Tally): CarriedAccounts {
  const management = readManagement(template, tally);
  const homes = homesOf(template, ous, tally);
  const left = new Map<string, string>();
  // The management account's address is account:management.
  const keys = new Set<string>(["management"]);
  const carried: { resource: Resource; key: string; node: NodeDraft; finding: Finding }[] = [];
  for (const resource of ofType(template, "Account")) {
    const name = textProperty(resource, "AccountName") ?? "";
    const finding = tally.find("account", name === "" ? resource.logical : name, propertyOf(resource, "AccountName")?.place ?? resource.key);
    const node = homes.get(resource.logical) ?? ous.root;
    const refusal = typeof node === "string" ? { why: node, hint: "Add the account to the organization file in the OU where it belongs." } : refusalOf(resource, name);
    if (refusal !== undefined || typeof node === "string") {
      finding.leave(refusal?.why ?? "", refusal?.hint);
      left.set(resource.logical, refusal?.why ?? "");
    } else carried.push({ resource, key: uniqueSlug(name, keys), node, finding });
  }
  const stated = carried.map(({ resource, key }) => ({ account: resource.logical, key, text: textProperty(resource, "RootEmail") ?? "", place: propertyOf(resource, "RootEmail")?.place ?? resource.key }));
  const emails = settleEmails(stated, management && textProperty(management.resource, "RootEmail"), tally);
  const byLogical = new Map<string, AccountDraft>();
  for (const { resource, key, node, finding } of carried) {
    const name = textProperty(resource, "AccountName") ?? key;
    const email = emails.byKey.get(key);
    const tags = readTags(propertyOf(resource, "Tags"), resource.logical, tally);
    const draft = accountDraft({ ...(name === key ? {} : { name }), ...(email === undefined ? {} : { email }), ...(tags === undefined ? {} : { tags }) });
    node.accounts.set(key, draft);
    byLogical.set(resource.logical, draft);
    finding.carry();
  }
  return {
    byLogical,
    left,
    ...(management === undefined ? {} : { management: management.account }),
    ...(emails.rule === undefined ? {} : { accountEmail: emails.rule }),
  };
}

/** The first master account; a second one is a mistake that AWS's own structure rules out. */
function readManagement(template: Template, tally: Tally): { readonly resource: Resource; readonly account: ManagementAccount } | undefined {
  const [first, ...others] = ofType(template, "MasterAccount").map((resource) => ({ resource, finding: tally.find("account", textProperty(resource, "AccountName") ?? resource.logical, resource.key) }));
  for (const { finding } of others) finding.leave("an organization has one management account, and another stands above");
  if (first === undefined) return undefined;
  first.finding.carry();
  const tags = readTags(propertyOf(first.resource, "Tags"), first.resource.logical, tally);
  return { resource: first.resource, account: tags === undefined ? {} : { tags } };
}

/** The place of each account that an OU names; a reason where that OU is not carried. */
function homesOf(template: Template, ous: OuTree, tally: Tally): Map<string, NodeDraft | string> {
  const homes = new Map<string, NodeDraft | string>();
  for (const ou of ofType(template, "OrganizationalUnit")) {
    for (const item of oneOrMany(propertyOf(ou, "Accounts"))) {
      const name = refOf(item);
      const type = name === undefined ? undefined : template.resources.get(name)?.type;
      const setting = (): Finding => tally.find("setting", `${ou.logical}: Accounts ${name ?? (item.kind === "scalar" ? item.text : "")}`.trim(), item.place);
      if (name === undefined || (type !== "Account" && type !== "MasterAccount")) setting().leave("it names no account of the template");
      else if (type === "MasterAccount") setting().leave("landfall leaves the management account where it is");
      else if (homes.has(name)) setting().leave("another OU holds the account already");
      else homes.set(name, ous.byLogical.get(ou.logical) ?? `it belongs to the OU ${ou.logical}: ${ous.left.get(ou.logical) ?? "it is not carried"}`);
    }
  }
  return homes;
}

function refusalOf(resource: Resource, name: string): { readonly why: string; readonly hint?: string } | undefined {
  const { accountNameLength } = ORGANIZATIONS_QUOTAS;
  if (name === "") return { why: "it has no name" };
  if (!/^[ -~]+$/.test(name)) return { why: "AWS takes plain ASCII characters only in an account's name" };
  if (name.length > accountNameLength) return { why: `its name has ${name.length} characters, and AWS allows ${accountNameLength}` };
  const id = textProperty(resource, "AccountId");
  if (id === undefined || textProperty(resource, "RootEmail") !== undefined) return undefined;
  return {
    why: `only its id ${id} is stated, and with an address made up for it landfall would create another account`,
    hint: `Add the account with \`id: "${id}"\`, which says that it exists.`,
  };
}
