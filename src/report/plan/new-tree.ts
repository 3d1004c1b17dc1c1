import { type Address, parentOu, ROOT } from "../../ids/index.ts";
import type { AccountItem, OuItem } from "../../inventory/index.ts";
import type { Change } from "../../plan/index.ts";
import { clean } from "../clean.ts";
import { labelOf } from "../label.ts";
import { displayWidth, pad, shorten } from "../layout.ts";
import { byText } from "../json.ts";
import { glyphs, paint, type Style } from "../style.ts";
import { count } from "../words.ts";

/** From so many new OUs and accounts on, a tree reads better than a list. */
const LEAST_FOR_TREE = 4;
/** In a tree with more accounts than this, each OU names only its first ones. */
const MANY_ACCOUNTS = 60;
const FIRST_ACCOUNTS = 3;

/** Says of each change whether it is drawn in the tree of new things. */
export function isInTree(changes: readonly Change[]): (change: Change) => boolean {
  const isNew = ({ action, kind }: Change): boolean => action === "create" && (kind === "ou" || kind === "account");
  const enough = changes.filter(isNew).length >= LEAST_FOR_TREE;
  return (change) => enough && isNew(change);
}

interface TreeLine {
  readonly isNew: boolean;
  readonly branch: string;
  readonly name: string;
  readonly cells: readonly string[];
}

/** New OUs and accounts where they will stand; what is there already is drawn dim and without a symbol. */
export function drawNewTree(changes: readonly Change[], style: Style, full: boolean): string[] {
  if (changes.length === 0) return [];
  const tree = new NewTree(changes, style, full);
  return drawLines(tree.lines(), style);
}

class NewTree {
  readonly #style: Style;
  readonly #most: number;
  readonly #ous = new Map<Address, Address[]>();
  readonly #accounts = new Map<Address, AccountItem[]>();
  readonly #new = new Set<Address>();

  constructor(changes: readonly Change[], style: Style, full: boolean) {
    this.#style = style;
    const accounts = changes.map(({ desired }) => desired).filter((item): item is AccountItem => item?.kind === "account");
    const ous = changes.map(({ desired }) => desired).filter((item): item is OuItem => item?.kind === "ou");
    this.#most = full || accounts.length <= MANY_ACCOUNTS ? Number.POSITIVE_INFINITY : FIRST_ACCOUNTS;
    for (const account of accounts) {
      this.#accounts.set(account.parent, [...(this.#accounts.get(account.parent) ?? []), account]);
      this.#place(account.parent);
    }
    for (const ou of ous) {
      this.#new.add(ou.address);
      this.#place(ou.address);
    }
  }

  /** Makes sure that an OU and all above it are in the tree. */
  #place(ou: Address): void {
    const parent = parentOu(ou);
    if (parent === undefined) return;
    const siblings = this.#ous.get(parent) ?? [];
    if (!siblings.includes(ou)) this.#ous.set(parent, [...siblings, ou]);
    this.#place(parent);
  }

  lines(): TreeLine[] {
    return [{ isNew: false, branch: "", name: "root", cells: [] }, ...this.#below(ROOT, "")];
  }

  #below(node: Address, trunk: string): TreeLine[] {
    const { branch, lastBranch, trunk: pipe, gap } = glyphs(this.#style);
    const accounts = (this.#accounts.get(node) ?? []).toSorted((a, b) => byText(a.address, b.address));
    const ous = (this.#ous.get(node) ?? []).toSorted(byText);
    const left = Math.max(0, accounts.length - this.#most);
    const entries: ((branch: string, trunk: string) => TreeLine[])[] = [
      ...accounts.slice(0, left > 0 ? this.#most : undefined).map((account) => (line: string) => [this.#account(account, line)]),
      ...(left > 0 ? [(line: string) => [{ isNew: true, branch: line, name: count(left, "more account"), cells: [] }]] : []),
      ...ous.map((ou) => (line: string, below: string) => [this.#ou(ou, line), ...this.#below(ou, below)]),
    ];
    return entries.flatMap((entry, index) => {
      const last = index === entries.length - 1;
      return entry(trunk + (last ? lastBranch : branch), trunk + (last ? gap : pipe));
    });
  }

  #ou(ou: Address, branch: string): TreeLine {
    const name = labelOf(ou).name.split("/").at(-1) ?? "";
    return { isNew: this.#new.has(ou), branch, name: clean(this.#style, name), cells: ["ou"] };
  }

  #account(account: AccountItem, branch: string): TreeLine {
    const cells = ["account", account.tags.stage ?? "", account.tags.owner ?? "", account.email].map((text) => clean(this.#style, text));
    return { isNew: true, branch, name: clean(this.#style, labelOf(account.address).name), cells };
  }
}

/** Draws the lines with as many of their cells as the width allows, so that columns stay whole. */
function drawLines(lines: readonly TreeLine[], style: Style): string[] {
  const columns = Math.max(...lines.map(({ cells }) => cells.length));
  const widths = Array.from({ length: columns }, (_, column) => Math.max(0, ...lines.map(({ cells }) => displayWidth(cells[column] ?? ""))));
  const first = Math.min(Math.max(...lines.map(({ branch, name }) => displayWidth(branch + name))), style.width - 4 - 9);
  const shown: number[] = [];
  let room = style.width - 4 - first;
  for (const [column, width] of widths.entries()) {
    if (width === 0) continue;
    room -= width + 2;
    if (room < 0) break;
    shown.push(column);
  }
  return lines.map(({ isNew, branch, name, cells }) => {
    const text = pad(branch + shorten(name, first - displayWidth(branch), style), first);
    const rest = shown.map((column) => `  ${pad(cells[column] ?? "", widths[column] ?? 0)}`).join("");
    const symbol = isNew ? paint(style, "added", "+") : " ";
    return `  ${symbol} ${isNew ? text : paint(style, "dim", text)}${isNew ? rest : paint(style, "dim", rest)}`.trimEnd();
  });
}
