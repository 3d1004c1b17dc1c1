import type { Diagnostic } from "../diagnostics/index.ts";
import { memberOf, type YamlNode } from "./yaml-node.ts";

/** The items of a list under a key; anything else there is a problem, nothing there is an empty list. */
export function itemsOf(node: YamlNode | undefined, key: string, problems: Diagnostic[]): readonly YamlNode[] {
  const member = memberOf(node, key);
  if (member === undefined) return [];
  if (member.kind === "list") return member.items;
  problems.push({ code: "LF6005", severity: "error", summary: `\`${key}\` should be a list, but is ${wordFor(member)}.`, place: member.place });
  return [];
}

/** The same node when it is a mapping; anything else is a problem. */
export function mapping(node: YamlNode, what: string, problems: Diagnostic[]): YamlNode {
  if (node.kind !== "map") {
    problems.push({ code: "LF6005", severity: "error", summary: `${what} should be a mapping, but is ${wordFor(node)}.`, place: node.place });
  }
  return node;
}

function wordFor(node: YamlNode): string {
  if (node.kind === "map") return "a mapping";
  if (node.kind === "list") return "a list";
  return node.value === null ? "empty" : `the text \`${node.text.slice(0, 40)}\``;
}
