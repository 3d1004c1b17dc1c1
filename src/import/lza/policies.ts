import type { Diagnostic } from "../../diagnostics/index.ts";
import type { PolicyKind } from "../../ids/index.ts";
import { ORGANIZATIONS_QUOTAS, policyTypeFacts } from "../../limits/index.ts";
import type { Policy } from "../../organization/index.ts";
import type { ImportedFile } from "../importer.ts";
import { uniqueSlug } from "../names.ts";
import type { Tally } from "../tally.ts";
import { isFalse, memberOf, oneLine, textOf, type YamlNode } from "../yaml-node.ts";
import type { Refusal } from "../document-refusal.ts";
import { type CarriedDocument, type DocumentSources, readDocument } from "./policy-document.ts";
import { POLICY_LISTS, type PolicyList } from "./policy-lists.ts";
import { itemsOf, mapping } from "../shape.ts";
import { holdsTemplate } from "./templates.ts";

/** A policy of the configuration, and what became of it. */
export interface FoundPolicy {
  readonly item: YamlNode;
  readonly name: string;
  readonly list: PolicyList;
  /** The key in the organization file; absent when the policy was left. */
  readonly key?: string;
}

export interface CarriedPolicies {
  readonly found: readonly FoundPolicy[];
  readonly policies: ReadonlyMap<string, Policy>;
  readonly files: readonly ImportedFile[];
}

interface Naming {
  /** Keys in the organization file. */
  readonly keys: Set<string>;
  /** Kind and name; AWS wants a name once per type. */
  readonly names: Set<string>;
}

export function readPolicies(organization: YamlNode, sources: DocumentSources, tally: Tally, problems: Diagnostic[]): CarriedPolicies {
  const policies = new Map<string, Policy>();
  const files: ImportedFile[] = [];
  const naming: Naming = { keys: new Set(), names: new Set() };
  const assumptions = new Set<string>();
  const off = isFalse(memberOf(organization, "enable"));
  const items = POLICY_LISTS.flatMap((list) => itemsOf(organization, list.key, problems).map((item) => ({ list, item: mapping(item, `A ${list.title}`, problems) })));
  const found = items.map(({ list, item }): FoundPolicy => {
    const name = textOf(item, "name") ?? "";
    const finding = tally.find("policy", name === "" ? "(without a name)" : name, memberOf(item, "name")?.place ?? item.place);
    const { kind } = list;
    const refuse = ({ why, hint }: Refusal): FoundPolicy => {
      finding.leave(why, hint);
      return { item, name, list };
    };
    const document = documentOf(item, name, kind, off, naming, sources);
    if ("why" in document) return refuse(document);
    const key = uniqueSlug(name, naming.keys);
    naming.names.add(`${kind}/${name}`);
    const file = { path: `policies/${key}.json`, text: document.text };
    files.push(file);
    policies.set(key, policyOf(item, name, key, kind, file.path, tally));
    noteDocument(document, item, name, assumptions, tally);
    finding.carry();
    return { item, name, list, key };
  });
  for (const assumption of assumptions) tally.note(assumption);
  return { found, policies, files };
}

function documentOf(item: YamlNode, name: string, kind: PolicyKind, off: boolean, { names }: Naming, sources: DocumentSources): CarriedDocument | Refusal {
  const { policyNameLength } = ORGANIZATIONS_QUOTAS;
  const { awsManaged, title } = policyTypeFacts(kind);
  const path = textOf(item, "policy");
  if (off) return { why: "`enable: false` keeps LZA from creating it" };
  if (name === "") return { why: "it has no name" };
  if (holdsTemplate(name)) return { why: `nothing in the configuration gives a value to ${name}` };
  if (awsManaged === undefined && textOf(item, "type") === "awsManaged") return { why: `AWS has no ${title} of its own` };
  if (textOf(item, "type") === "awsManaged" || name === awsManaged?.name) return { why: "AWS attaches its own policies itself" };
  if (names.has(`${kind}/${name}`)) return { why: "a policy of that name and type stands above" };
  if (name.length > policyNameLength) return { why: `its name has ${name.length} characters, and AWS allows ${policyNameLength}` };
  return path === undefined ? { why: "it names no policy file" } : readDocument(sources, path, kind);
}

function policyOf(item: YamlNode, name: string, key: string, kind: PolicyKind, file: string, tally: Tally): Policy {
  const { policyDescriptionLength } = ORGANIZATIONS_QUOTAS;
  const words = oneLine(textOf(item, "description") ?? "");
  if (words.length > policyDescriptionLength) {
    tally.note(`The description of policy ${name} was cut to the ${policyDescriptionLength} characters that AWS allows.`, memberOf(item, "description")?.place);
  }
  const description = words.slice(0, policyDescriptionLength).trim();
  return { type: kind, ...(name === key ? {} : { name }), ...(description === "" ? {} : { description }), file };
}

function noteDocument({ used, templates, spelled }: CarriedDocument, item: YamlNode, name: string, assumptions: Set<string>, tally: Tally): void {
  const place = memberOf(item, "policy")?.place;
  for (const { assumed } of used) if (assumed !== undefined) assumptions.add(assumed);
  if (templates) tally.note(`Policy ${name}: templates in double braces were filled in, which LZA leaves as they stand in policy documents.`, place);
  if (spelled !== undefined) tally.note(`Policy ${name}: its file is spelled ${spelled} in the folder.`, place);
}
