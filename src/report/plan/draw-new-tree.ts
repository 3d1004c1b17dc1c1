import { ouPath } from "../../ids/index.ts";
import type { AccountItem } from "../../inventory/index.ts";
import type { Change } from "../../plan/index.ts";
import { clean } from "../clean.ts";
import { labelOf } from "../label.ts";
import { displayWidth, hang, pad, shorten } from "../layout.ts";
import { glyphs, paint, type Style } from "../style.ts";
import { count } from "../words.ts";
import { countBelow, newTree, type NewNode } from "./new-tree.ts";

/** How much of a tree is drawn. */
interface Extent {
  readonly accountsPerOu: number;
  readonly ousPerOu: number;
  readonly levels: number;
}

const ALL = Number.POSITIVE_INFINITY;
/** From everything to least; the first that fits in `MOST_LINES` is drawn. */
const EXTENTS: readonly Extent[] = [
  { accountsPerOu: ALL, ousPerOu: ALL, levels: ALL },
  { accountsPerOu: 3, ousPerOu: ALL, levels: ALL },
  ...[ALL, 3, 2, 1].map((levels) => ({ accountsPerOu: 0, ousPerOu: ALL, levels })),
  { accountsPerOu: 0, ousPerOu: 50, levels: 1 },
];
const MOST_LINES = 80;

const KIND = 0;
const STAGE = 1;
const OWNER = 2;
const EMAIL = 3;

interface TreeLine {
  readonly isNew: boolean;
  readonly branch: string;
  readonly name: string;
  /** Kind, stage, owner and e-mail address; an OU has what it holds where an account has its stage. */
  readonly cells: readonly string[];
}

/** New OUs and accounts where they will stand; what is there already is drawn dim and without a symbol. */
export function drawNewTree(changes: readonly Change[], style: Style, full: boolean): string[] {
  if (changes.length === 0) return [];
  const root = newTree(changes);
  let lines: TreeLine[] = [];
  for (const extent of full ? EXTENTS.slice(0, 1) : EXTENTS) {
    lines = [{ isNew: false, branch: "", name: "root", cells: [] }, ...below(root, "", 1, extent, style)];
    if (lines.length <= MOST_LINES) break;
  }
  const { ous, accounts } = countBelow(root);
  const drawn = lines.filter(({ isNew }) => isNew).length;
  const note = drawn === ous + accounts ? [] : hang("    ", `${count(ous, "OU")} and ${count(accounts, "account")} in all; --full shows each`, style);
  return [...align(lines, style), ...note];
}

type Entry = (branch: string, trunk: string) => TreeLine[];

function below(node: NewNode, trunk: string, level: number, extent: Extent, style: Style): TreeLine[] {
  const { branch, lastBranch, trunk: pipe, gap } = glyphs(style);
  const named = extent.accountsPerOu >= node.accounts.length ? node.accounts : node.accounts.slice(0, extent.accountsPerOu);
  const hidden = node.accounts.length - named.length;
  const ous = node.ous.slice(0, Math.min(node.ous.length, extent.ousPerOu));
  const left = node.ous.slice(ous.length);
  const more = (text: string): Entry => (line) => [{ isNew: false, branch: line, name: text, cells: [] }];
  const entries: Entry[] = [
    ...named.map((account): Entry => (line) => [accountLine(account, line, style)]),
    // Where no account is named, their number stands on the OU's own line.
    ...(hidden > 0 && (named.length > 0 || level === 1) ? [more(count(hidden, named.length > 0 ? "more account" : "account"))] : []),
    ...ous.map((ou): Entry => (line, under) => {
      const isEnd = level >= extent.levels;
      return [ouLine(ou, line, isEnd, extent, style), ...(isEnd ? [] : below(ou, under, level + 1, extent, style))];
    }),
    ...(left.length > 0 ? [more(count(left.length, "more OU"))] : []),
  ];
  return entries.flatMap((entry, index) => {
    const isLast = index === entries.length - 1;
    return entry(trunk + (isLast ? lastBranch : branch), trunk + (isLast ? gap : pipe));
  });
}

function ouLine(node: NewNode, branch: string, isEnd: boolean, extent: Extent, style: Style): TreeLine {
  const inside = countBelow(node);
  const ous = isEnd && inside.ous > 0 ? count(inside.ous, "OU") : "";
  const hidden = isEnd ? inside.accounts : extent.accountsPerOu === 0 ? node.accounts.length : 0;
  const accounts = hidden > 0 ? count(hidden, "account") : "";
  const holds = [ous, accounts].filter((text) => text !== "").join(", ");
  return { isNew: node.isNew, branch, name: clean(style, ouPath(node.address).at(-1) ?? ""), cells: ["ou", holds] };
}

function accountLine(account: AccountItem, branch: string, style: Style): TreeLine {
  const { stage = "", owner = "" } = account.tags;
  const cells = ["account", stage, owner, account.email].map((text) => clean(style, text));
  return { isNew: true, branch, name: clean(style, labelOf(account.address).name), cells };
}

/** A name keeps at least this much before columns are left out for it. */
const LEAST_NAME = 16;
const GUTTER = 4;
const GAP = 2;
/** Columns by what is missed most: AWS never lets an e-mail address be used again. */
const BY_WORTH = [KIND, EMAIL, OWNER, STAGE];

/** Draws the lines with as many of their columns as the width carries. */
function align(lines: readonly TreeLine[], style: Style): string[] {
  const widths = BY_WORTH.map((_, column) => Math.max(0, ...lines.map(({ cells }) => displayWidth(cells[column] ?? ""))));
  const longest = Math.max(...lines.map(({ branch, name }) => displayWidth(branch + name)));
  const trunk = Math.max(...lines.map(({ branch }) => displayWidth(branch)));
  const least = Math.min(longest, trunk + LEAST_NAME);
  let room = style.width - GUTTER;
  const shown = new Set<number>();
  for (const column of BY_WORTH) {
    const width = (widths[column] ?? 0) + GAP;
    if (width === GAP || (column !== KIND && room - width < least)) continue;
    shown.add(column);
    room -= width;
  }
  const first = Math.min(longest, Math.max(room, trunk + 4));
  return lines.map(({ isNew, branch, name, cells }) => {
    const text = pad(branch + shorten(name, first - displayWidth(branch), style), first);
    const rest = widths.map((width, column) => (shown.has(column) ? " ".repeat(GAP) + pad(cells[column] ?? "", width) : ""));
    const line = (text + rest.join("")).trimEnd();
    return isNew ? `  ${paint(style, "added", "+")} ${line}` : `    ${paint(style, "dim", line)}`;
  });
}
