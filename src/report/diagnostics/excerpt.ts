import type { Place } from "../../diagnostics/index.ts";
import { clean } from "../clean.ts";
import { cutEnd, displayWidth } from "../layout.ts";
import { glyphs, paint, type Style } from "../style.ts";

/** Columns kept in front of the span when a long line is cut at its start. */
const LEAD = 12;

/** The first line of a place with its number, and the span underlined; nothing when the file could not be read. */
export function excerptLines(place: Place, style: Style): string[] {
  const [source] = place.excerpt;
  if (source === undefined) return [];
  const end = place.endLine === place.line ? place.endColumn - 1 : source.trimEnd().length;
  const before = clean(style, source.slice(0, place.column - 1));
  const span = clean(style, source.slice(place.column - 1, end));
  const number = String(place.line);
  const room = Math.max(LEAD + 8, style.width - number.length - 5);

  const shown = window(before, span + clean(style, source.slice(end)), room, style);
  const underline = "~".repeat(Math.max(1, Math.min(displayWidth(span), room - shown.offset)));
  return [
    `  ${paint(style, "dim", `${number} |`)} ${shown.text}`.trimEnd(),
    `  ${" ".repeat(number.length)} ${paint(style, "dim", "|")} ${" ".repeat(shown.offset)}${paint(style, "error", underline)}`,
  ];
}

/** A line cut to the room so that the span's start stays in sight, and where that start then is. */
function window(before: string, rest: string, room: number, style: Style): { text: string; offset: number } {
  const offset = displayWidth(before);
  if (offset + Math.min(displayWidth(rest), 8) <= room) return { text: cutEnd(before + rest, room, style), offset };
  const { ellipsis } = glyphs(style);
  let kept = "";
  for (const character of Array.from(before).toReversed()) {
    if (displayWidth(character + kept) > LEAD) break;
    kept = character + kept;
  }
  return { text: cutEnd(ellipsis + kept + rest, room, style), offset: displayWidth(ellipsis + kept) };
}
