import type { Plan } from "../../plan/index.ts";
import { clean } from "../clean.ts";
import { labelOf } from "../label.ts";
import { hang } from "../layout.ts";
import { list } from "../list.ts";
import { glyphs, paint, type Style } from "../style.ts";
import { count } from "../words.ts";

const MOST = 10;

/** What AWS has and the file does not; the plan leaves it alone. */
export function unmanagedBlock({ unmanaged: all, drift }: Pick<Plan, "unmanaged" | "drift">, style: Style, full: boolean): string[] {
  // What came since the last run stands under drift.
  const told = new Set(drift?.things.filter(({ outcome }) => outcome === "left").map(({ address }) => address));
  const unmanaged = all.filter(({ address, owner }) => owner !== "overlay" && !told.has(address));
  if (unmanaged.length === 0) return [];
  const kept = full ? [] : unmanaged.filter(({ owner }) => owner === "control-tower");
  const others = unmanaged.filter((thing) => !kept.includes(thing));
  const shown = full ? others : others.slice(0, MOST);
  const rows = shown.map((thing) => {
    const { kind, name } = labelOf(thing.address, glyphs(style).arrow);
    // An attachment's id is only those of its policy and its target again.
    const id = thing.kind === "attachment" || thing.kind === "policy-type" ? "" : thing.id;
    return { prefix: "  ", head: [{ text: kind }, { text: clean(style, name) }, { text: clean(style, id) }], text: clean(style, thing.why), mark: "dim" as const };
  });
  const left = others.length - shown.length;
  return [
    ...hang(`${paint(style, "bold", "Unmanaged")} `, "(in AWS, not in the file; left alone)", style),
    ...list(rows, style).flat(),
    ...(left === 0 ? [] : hang("  ", `and ${count(left, "more", "more")}; --full shows all`, style)),
    ...(kept.length === 0 ? [] : hang("  ", `Control Tower keeps ${count(kept.length, "thing")} of its own here; --full shows each`, style, "dim")),
  ];
}

/** What operations put into AWS for a time. */
export function overlaysBlock({ unmanaged }: Pick<Plan, "unmanaged">, style: Style): string[] {
  const overlays = unmanaged.filter(({ owner }) => owner === "overlay");
  if (overlays.length === 0) return [];
  const rows = overlays.map((thing) => {
    const { kind, name } = labelOf(thing.address, glyphs(style).arrow);
    return { prefix: `  ${paint(style, "warning", "!")} `, head: [{ text: kind }, { text: clean(style, name) }], text: clean(style, thing.why) };
  });
  return [...hang(`${paint(style, "bold", "Overlays")} `, "(put there for a time; no plan removes them or goes around them)", style), ...list(rows, style).flat()];
}

/** What is worth telling about the reading, such as why it was slow. */
export const remarksBlock = (remarks: readonly string[] | undefined, style: Style): string[] => (remarks ?? []).flatMap((text) => hang("", clean(style, text), style, "dim"));

/** What is declared and judged only. */
export function notWrittenBlock(notWritten: readonly string[] | undefined, style: Style): string[] {
  if (notWritten === undefined || notWritten.length === 0) return [];
  return [paint(style, "bold", "Not written to AWS"), ...notWritten.flatMap((text) => hang("  ", clean(style, text), style))];
}

export function notReadBlock(notRead: readonly string[], style: Style): string[] {
  if (notRead.length === 0) return [];
  return [paint(style, "bold", "Not read"), ...notRead.flatMap((text) => hang("  ", clean(style, text), style))];
}
