import { type JsonNode, readJson } from "../../policy/index.ts";
import type { WrittenObject } from "./written.ts";

export function writtenJson(text: string): WrittenObject | undefined {
  const { root } = readJson(text);
  return root === undefined ? undefined : objectOf(root);
}

function objectOf({ members, start, end }: JsonNode): WrittenObject | undefined {
  if (members === undefined) return undefined;
  return {
    braces: { open: start + 1, close: end - 1 },
    entries: [...members].map(([key, { keyStart, keyEnd, node }]) => ({ key, keyStart, keyEnd, valueStart: node.start, valueEnd: node.end, object: objectOf(node) })),
  };
}
