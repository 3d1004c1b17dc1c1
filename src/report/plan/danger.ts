import type { Change } from "../../plan/index.ts";
import { ACTIONS } from "../actions.ts";
import { clean } from "../clean.ts";
import { groupBy } from "../group.ts";
import { labelOf } from "../label.ts";
import { commandLines, hang } from "../layout.ts";
import { glyphs, paint, type Style } from "../style.ts";
import { shellWord } from "../words.ts";

/** What cannot be undone or reaches far. Nothing here is ever counted instead of named. */
export function dangerBlock(changes: readonly Change[], style: Style): string[] {
  const dangerous = changes.filter(({ danger }) => danger !== undefined);
  if (dangerous.length === 0) return [];
  const flags = dangerous.map(({ address }) => `--confirm ${shellWord(clean(style, address))}`);
  return [
    paint(style, "danger", "Danger"),
    ...groupBy(dangerous, ({ action, danger }) => `${action} ${danger}`).flatMap((group) => dangerLines(group, style)),
    "",
    ...hang("  ", "--yes does not cover these. To apply, type each name when asked, or add:", style),
    "",
    ...flags.flatMap((flag) => commandLines(flag, "    ", style.width)),
  ];
}

/** The things a danger is about, one line each, and then what it is. */
function dangerLines(group: readonly Change[], style: Style): string[] {
  const things = group.flatMap(({ action, address, observed }) => {
    const { kind, name } = labelOf(address, glyphs(style).arrow);
    const id = observed?.item.kind === "account" ? ` (${observed.id})` : "";
    return hang(`  ${paint(style, "danger", "!")} `, clean(style, `${ACTIONS[action].word} ${kind} ${name}${id}`), style, "danger");
  });
  const [first] = group;
  const page = first?.dangerCode === undefined ? "" : ` (landfall explain ${first.dangerCode})`;
  return [...things, ...hang("      ", clean(style, `${first?.danger ?? ""}${page}`), style)];
}
