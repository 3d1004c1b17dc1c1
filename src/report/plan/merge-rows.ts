import { groupBy } from "../group.ts";
import { count } from "../words.ts";
import type { ChangeRow } from "./rows.ts";

/** So many changes that say the same stand in one row. */
const SAME_IN_ONE_ROW = 4;
/** More rows of one kind than this are told apart by less. */
const MOST_OF_ONE_KIND = 30;

const PLURALS: Readonly<Record<string, string>> = { ou: "OU", account: "account", scp: "SCP", rcp: "RCP" };

/**
 * Rows of one kind, so few that they can be read: those that say the same become one that counts and names them; where
 * there are still too many, those whose fields are the same do. New things stay apart, since each name is to be read.
 */
export function mergeRows(rows: readonly ChangeRow[]): readonly ChangeRow[] {
  // Attachments stand in one row per policy already.
  if (rows.some(({ changes: [change] }) => change?.kind === "attachment")) return rows;
  const same = merge(rows, ({ text, below }) => JSON.stringify([text, below]), ({ text }) => text);
  return same.length <= MOST_OF_ONE_KIND ? same : merge(same, ({ fields }) => fields, ({ action, fields }) => `${action === "update" ? "change" : action}  ${fields}, each its own`);
}

function merge(rows: readonly ChangeRow[], saying: (row: ChangeRow) => string, words: (row: ChangeRow) => string): ChangeRow[] {
  const groups = groupBy(rows, (row) => (row.action === "create" || row.names !== undefined ? JSON.stringify(row.changes[0]?.address) : `${row.action} ${row.kind} ${saying(row)}`));
  const merged = groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length < SAME_IN_ONE_ROW) return group;
    const name = count(group.length, PLURALS[first.kind] ?? first.kind);
    const below = group.every((row) => row.below.join("\n") === first.below.join("\n")) ? first.below : [];
    return [{ ...first, changes: group.flatMap(({ changes }) => changes), name, text: first.action === "update" ? `${words(first)}  in` : words(first), names: group.map((row) => row.name), below }];
  });
  // What happens to most things comes first.
  return merged.toSorted((a, b) => Number(b.names !== undefined) - Number(a.names !== undefined) || b.changes.length - a.changes.length);
}

/** The first rows, and how many changes the others stand for. */
export function firstRows(rows: readonly ChangeRow[]): { shown: readonly ChangeRow[]; left: number } {
  const shown = rows.slice(0, MOST_OF_ONE_KIND);
  return { shown, left: rows.slice(shown.length).reduce((sum, { changes }) => sum + changes.length, 0) };
}
