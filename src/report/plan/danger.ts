import type { Change } from "../../plan/index.ts";
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
  const lines = groupBy(dangerous, ({ action, danger }) => `${action} ${danger}`).flatMap((group) => dangerLines(group, style));
  const flags = dangerous.map(({ address }) => `--confirm ${shellWord(clean(style, address))}`);
  return [
    paint(style, "danger", "Danger"),
    ...lines,
    "",
    ...hang("  ", "--yes does not cover these. To apply, type each name when asked, or add:", style),
    "",
    ...flags.flatMap((flag) => commandLines(flag, "    ", style.width)),
  ];
}

function dangerLines(group: readonly Change[], style: Style): string[] {
  const [first] = group;
  if (first === undefined) return [];
  const names = group.map(({ address, observed }) => {
    const { kind, name } = labelOf(address, glyphs(style).arrow);
    const id = observed?.item.kind === "account" ? ` (${observed.id})` : "";
    return clean(style, `${kind} ${name}${id}`);
  });
  return [
    ...hang(`  ${paint(style, "danger", "!")} `, `${first.action} ${names.join(", ")}`, style, "danger"),
    ...hang("      ", clean(style, first.danger ?? ""), style),
  ];
}
