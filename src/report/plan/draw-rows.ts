import { ACTIONS } from "../actions.ts";
import { clean } from "../clean.ts";
import { displayWidth, wrap } from "../layout.ts";
import { list } from "../list.ts";
import { paint, type Style } from "../style.ts";
import { listing } from "../words.ts";
import { type ChangeRow, INDENT, type RowContext } from "./rows.ts";

/** The lines of each row: symbol, kind, name, what happens, and dim the reason where the row does not say it already. */
export function drawRows(rows: readonly ChangeRow[], { style, full }: RowContext): string[] {
  const drawn = list(
    rows.map((row) => {
      const { symbol, mark } = ACTIONS[row.action];
      const text = (room: number): string => textOf(row, room, full);
      return { prefix: `  ${paint(style, mark, symbol)} `, head: [{ text: row.kind }, { text: row.name }], text };
    }),
    style,
  );
  return rows.flatMap((row, index) => {
    const lines = drawn[index] ?? [];
    // What is added or differs explains itself; what goes away says why.
    const isExplained = full || ACTIONS[row.action].symbol === "-";
    const [first] = row.changes;
    const code = full && first?.reasonCode !== undefined ? `, ${first.reasonCode}` : "";
    const reason = clean(style, `${first?.reason ?? ""}${code}`);
    return [...(isExplained ? addReason(lines, reason, style) : lines), ...row.below];
  });
}

/** Fewer names than these are never shown, even if they take a second line. */
const LEAST_NAMES = 2;
/** No line is wide enough for more. */
const MOST_NAMES = 80;

/** The text with as many of its names as fit in the room. */
function textOf({ names, text }: ChangeRow, room: number, full: boolean): string {
  if (names === undefined) return text;
  if (full) return `${text} ${names.join(", ")}`;
  let most = Math.min(names.length, MOST_NAMES);
  while (most > LEAST_NAMES && displayWidth(`${text} ${listing(names, most)}`) > room) most -= 1;
  return `${text} ${listing(names, most)}`;
}

/** The reason goes behind the last line where it fits, else below. */
function addReason(lines: readonly string[], reason: string, style: Style): string[] {
  const last = lines.at(-1) ?? "";
  if (displayWidth(last) + 4 + displayWidth(reason) <= style.width) {
    return [...lines.slice(0, -1), `${last}  ${paint(style, "dim", `(${reason})`)}`];
  }
  return [...lines, ...wrap(`(${reason})`, style.width - INDENT.length).map((line) => INDENT + paint(style, "dim", line))];
}
