import { clean } from "./clean.ts";
import { type Mark, paint, type Style } from "./style.ts";

/** Lines around what changed. */
const CONTEXT = 1;

/** The lines of a text that another version of it has otherwise, each part with a line around it. */
export function changedLines(before: string, after: string, style: Style): string[] {
  const rows = aligned(before.split("\n"), after.split("\n"));
  const near = rows.map((_, index) => rows.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ sign }) => sign !== " "));
  return rows.flatMap(({ sign, line }, index) => {
    if (near[index] !== true) return [];
    const gap = index > 0 && near[index - 1] !== true && near.slice(0, index).includes(true) ? [""] : [];
    return [...gap, paint(style, MARKS[sign], `${sign} ${clean(style, line)}`.trimEnd())];
  });
}

type Sign = " " | "+" | "-";
const MARKS: Readonly<Record<Sign, Mark | undefined>> = { " ": undefined, "+": "added", "-": "removed" };

interface Row {
  readonly sign: Sign;
  readonly line: string;
}

/** The longest lines that both have in common stay; what begins and ends alike is not compared line by line. */
function aligned(before: readonly string[], after: readonly string[]): Row[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const keep = (line: string): Row => ({ sign: " ", line });
  const ending = tail === 0 ? [] : before.slice(-tail).map(keep);
  return [...before.slice(0, head).map(keep), ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)), ...ending];
}

function middle(before: readonly string[], after: readonly string[]): Row[] {
  const common = Array.from({ length: before.length + 1 }, () => Array.from({ length: after.length + 1 }, () => 0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    const row = common[i] ?? [];
    for (let j = after.length - 1; j >= 0; j--) row[j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const rows: Row[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      rows.push({ sign: " ", line: before[i] ?? "" });
      i++;
      j++;
    } else if (j >= after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))) rows.push({ sign: "-", line: before[i++] ?? "" });
    else rows.push({ sign: "+", line: after[j++] ?? "" });
  }
  return rows;
}
