import type { Diagnostic } from "../../diagnostics/index.ts";
import type { PolicyKind } from "../../ids/index.ts";
import { ORGANIZATIONS_QUOTAS, policyTypeFacts } from "../../limits/index.ts";
import type { Policy } from "../../organization/index.ts";
import { hasErrors, minifyPolicy, parsePolicyText, policySize, validatePolicyText } from "../../policy/index.ts";
import type { ConfigurationFolder } from "../folder.ts";
import type { ImportedFile } from "../importer.ts";
import { uniqueSlug } from "../names.ts";
import type { Finding, Tally } from "../tally.ts";
import { isFalse, memberOf, textOf, type YamlNode } from "../yaml-node.ts";
import { type FilledPolicy, fillPolicy, type PlaceholderValue } from "./placeholders.ts";
import { POLICY_LISTS, type PolicyList } from "./policy-lists.ts";
import type { Replacements } from "./replacements.ts";
import { itemsOf } from "./shape.ts";

/** A policy of the configuration, and what became of it. */
export interface FoundPolicy {
  readonly item: YamlNode;
  readonly name: string;
  readonly list: PolicyList;
  /** Absent when the policy was left. */
  readonly carried?: { readonly key: string; readonly kind: PolicyKind };
  /** Why it was left. */
  readonly why?: string;
}

export interface CarriedPolicies {
  readonly found: readonly FoundPolicy[];
  readonly policies: ReadonlyMap<string, Policy>;
  readonly files: readonly ImportedFile[];
}

export interface PolicySources {
  readonly folder: ConfigurationFolder;
  readonly organization: YamlNode;
  readonly replacements: Replacements;
  readonly placeholders: ReadonlyMap<string, PlaceholderValue>;
}

interface Refusal {
  readonly why: string;
  readonly hint?: string;
}

export function readPolicies(sources: PolicySources, tally: Tally, problems: Diagnostic[]): CarriedPolicies {
  const policies = new Map<string, Policy>();
  const files: ImportedFile[] = [];
  const keys = new Set<string>();
  const names = new Set<string>();
  const assumptions = new Set<string>();
  const off = isFalse(memberOf(sources.organization, "enable"));
  const found = POLICY_LISTS.flatMap((list) => itemsOf(sources.organization, list.key, problems).map((item): FoundPolicy => {
    const name = textOf(item, "name") ?? "";
    const finding = tally.find("policy", name === "" ? "(without a name)" : name, memberOf(item, "name")?.place ?? item.place);
    const refuse = ({ why, hint }: Refusal): FoundPolicy => {
      finding.leave(why, hint);
      return { item, name, list, why };
    };
    if (list.kind === undefined) return refuse({ why: `the organization file has no ${list.title} yet`, hint: "Keep it where it is; landfall leaves policies of other types alone." });
    const unfit = off ? { why: "`enable: false` keeps LZA from creating it" } : refusalOf(item, name, list.kind, names);
    if (unfit !== undefined) return refuse(unfit);
    const document = readDocument(sources, item, list.kind, tally, finding);
    if ("why" in document) return refuse(document);
    names.add(`${list.kind}/${name}`);
    const key = uniqueSlug(name, keys);
    for (const { assumed } of document.used) if (assumed !== undefined) assumptions.add(assumed);
    const file = { path: `policies/${key}.json`, text: document.text };
    files.push(file);
    policies.set(key, policyOf(item, name, key, list.kind, file.path, tally));
    finding.carry();
    return { item, name, list, carried: { key, kind: list.kind } };
  }));
  for (const assumption of assumptions) tally.note(assumption);
  return { found, policies, files };
}

function refusalOf(item: YamlNode, name: string, kind: PolicyKind, names: ReadonlySet<string>): Refusal | undefined {
  const { policyNameLength } = ORGANIZATIONS_QUOTAS;
  const { awsManaged } = policyTypeFacts(kind);
  if (name === "") return { why: "it has no name" };
  if (textOf(item, "type") === "awsManaged" || name === awsManaged.name) return { why: "AWS attaches its own policies itself" };
  if (names.has(`${kind}/${name}`)) return { why: "a policy of that name and type stands above" };
  if (name.length > policyNameLength) return { why: `its name has ${name.length} characters, and AWS allows ${policyNameLength}` };
  return textOf(item, "policy") === undefined ? { why: "it names no policy file" } : undefined;
}

function policyOf(item: YamlNode, name: string, key: string, kind: PolicyKind, file: string, tally: Tally): Policy {
  const { policyDescriptionLength } = ORGANIZATIONS_QUOTAS;
  const words = (textOf(item, "description") ?? "").replace(/\s+/g, " ");
  if (words.length > policyDescriptionLength) {
    tally.note(`The description of policy ${name} was cut to the ${policyDescriptionLength} characters that AWS allows.`, memberOf(item, "description")?.place);
  }
  const description = words.slice(0, policyDescriptionLength).trim();
  return { type: kind, ...(name === key ? {} : { name }), ...(description === "" ? {} : { description }), file };
}

/** The document's text as AWS would get it, white space aside, or why AWS cannot have it. */
function readDocument({ folder, replacements, placeholders }: PolicySources, item: YamlNode, kind: PolicyKind, tally: Tally, finding: Finding): FilledPolicy | Refusal {
  const path = textOf(item, "policy") ?? "";
  const reading = folder.read(path);
  if (!reading.ok) return { why: `its file ${path} cannot be read: ${reading.why}`, hint: "Put the file into the configuration's folder and import again." };
  if (reading.otherCase) tally.note(`Policy ${finding.name}: the file ${path} is spelled ${reading.file} in the folder.`, memberOf(item, "policy")?.place);
  const filled = fillPolicy(reading.text, placeholders, replacements);
  if (filled.unfilled.length > 0) {
    const [first] = filled.unfilled;
    const all = [...new Set(filled.unfilled.map((each) => `${each.text} (line ${each.line}: ${each.why})`))];
    return {
      why: `its document ${path} holds ${all.join(", ")}; with that text in it AWS would take the policy, and it would not do what is meant`,
      hint: `Write the value in place of ${first?.text ?? "it"} in ${reading.file} and import again.`,
    };
  }
  const problems = validatePolicyText(filled.text, kind);
  if (hasErrors(problems)) {
    const errors = problems.filter(({ severity }) => severity === "error");
    return { why: `AWS would refuse its document ${path}: ${errors.map(({ code, message }) => `${code} ${message}`).join(" ")}`, hint: errors[0]?.fix };
  }
  const { document } = parsePolicyText(filled.text);
  const size = document === undefined ? 0 : policySize(minifyPolicy(document));
  const { maxSize, title } = policyTypeFacts(kind);
  if (size > maxSize) return { why: `its document ${path} has ${size} characters without white space, and AWS allows ${maxSize} in a ${title}`, hint: "Split it into two policies and import again." };
  return filled;
}
