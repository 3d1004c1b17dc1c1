import { type Diagnostic, nearest } from "../../diagnostics/index.ts";
import { ORGANIZATIONS_QUOTAS } from "../../limits/index.ts";
import { type AccountDraft, accountDraft, type NodeDraft } from "../draft.ts";
import { uniqueSlug } from "../names.ts";
import { startOf } from "../places.ts";
import type { Finding, Tally } from "../tally.ts";
import { memberOf, textOf, type YamlNode } from "../yaml-node.ts";
import { settleEmails, type StatedEmail } from "./emails.ts";
import { type OuTree, ROOT_NAME } from "./organizational-units.ts";
import { itemsOf } from "./shape.ts";

/** LZA knows the management account by this name. */
export const MANAGEMENT_NAME = "Management";

export interface CarriedAccounts {
  readonly byName: ReadonlyMap<string, AccountDraft>;
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

export function readAccounts(accounts: YamlNode, ous: OuTree, tally: Tally, problems: Diagnostic[]): CarriedAccounts {
  const found = ["mandatoryAccounts", "workloadAccounts"].flatMap((list) =>
    itemsOf(accounts, list, problems).map((item): FoundAccount => {
      const name = textOf(item, "name") ?? "";
      return { item, name, finding: tally.find("account", name === "" ? "(without a name)" : name, memberOf(item, "name")?.place ?? item.place), mandatory: list === "mandatoryAccounts" };
    }),
  );
  const management = found.find(({ mandatory, name }) => mandatory && name === MANAGEMENT_NAME);
  management?.finding.carry();
  if (management === undefined) tally.note(`No account is named ${MANAGEMENT_NAME}; the organization file says nothing about the management account.`, accounts.place);
  const left = new Map<string, string>();
  const names = new Set<string>();
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
  for (const { found: { item, name }, key, node } of carried) {
    const email = emails.byKey.get(key);
    const purpose = purposeOf(textOf(item, "description"));
    const draft = accountDraft({ ...(name === key ? {} : { name }), ...(email === undefined ? {} : { email }), ...(purpose === "" ? {} : { purpose }) });
    node.accounts.set(key, draft);
    byName.set(name, draft);
  }
  return { byName, left, hasManagement: management !== undefined, ...(emails.rule === undefined ? {} : { accountEmail: emails.rule }) };
}

const emailOf = (item: YamlNode, account: string, key: string): StatedEmail => {
  const member = memberOf(item, "email");
  return { account, key, text: textOf(item, "email") ?? "", place: member?.place ?? item.place ?? startOf("") };
};

function placeOf({ item, name }: FoundAccount, ous: OuTree, names: ReadonlySet<string>): NodeDraft | { readonly why: string; readonly hint?: string } {
  const { accountNameLength } = ORGANIZATIONS_QUOTAS;
  if (name === "") return { why: "it has no name" };
  if (names.has(name)) return { why: "an account of that name stands above" };
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
  /\s*Do not change the name field for this\s+mandatory account\./g,
  /\s*Note, the account name\s+key does not need to match the\s+AWS account name\./g,
];

const purposeOf = (description = ""): string =>
  ABOUT_LZA.reduce((text, sentence) => text.replace(sentence, ""), description).replace(/\s+/g, " ").trim();
