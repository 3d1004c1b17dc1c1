import { isMap, isScalar, type Node, type Pair, parseDocument, type YAMLMap } from "yaml";
import type { WrittenEntry, WrittenObject } from "./written.ts";

export function writtenYaml(text: string): WrittenObject | undefined {
  const document = parseDocument(text, { version: "1.2", schema: "core", merge: true, prettyErrors: false });
  return document.errors.length === 0 && isMap(document.contents) ? objectOf(document.contents) : undefined;
}

function objectOf(map: YAMLMap): WrittenObject | undefined {
  const [start, end] = map.range ?? [0, 0];
  const entries = map.items.flatMap((item) => entryFrom(item as Pair<Node, Node | null>));
  return map.flow === true ? { braces: { open: start + 1, close: end - 1 }, entries } : { entries };
}

/** What an alias stands for is written elsewhere, so that nothing can be put into it here. */
function entryFrom({ key, value }: Pair<Node, Node | null>): WrittenEntry[] {
  if (!isScalar(key) || !key.range) return [];
  const [keyStart, keyEnd] = key.range;
  const [valueStart, valueEnd] = value?.range ?? [keyEnd + 1, keyEnd + 1];
  return [{ key: String(key.value), keyStart, keyEnd, valueStart, valueEnd, ...(isMap(value) ? { object: objectOf(value) } : {}) }];
}
