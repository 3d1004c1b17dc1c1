import type { Tally } from "./tally.ts";
import { textOf, type YamlNode } from "./yaml-node.ts";

/** What becomes of a key: `read` by another part of the import, or listed as not carried. */
export type KeyFate =
  | "read"
  | {
      readonly why: string;
      readonly hint?: (value: YamlNode) => string | undefined;
      /** When the value says what landfall does anyway. */
      readonly holds?: (value: YamlNode) => boolean;
      /** Whether the value is a list of things that count one by one. */
      readonly each?: true;
    };

/** By key; `*` is for keys that are not named. */
export type Fates = Readonly<Record<string, KeyFate>>;

/** Every key of a mapping is read elsewhere, holds already, or is listed; some lists are listed item by item. */
export function settleKeys(node: YamlNode | undefined, of: string, fates: Fates, tally: Tally): void {
  if (node?.kind !== "map") return;
  for (const [key, { key: keyPlace, node: value }] of node.entries) {
    const fate = Object.hasOwn(fates, key) ? fates[key] : fates["*"];
    if (fate === undefined || fate === "read" || (value.kind === "scalar" && value.value === null)) continue;
    const name = of === "" ? key : `${of}: ${key}`;
    const things = fate.each === true && value.kind === "list" ? value.items : [value];
    for (const thing of things) {
      const finding = thing === value ? tally.find("setting", name, keyPlace) : tally.find("setting", `${name} ${labelOf(thing)}`.trim(), thing.place);
      if (fate.holds?.(thing) === true) finding.carry();
      else finding.leave(fate.why, fate.hint?.(thing));
    }
  }
}

const labelOf = (node: YamlNode): string => (node.kind === "scalar" ? node.text : (textOf(node, "name") ?? textOf(node, "email") ?? ""));
