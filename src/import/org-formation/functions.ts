import type { YamlNode } from "../yaml-node.ts";
import { refOf } from "./references.ts";
import { propertyOf, type Template } from "./template.ts";

/** What a function came to: its text, or why nothing in the template gives one. */
export type Evaluated = { readonly text: string } | { readonly why: string };

/**
 * Evaluates `!Ref`, `!GetAtt` and `!Sub` over the resources of the organization.
 * An id belongs to the organization that org-formation governs. There it is right; in another one a policy with it would
 * spare or strike the wrong accounts, so only names, addresses, aliases and tags are filled in, and ids are refused.
 */
export function evaluate(node: YamlNode, template: Template): Evaluated {
  const ref = refOf(node);
  if (ref !== undefined) return attribute(ref, "AccountId", template);
  if (node.kind !== "scalar") return { why: `${node.tag ?? "a function"} is not evaluated by an import` };
  if (node.tag === "!GetAtt") {
    const [name = "", ...path] = node.text.split(".");
    return attribute(name, path.join("."), template);
  }
  return node.tag === "!Sub" ? substituted(node.text, template) : { why: `${node.tag ?? "a function"} is not evaluated by an import` };
}

/** `${!Literal}` stands for `${Literal}`; source: CloudFormation User Guide, Fn::Sub. */
function substituted(text: string, template: Template): Evaluated {
  const whys: string[] = [];
  const filled = text.replace(/\$\{(!?)([^}]*)\}/g, (whole: string, literal: string, name: string) => {
    if (literal !== "") return `\${${name}}`;
    // The variables of IAM itself.
    if (/^[a-z\d-]+:/.test(name)) return whole;
    const [logical = "", ...path] = name.trim().split(".");
    const value = attribute(logical, path.length === 0 ? "AccountId" : path.join("."), template);
    if ("text" in value) return value.text;
    whys.push(value.why);
    return whole;
  });
  return whys[0] === undefined ? { text: filled } : { why: whys[0] };
}

const TEXTS = new Set(["AccountName", "RootEmail", "Alias"]);

function attribute(name: string, path: string, template: Template): Evaluated {
  const resource = template.resources.get(name);
  if (resource === undefined) return { why: `the template has no resource ${name}` };
  if (path === "AccountId") return { why: `it needs the id of ${name}, which differs from one organization to the next` };
  const node = path.startsWith("Tags.") ? tagOf(propertyOf(resource, "Tags"), path.slice("Tags.".length)) : TEXTS.has(path) ? propertyOf(resource, path) : undefined;
  return node?.kind === "scalar" && node.tag === undefined && node.text !== "" ? { text: node.text } : { why: `the template gives ${name} no ${path}` };
}

const tagOf = (tags: YamlNode | undefined, key: string): YamlNode | undefined => (tags?.kind === "map" ? tags.entries.get(key)?.node : undefined);
