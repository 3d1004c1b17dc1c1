import type { Tags } from "../organization/index.ts";
import type { Tally } from "./tally.ts";
import { oneLine, type YamlNode } from "./yaml-node.ts";

/**
 * What AWS takes in a tag: letters, digits, spaces and `_.:/=+-@`; up to 128 characters in a key, 256 in a value.
 * Source: Organizations API Reference, Tag. landfall's own tags begin with `landfall:`.
 */
const KEY = /^(?!aws:|landfall:)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/iu;
const VALUE = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u;

/** The tags of a mapping, each found as a setting and carried or listed; undefined when there is none to carry. */
export function readTags(node: YamlNode | undefined, of: string, tally: Tally): Tags | undefined {
  if (node?.kind !== "map") return undefined;
  const tags = new Map<string, string>();
  for (const [key, { key: place, node: value }] of node.entries) {
    const finding = tally.find("setting", `${of}: tag ${key}`, place);
    const text = value.kind === "scalar" && value.tag === undefined ? oneLine(value.text) : undefined;
    if (text === undefined) finding.leave("its value is no text");
    else if (!KEY.test(key)) finding.leave("AWS cannot take its key, or keeps it for itself");
    else if (!VALUE.test(text)) finding.leave("AWS cannot take its value", "Use letters, digits, spaces and _ . : / = + - @.");
    else if (tags.size >= MAX_TAGS) finding.leave(`AWS takes 50 tags on one account, and landfall needs ${50 - MAX_TAGS} of them`);
    else {
      finding.carry();
      tags.set(key, text);
    }
  }
  return tags.size === 0 ? undefined : Object.fromEntries(tags);
}

/** AWS's limit without the tag that landfall finds the account by, and those of stage, service, owner and state. */
const MAX_TAGS = 45;
