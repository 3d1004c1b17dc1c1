import { count } from "../words.ts";
import { type Box, boxesIn, type BoxMark } from "./box.ts";

/** The picture with fewer boxes: the accounts of the fullest OUs become one box each, then the deepest OUs do, until it fits. */
export function collapsed(root: Box, most: number): Box {
  const fullest = boxesIn(root).map((box) => ({ box, accounts: accountsOf(box).length })).filter(({ accounts }) => accounts > 1).toSorted((a, b) => b.accounts - a.accounts);
  const folded = new Set<Box>();
  let boxes = boxesIn(root).length;
  for (const { box, accounts } of fullest) {
    if (boxes <= most) break;
    folded.add(box);
    boxes -= accounts - 1;
  }
  let smaller = folding(root, folded);
  for (let depth = depthOf(smaller); depth > 1 && boxesIn(smaller).length > most; depth--) smaller = cutBelow(smaller, depth - 1);
  return smaller;
}

const accountsOf = (box: Box): Box[] => box.children.filter(({ kind }) => kind === "account");

const depthOf = (box: Box): number => 1 + Math.max(0, ...box.children.filter(({ kind }) => kind === "ou").map(depthOf));

function folding(box: Box, folded: ReadonlySet<Box>): Box {
  const children = box.children.filter(({ kind }) => kind !== "account" || !folded.has(box)).map((child) => folding(child, folded));
  if (!folded.has(box)) return { ...box, children };
  const accounts = accountsOf(box);
  return { ...box, children: [more(box, count(accounts.length, "account"), accounts), ...children] };
}

/** What lies deeper than `depth` levels is only counted. */
function cutBelow(box: Box, depth: number): Box {
  if (depth > 1) return { ...box, children: box.children.map((child) => cutBelow(child, depth - 1)) };
  const below = boxesIn(box).slice(1);
  const ous = below.filter(({ kind }) => kind === "ou").length;
  return ous === 0 ? box : { ...box, children: [more(box, `${count(ous, "OU")} and their accounts`, below)] };
}

/** What is said of all that the box stands for is said of it; else how many are marked. */
function more(parent: Box, name: string, hidden: readonly Box[]): Box {
  const mark = commonMark(hidden);
  return { address: `${parent.address}/…`, kind: "more", name, facts: [], policies: [], ...(mark === undefined ? {} : { mark }), children: [] };
}

function commonMark(boxes: readonly Box[]): BoxMark | undefined {
  const marks = boxes.flatMap(({ mark }) => mark ?? []);
  const [first] = marks;
  if (first === undefined) return undefined;
  if (marks.length === boxes.length && marks.every(({ word }) => word === first.word)) return first;
  const loud = marks.filter(({ tone }) => tone !== "dim");
  const word = [...new Set(loud.map((mark) => mark.word))].map((text) => `${loud.filter((mark) => mark.word === text).length} ${text}`).join(", ");
  return loud.length === 0 ? first : { tone: loud[0]?.tone ?? "dim", word };
}
