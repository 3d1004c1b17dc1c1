import { type Diagnostic, nearest } from "../../diagnostics/index.ts";
import type { Partition } from "../../ids/index.ts";
import { ORGANIZATIONS_QUOTAS } from "../../limits/index.ts";
import { type AccountDraft, accountDraft, type NodeDraft } from "../draft.ts";
import { uniqueSlug } from "../names.ts";
import type { Finding, Tally } from "../tally.ts";
import { memberOf, oneLine, textOf, type YamlNode } from "../yaml-node.ts";
import { settleEmails, type StatedEmail } from "../emails.ts";
import { type OuTree, ROOT_NAME } from "./organizational-units.ts";
import { itemsOf } from "../shape.ts";
import { holdsTemplate } from "./templates.ts";

/** LZA knows these two accounts by their names. */
export const MANAGEMENT_NAME = "Management";
export const AUDIT_NAME = "Audit";

/**
 * Source: Organizations API Reference, CreateGovCloudAccount: called in the commercial partition, it makes a standalone
 * account that an organization in GovCloud can invite. Unconfirmed: what CreateAccount answers in GovCloud itself.
 */
const GOVCLOUD = "A GovCloud account is made by CreateGovCloudAccount in a commercial organization, and then invited. Do that first, and write the account's `id` into the organization file before you apply.";

export interface CarriedAccounts {
  readonly byName: ReadonlyMap<string, AccountDraft>;
  /** Keys in the organization file, by name. */
  readonly keys: ReadonlyMap<string, string>;
  /** Names of accounts that were left, with the reason. */
  readonly left: ReadonlyMap<string, string>;
  readonly hasManagement: boolean;
  readonly accountEmail?: string;
}

interface FoundAccount {
  readonly item: YamlNode;
  readonly name: string;
  readonly finding: Finding;
  readonly mandatory: boolean;
}

export interface AccountSources {
  readonly ous: OuTree;
  readonly partition: Partition;
}

export function readAccounts(accounts: YamlNode, { ous, partition }: AccountSources, tally: Tally, problems: Diagnostic[]): CarriedAccounts {
  const found = ["mandatoryAccounts", "workloadAccounts"].flatMap((list) =>
    itemsOf(accounts, list, problems).map((item): FoundAccount => {
      const name = textOf(item, "name") ?? "";
      return { item, name, finding: tally.find("account", name === "" ? "(without a name)" : name, memberOf(item, "name")?.place ?? item.place), mandatory: list === "mandatoryAccounts" };
    }),
  );
  const management = found.find(({ mandatory, name }) => mandatory && name === MANAGEMENT_NAME);
  management?.finding.carry();
  if (management === undefined) tally.note(`No account is named ${MANAGEMENT_NAME}; the organization file says nothing about the management account.`, accounts.place);
  if (partition === "aws-us-gov" && found.length > 0) tally.note(GOVCLOUD, accounts.place);
  const left = new Map<string, string>();
  const names = new Set<string>(management === undefined ? [] : [MANAGEMENT_NAME]);
  // The management account's address is account:management.
  const keys = new Set<string>(["management"]);
  const carried: { found: FoundAccount; key: string; node: NodeDraft }[] = [];
  for (const each of found) {
    if (each === management) continue;
    const decided = placeOf(each, ous, names);
    names.add(each.name);
    if ("why" in decided) {
      each.finding.leave(decided.why, decided.hint);
      if (!left.has(each.name)) left.set(each.name, decided.why);
      continue;
    }
    each.finding.carry();
    carried.push({ found: each, key: uniqueSlug(each.name, keys), node: decided });
  }
  const emails = settleEmails(carried.map(({ found: { item, name }, key }) => emailOf(item, name, key)), management && textOf(management.item, "email"), tally);
  const byName = new Map<string, AccountDraft>();
  const keyByName = new Map<string, string>();
  for (const { found: { item, name }, key, node } of carried) {
    const email = emails.byKey.get(key);
    const purpose = purposeOf(textOf(item, "description"));
    const draft = accountDraft({ ...(name === key ? {} : { name }), ...(email === undefined ? {} : { email }), ...(purpose === "" ? {} : { purpose }) });
    node.accounts.set(key, draft);
    byName.set(name, draft);
    keyByName.set(name, key);
  }
  return { byName, keys: keyByName, left, hasManagement: management !== undefined, ...(emails.rule === undefined ? {} : { accountEmail: emails.rule }) };
}

const emailOf = (item: YamlNode, account: string, key: string): StatedEmail => {
  const member = memberOf(item, "email");
  return { account, key, text: textOf(item, "email") ?? "", place: member?.place ?? item.place };
};

function placeOf({ item, name }: FoundAccount, ous: OuTree, names: ReadonlySet<string>): NodeDraft | { readonly why: string; readonly hint?: string } {
  const { accountNameLength } = ORGANIZATIONS_QUOTAS;
  if (name === "") return { why: "it has no name" };
  if (names.has(name)) return { why: "an account of that name stands above" };
  if (holdsTemplate(name)) return { why: `nothing in the configuration gives a value to ${name}` };
  if (!/^[ -~]+$/.test(name)) return { why: "AWS takes plain ASCII characters only in an account's name" };
  if (name.length > accountNameLength) return { why: `its name has ${name.length} characters, and AWS allows ${accountNameLength}` };
  const path = textOf(item, "organizationalUnit") ?? ROOT_NAME;
  const node = ous.find(path);
  if (node !== undefined) return node;
  const suggestion = nearest(path, ous.paths);
  return {
    why: `it belongs to the OU ${path}: ${ous.whyNot(path)}`,
    hint: suggestion === undefined ? "Add the account to the organization file in the OU where it belongs." : `Did you mean ${suggestion}?`,
  };
}

/** Sentences of LZA's samples that are about LZA's own files. */
const ABOUT_LZA = [
  "Do not change the name field for this mandatory account.",
  "Note, the account name key does not need to match the AWS account name.",
];

const purposeOf = (description = ""): string =>
  ABOUT_LZA.reduce((text, sentence) => text.replace(sentence, ""), oneLine(description)).replace(/ +/g, " ").trim();
