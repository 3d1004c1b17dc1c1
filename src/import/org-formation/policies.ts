import { ORGANIZATIONS_QUOTAS, policyTypeFacts } from "../../limits/index.ts";
import type { Policy } from "../../organization/index.ts";
import { documentRefusal, type Refusal } from "../document-refusal.ts";
import type { ImportedFile } from "../importer.ts";
import { uniqueSlug } from "../names.ts";
import type { Tally } from "../tally.ts";
import { oneLine, type YamlNode } from "../yaml-node.ts";
import { evaluate } from "./functions.ts";
import { functionIn } from "./references.ts";
import { ofType, propertyOf, type Resource, type Template, textProperty } from "./template.ts";

export interface CarriedPolicies {
  /** Keys in the organization file by logical name. */
  readonly keys: ReadonlyMap<string, string>;
  readonly left: ReadonlyMap<string, string>;
  readonly policies: ReadonlyMap<string, Policy>;
  readonly files: readonly ImportedFile[];
}

export function readPolicies(template: Template, tally: Tally): CarriedPolicies {
  const keys = new Map<string, string>();
  const left = new Map<string, string>();
  const policies = new Map<string, Policy>();
  const files: ImportedFile[] = [];
  const taken = new Set<string>();
  const names = new Set<string>();
  for (const resource of ofType(template, "ServiceControlPolicy")) {
    const name = textProperty(resource, "PolicyName") ?? "";
    const finding = tally.find("policy", name === "" ? resource.logical : name, propertyOf(resource, "PolicyName")?.place ?? resource.key);
    const document = documentOf(resource, name, names, template);
    if ("why" in document) {
      finding.leave(document.why, document.hint);
      left.set(resource.logical, document.why);
      continue;
    }
    finding.carry();
    names.add(name);
    const key = uniqueSlug(name, taken);
    const file = `policies/${key}.json`;
    files.push({ path: file, text: document.text });
    const description = oneLine(textProperty(resource, "Description") ?? "").slice(0, ORGANIZATIONS_QUOTAS.policyDescriptionLength).trim();
    policies.set(key, { type: "scp", ...(name === key ? {} : { name }), ...(description === "" ? {} : { description }), file });
    keys.set(resource.logical, key);
  }
  return { keys, left, policies, files };
}

function documentOf(resource: Resource, name: string, names: ReadonlySet<string>, template: Template): { readonly text: string } | Refusal {
  const { policyNameLength } = ORGANIZATIONS_QUOTAS;
  if (name === "") return { why: "it has no name" };
  if (name === policyTypeFacts("scp").awsManaged?.name) return { why: "AWS attaches its own policies itself" };
  if (names.has(name)) return { why: "a policy of that name stands above" };
  if (name.length > policyNameLength) return { why: `its name has ${name.length} characters, and AWS allows ${policyNameLength}` };
  const node = propertyOf(resource, "PolicyDocument");
  if (node === undefined) return { why: "it has no document" };
  const unknown: string[] = [];
  const value = plainOf(node, (each) => {
    const evaluated = evaluate(each, template);
    if ("text" in evaluated) return evaluated.text;
    unknown.push(`${functionIn(each)?.words ?? "a function"} (line ${each.place.line}): ${evaluated.why}`);
    return "";
  });
  if (unknown.length > 0) return { why: `its document holds ${unknown.join("; ")}`, hint: "Write the value in its place and import again." };
  const text = typeof value === "string" ? value : `${JSON.stringify(value, null, 2)}\n`;
  const refusal = documentRefusal(text, resource.logical, "scp");
  return refusal ?? { text };
}

/** A value as JSON has it; functions become what `fill` makes of them. */
function plainOf(node: YamlNode, fill: (node: YamlNode) => string): unknown {
  const here = functionIn(node);
  if (here !== undefined && here.node === node) return fill(node);
  if (node.kind === "list") return node.items.map((item) => plainOf(item, fill));
  if (node.kind === "map") return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plainOf(entry.node, fill)]));
  // An account's id without quotes is a number to YAML, which drops its leading zeros; policies have no numbers.
  return typeof node.value === "number" ? node.text : node.value;
}
