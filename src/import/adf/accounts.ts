import type { Diagnostic } from "../../diagnostics/index.ts";
import { ORGANIZATIONS_QUOTAS } from "../../limits/index.ts";
import type { Tags } from "../../organization/index.ts";
import { type AccountDraft, accountDraft, type NodeDraft } from "../draft.ts";
import { settleEmails } from "../emails.ts";
import { uniqueSlug } from "../names.ts";
import { itemsOf, mapping } from "../shape.ts";
import { readTags } from "../tags.ts";
import type { Finding, Tally } from "../tally.ts";
import { memberOf, textOf, type YamlNode } from "../yaml-node.ts";
import { namesOf, type OuTree } from "./places.ts";

export interface CarriedAccounts {
  /** By the path of its OU and its name, joined by `/`, as folders name it. */
  readonly byPath: ReadonlyMap<string, AccountDraft>;
  readonly items: readonly YamlNode[];
  readonly accountEmail?: string;
}

export function readAccounts(files: readonly YamlNode[], ous: OuTree, tally: Tally, problems: Diagnostic[]): CarriedAccounts {
  const items = files.flatMap((file) => itemsOf(file, "accounts", problems)).map((item) => mapping(item, "An account", problems));
  const names = new Set<string>();
  // The management account's address is account:management.
  const keys = new Set<string>(["management"]);
  const carried: { item: YamlNode; name: string; key: string; node: NodeDraft; finding: Finding }[] = [];
  for (const item of items) {
    const name = textOf(item, "account_full_name") ?? "";
    const finding = tally.find("account", name === "" ? "(without a name)" : name, memberOf(item, "account_full_name")?.place ?? item.place);
    const why = refusalOf(name, names);
    const node = why ?? ous.at(textOf(item, "organizational_unit_path") ?? "");
    if (typeof node === "string") finding.leave(node);
    else carried.push({ item, name, key: uniqueSlug(name, keys), node, finding });
    names.add(name);
  }
  const stated = carried.map(({ item, name, key }) => ({ account: name, key, text: textOf(item, "email") ?? "", place: memberOf(item, "email")?.place ?? item.place }));
  const emails = settleEmails(stated, undefined, tally);
  const byPath = new Map<string, AccountDraft>();
  for (const { item, name, key, node, finding } of carried) {
    const email = emails.byKey.get(key);
    const tags = tagsOf(memberOf(item, "tags"), name, tally);
    const draft = accountDraft({ ...(name === key ? {} : { name }), ...(email === undefined ? {} : { email }), ...(tags === undefined ? {} : { tags }) });
    node.accounts.set(key, draft);
    byPath.set([...namesOf(node.names.join("/")), name].join("/"), draft);
    finding.carry();
  }
  return { byPath, items, ...(emails.rule === undefined ? {} : { accountEmail: emails.rule }) };
}

/** ADF writes tags as a list of mappings of one key each. */
function tagsOf(node: YamlNode | undefined, name: string, tally: Tally): Tags | undefined {
  if (node?.kind !== "list") return readTags(node, name, tally);
  const entries = new Map(node.items.flatMap((item) => (item.kind === "map" ? [...item.entries] : [])));
  return readTags({ kind: "map", place: node.place, entries }, name, tally);
}

function refusalOf(name: string, names: ReadonlySet<string>): string | undefined {
  const { accountNameLength } = ORGANIZATIONS_QUOTAS;
  if (name === "") return "it has no name";
  if (names.has(name)) return "an account of that name stands above";
  if (!/^[ -~]+$/.test(name)) return "AWS takes plain ASCII characters only in an account's name";
  return name.length > accountNameLength ? `its name has ${name.length} characters, and AWS allows ${accountNameLength}` : undefined;
}
