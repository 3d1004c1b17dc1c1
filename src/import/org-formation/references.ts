import { memberOf, type YamlNode } from "../yaml-node.ts";

/** The logical name that a `!Ref` names, in either spelling; undefined when the node is none. */
export function refOf(node: YamlNode | undefined): string | undefined {
  if (node?.kind === "scalar" && node.tag === "!Ref" && node.text !== "") return node.text;
  const long = node?.kind === "map" && node.entries.size === 1 ? memberOf(node, "Ref") : undefined;
  return long?.kind === "scalar" && long.text !== "" ? long.text : undefined;
}

/** The items of what may be one thing or a list of them. */
export const oneOrMany = (node: YamlNode | undefined): readonly YamlNode[] => (node === undefined ? [] : node.kind === "list" ? node.items : [node]);

/** A function of CloudFormation that stands in a value, as it is written; undefined when the value is plain. */
export function functionIn(node: YamlNode): { readonly node: YamlNode; readonly words: string } | undefined {
  if (node.tag !== undefined) return { node, words: node.kind === "scalar" ? `${node.tag} ${node.text}` : node.tag };
  if (node.kind === "scalar") return undefined;
  if (node.kind === "list") return firstOf(node.items);
  const [first] = node.entries.keys();
  if (node.entries.size === 1 && first !== undefined && /^(?:Ref|Fn::\w+)$/.test(first)) return { node, words: first };
  return firstOf([...node.entries.values()].map((entry) => entry.node));
}

function firstOf(nodes: readonly YamlNode[]): ReturnType<typeof functionIn> {
  for (const node of nodes) {
    const found = functionIn(node);
    if (found !== undefined) return found;
  }
  return undefined;
}
