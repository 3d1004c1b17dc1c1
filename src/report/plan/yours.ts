import type { Plan } from "../../plan/index.ts";
import { clean } from "../clean.ts";
import { labelOf } from "../label.ts";
import { commandLines, hang } from "../layout.ts";
import { glyphs, paint, type Style } from "../style.ts";
import { listing } from "../words.ts";

const MOST_NAMES = 3;

/** What only a person can do, with the link, and what waits for it. */
export function yoursBlock({ yours = [] }: Pick<Plan, "yours">, style: Style): string[] {
  if (yours.length === 0) return [];
  const steps = yours.flatMap(({ what, why, link, commands = [], holdsUp }) => {
    const names = holdsUp.map((address) => Object.values(labelOf(address, glyphs(style).arrow)).join(" "));
    return [
      ...hang(`  ${paint(style, "warning", "!")} `, clean(style, what), style),
      ...hang("      ", clean(style, `${why} Waits for it: ${listing(names, MOST_NAMES)}.`), style),
      ...[link, ...commands].flatMap((line) => commandLines(clean(style, line), "      ", style.width)),
    ];
  });
  return [...hang(`${paint(style, "bold", "Yours to do")} `, "(nobody but a person can; run apply again afterwards)", style), ...steps];
}
