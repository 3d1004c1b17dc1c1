import type { Place } from "../diagnostics/index.ts";

/** A YAML value with the place it stands at. Anchors, merge keys and includes are resolved. */
export type YamlNode = YamlMap | YamlList | YamlScalar;

interface YamlValue {
  readonly place: Place;
  /** The format's own tag, such as `!Ref`; includes are resolved and have none. */
  readonly tag?: string;
}

export interface YamlMap extends YamlValue {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, YamlEntry>;
}

export interface YamlEntry {
  readonly key: Place;
  readonly node: YamlNode;
}

export interface YamlList extends YamlValue {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
}

export interface YamlScalar extends YamlValue {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** The words of the file, trimmed: an unquoted account id keeps its leading zeros. */
  readonly text: string;
}

/** The value under a key; undefined when the node is no mapping, or has no such key, or nothing stands there. */
export function memberOf(node: YamlNode | undefined, key: string): YamlNode | undefined {
  const member = node?.kind === "map" ? node.entries.get(key)?.node : undefined;
  return member?.kind === "scalar" && member.value === null ? undefined : member;
}

/** The text of a scalar under a key; undefined when there is none. */
export function textOf(node: YamlNode | undefined, key: string): string | undefined {
  const member = memberOf(node, key);
  return member?.kind === "scalar" && member.text !== "" ? member.text : undefined;
}

/** Words that YAML spread over lines, on one. */
export const oneLine = (text: string): string => text.split(/\s/).filter((word) => word !== "").join(" ");

/** A switch is on when it says `true`, quoted or not. */
export const isTrue = (node: YamlNode | undefined): boolean => node?.kind === "scalar" && (node.value === true || node.text === "true");

export const isFalse = (node: YamlNode | undefined): boolean => node?.kind === "scalar" && (node.value === false || node.text === "false");
