import { displayWidth, shorten } from "../layout.ts";
import type { Box, Picture } from "./box.ts";

/** One line of text in a box. */
export interface BoxLine {
  readonly text: string;
  readonly role: "name" | "fact" | "policy" | "mark";
}

export interface PlacedBox {
  readonly box: Box;
  readonly lines: readonly BoxLine[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly parent?: PlacedBox;
}

export interface PlacedPicture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
}

/** Pixels. */
export const LINE_HEIGHT = 17;
export const PADDING = 10;
const CHARACTER_WIDTH = 7.4;
const BOLD_WIDTH = 8.2;
export const MARGIN = 24;
/** Room for the title above. */
export const HEAD = 60;
const COLUMN_GAP = 46;
const ROW_GAP = 10;
const WIDEST_TEXT = 34;

const PLAIN = { width: 0, color: false, unicode: true } as const;

/** Columns by depth from the left, each parent in the middle of its children. */
export function place({ root, note }: Picture): PlacedPicture {
  const widths = columnWidths(root);
  const lefts = widths.map((_, depth) => MARGIN + widths.slice(0, depth).reduce((sum, width) => sum + width + COLUMN_GAP, 0));
  const boxes: PlacedBox[] = [];
  const put = (box: Box, depth: number, top: number): { bottom: number; middle: number } => {
    const lines = linesOf(box);
    const height = lines.length * LINE_HEIGHT + PADDING;
    const index = boxes.length;
    boxes.push({ box, lines, x: 0, y: 0, width: 0, height });
    let bottom = top;
    const middles: number[] = [];
    for (const child of box.children) {
      const placed = put(child, depth + 1, bottom);
      middles.push(placed.middle);
      bottom = placed.bottom;
    }
    const middle = middles.length === 0 ? top + height / 2 : Math.max(((middles[0] ?? 0) + (middles.at(-1) ?? 0)) / 2, top + height / 2);
    boxes[index] = { box, lines, x: lefts[depth] ?? 0, y: middle - height / 2, width: widths[depth] ?? 0, height };
    return { bottom: Math.max(bottom, middle + height / 2 + ROW_GAP), middle };
  };
  const { bottom } = put(root, 0, HEAD);
  return { width: (lefts.at(-1) ?? 0) + (widths.at(-1) ?? 0) + MARGIN, height: bottom + MARGIN + (note === undefined ? 0 : LINE_HEIGHT), boxes: withParents(root, boxes) };
}

/** Boxes are in the order of the tree, so that parents are found by what their box holds. */
function withParents(root: Box, boxes: readonly PlacedBox[]): PlacedBox[] {
  const placed = new Map(boxes.map((one) => [one.box, one]));
  const parents = new Map<Box, Box>();
  const walk = (box: Box): void => {
    for (const child of box.children) {
      parents.set(child, box);
      walk(child);
    }
  };
  walk(root);
  return boxes.map((one) => {
    const parent = parents.get(one.box);
    return parent === undefined ? one : { ...one, parent: placed.get(parent) };
  });
}

function columnWidths(root: Box): number[] {
  const widths: number[] = [];
  const walk = (box: Box, depth: number): void => {
    const widest = Math.max(...linesOf(box).map(({ text, role }) => displayWidth(text) * (role === "name" ? BOLD_WIDTH : CHARACTER_WIDTH)));
    widths[depth] = Math.max(widths[depth] ?? 0, Math.ceil(widest) + 2 * PADDING);
    for (const child of box.children) walk(child, depth + 1);
  };
  walk(root, 0);
  return widths;
}

export function linesOf({ name, facts, policies, mark }: Box): BoxLine[] {
  const cut = (text: string): string => shorten(text, WIDEST_TEXT, PLAIN);
  return [
    { text: cut(name), role: "name" },
    ...(facts.length === 0 ? [] : [{ text: cut(facts.join(", ")), role: "fact" } as const]),
    ...policies.map((policy) => ({ text: cut(policy), role: "policy" }) as const),
    ...(mark === undefined ? [] : [{ text: cut(mark.word), role: "mark" } as const]),
  ];
}
