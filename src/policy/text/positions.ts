import type { ValuePath } from "../../diagnostics/index.ts";
import type { JsonNode } from "./json-reader.ts";
import { spanFinder, type TextSpan } from "./text-span.ts";

/** Where every value of a policy text stands. */
export interface PolicyPositions {
  /** The value at a path, or the nearest enclosing value that exists. */
  value(path: ValuePath): TextSpan;
  /** The key that a path ends in; the value where the path ends in an index. */
  key(path: ValuePath): TextSpan;
}

export function positionsOf(text: string, root: JsonNode): PolicyPositions {
  const span = spanFinder(text);
  const locate = (path: ValuePath): { node: JsonNode; key?: readonly [number, number] } => {
    let node = root;
    let key: readonly [number, number] | undefined;
    for (const step of path) {
      const member = typeof step === "string" ? node.members?.get(step) : undefined;
      const next = member?.node ?? (typeof step === "number" ? node.items?.[step] : undefined);
      if (next === undefined) return { node, key };
      key = member === undefined ? undefined : [member.keyStart, member.keyEnd];
      node = next;
    }
    return { node, key };
  };
  return {
    value(path) {
      const { node } = locate(path);
      return span(node.start, node.end);
    },
    key(path) {
      const { node, key } = locate(path);
      return key === undefined ? span(node.start, node.end) : span(...key);
    },
  };
}
