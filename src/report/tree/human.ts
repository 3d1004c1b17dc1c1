import type { AccountItem, Inventory, Observation } from "../../inventory/index.ts";
import { clean } from "../clean.ts";
import { displayWidth, hang, pad, shorten, wrap } from "../layout.ts";
import { glyphs, type Mark, paint, type Style } from "../style.ts";
import { count } from "../words.ts";
import { nodesIn, type Tree, type TreeNode, treeOf } from "./model.ts";

export interface TreeOptions {
  /** The organization's name in the file, when there is one. */
  readonly name?: string;
  /** Show every account, ids of OUs too. Default: false, which in a large organization names each OU's first accounts. */
  readonly full?: boolean;
}

/** With more accounts than this, each OU shows its first ones. */
const MANY_ACCOUNTS = 200;
const FIRST_ACCOUNTS = 8;

/** The organization as a tree with its policies, and as the last thing how much there is. */
export function treeHuman(source: Inventory | Observation, style: Style, options: TreeOptions = {}): string {
  const tree = treeOf(source);
  const lines = drawTree(tree, style, options.full ?? false);
  const title = titleOf(tree, style, options.name);
  return `${[...(title.length === 0 ? [] : [...title, ""]), ...lines, "", ...closing(tree, style)].join("\n")}\n`;
}

function titleOf(tree: Tree, style: Style, name: string | undefined): string[] {
  const management = tree.managementAccountId === undefined ? "" : `management (${tree.managementAccountId})`;
  const identity = tree.observed ? (tree.organizationId ?? "no organization yet") : "as declared";
  const text = [name ?? "", identity, management].filter((part) => part !== "").join("  ");
  return wrap(clean(style, text), style.width).map((line) => paint(style, "bold", line));
}

/** A line before its columns are known. */
interface Line {
  readonly branch: string;
  /** What stands in front of a continued line. */
  readonly below: string;
  readonly name: string;
  readonly cells: readonly string[];
  readonly notes: readonly { readonly text: string; readonly mark?: Mark }[];
  readonly mark?: Mark;
}

function drawTree(tree: Tree, style: Style, full: boolean): string[] {
  const nodes = nodesIn(tree.root);
  const accounts = nodes.filter(({ kind }) => kind === "account");
  const most = full || accounts.length <= MANY_ACCOUNTS ? Number.POSITIVE_INFINITY : FIRST_ACCOUNTS;
  // Where nothing is ours, saying so on every line says nothing.
  const markUnmanaged = nodes.some(({ owner }) => owner === "ours");
  const context: Context = { style, full, most, markUnmanaged };
  return layOut([nodeLine(tree.root, "", "", context), ...childLines(tree.root, "", context)], style);
}

interface Context {
  readonly style: Style;
  readonly full: boolean;
  readonly most: number;
  readonly markUnmanaged: boolean;
}

function childLines(node: TreeNode, trunk: string, context: Context): Line[] {
  const { branch, lastBranch, trunk: pipe, gap } = glyphs(context.style);
  const accounts = node.children.filter(({ kind }) => kind === "account");
  const hidden = accounts.length > context.most ? new Set(accounts.slice(context.most)) : new Set<TreeNode>();
  const shown = node.children.filter((child) => !hidden.has(child));
  const entries: (TreeNode | number)[] = hidden.size === 0 ? shown : [...shown.slice(0, context.most), hidden.size, ...shown.slice(context.most)];
  return entries.flatMap((entry, index) => {
    const last = index === entries.length - 1;
    const line = trunk + (last ? lastBranch : branch);
    const below = trunk + (last ? gap : pipe);
    if (typeof entry === "number") return [{ branch: line, below, name: count(entry, "more account"), cells: [], notes: [], mark: "dim" as const }];
    return [nodeLine(entry, line, below, context), ...childLines(entry, below, context)];
  });
}

function nodeLine(node: TreeNode, branch: string, trunk: string, context: Context): Line {
  const { style, full } = context;
  const policies = node.policies.length === 0 ? [] : [{ text: clean(style, `[${node.policies.join(", ")}]`) }];
  const allowList = node.allowList ? [{ text: "no FullAWSAccess", mark: "warning" as const }] : [];
  const unmanaged = context.markUnmanaged && node.owner === "watched" ? [{ text: "unmanaged", mark: "warning" as const }] : [];
  const { account } = node;
  const below = trunk + (node.children.length > 0 ? glyphs(style).trunk : glyphs(style).gap);
  const name = clean(style, account === undefined ? node.name : accountName(account, node.name));
  if (account === undefined) {
    const id = node.id !== undefined && (full || node.kind === "root") ? [{ text: node.id, mark: "dim" as const }] : [];
    return { branch, below, name, cells: [], notes: [...id, ...policies, ...allowList, ...unmanaged], mark: "bold" };
  }
  const state = account.state === "active" ? [] : [{ text: account.state, mark: "warning" as const }];
  const cells = [node.id ?? "", account.tags.stage ?? "", account.tags.owner ?? ""].map((text) => clean(style, text));
  return { branch, below, name, cells, notes: [...state, ...policies, ...allowList, ...unmanaged] };
}

/** The account's key, and its name in AWS where that is more than the key written differently. */
function accountName(account: AccountItem, key: string): string {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  return account.name === "" || plain(account.name) === plain(key) ? key : `${key} "${account.name}"`;
}

/** A name keeps at least this much before columns are left out for it. */
const LEAST_NAME = 20;

/** Aligns the cells of accounts; leaves out the last columns where the width does not carry them. */
function layOut(lines: readonly Line[], style: Style): string[] {
  const withCells = lines.filter(({ cells }) => cells.length > 0);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...withCells.map(({ cells }) => displayWidth(cells[column] ?? ""))));
  const longest = Math.max(0, ...withCells.map(({ branch, name }) => displayWidth(branch + name)));
  const columns = widths.map((width, column) => ({ width, column })).filter(({ width }) => width > 0);
  const taken = (): number => columns.reduce((sum, { width }) => sum + width + 2, 0);
  while (columns.length > 1 && style.width - taken() < Math.min(longest, LEAST_NAME + 12)) columns.pop();
  const first = Math.max(1, Math.min(longest, style.width - taken()));
  return lines.flatMap((line) => {
    const room = line.cells.length === 0 ? style.width : first;
    const name = shorten(line.name, Math.max(4, room - displayWidth(line.branch)), style);
    const head = paint(style, "dim", line.branch) + paint(style, line.mark, name);
    const cells = line.cells.length === 0 ? "" : columns.map(({ column, width }) => `  ${pad(line.cells[column] ?? "", width)}`).join("");
    const padding = line.cells.length === 0 ? "" : " ".repeat(Math.max(0, first - displayWidth(line.branch + name)));
    return withNotes(`${head}${padding}${cells}`.trimEnd(), line, style);
  });
}

/** Notes follow on the line while they fit; the rest goes below, behind the trunk. */
function withNotes(head: string, line: Line, style: Style): string[] {
  const lines = [head];
  for (const { text, mark } of line.notes) {
    const last = lines.at(-1) ?? "";
    if (displayWidth(last) + 2 + displayWidth(text) <= style.width) lines[lines.length - 1] = `${last}  ${paint(style, mark, text)}`;
    else lines.push(...hang(`${paint(style, "dim", line.below)}  `, text, style, mark));
  }
  return lines;
}

function closing(tree: Tree, style: Style): string[] {
  const nodes = nodesIn(tree.root);
  const accounts = nodes.filter(({ kind }) => kind === "account");
  const states = (["held", "closed"] as const).map((state) => ({ state, number: accounts.filter(({ account }) => account?.state === state).length }));
  const inState = states.filter(({ number }) => number > 0).map(({ state, number }) => `${number} ${state}`).join(", ");
  const ous = nodes.filter(({ kind }) => kind === "ou").length;
  const sentence = `${count(ous, "OU")}, ${count(accounts.length, "account")}${inState === "" ? "" : ` (${inState})`}, ${count(tree.policies, "policy", "policies")} attached ${count(tree.attachments, "time")}.`;
  const watched = nodes.filter(({ owner }) => owner === "watched").length;
  const ours = nodes.some(({ owner }) => owner === "ours");
  const unmanaged = watched === 0 ? "" : ours ? ` ${watched} unmanaged.` : " landfall manages none of it yet.";
  const inFlight = tree.beingCreated.length === 0 ? [] : hang("", clean(style, `Being created: ${tree.beingCreated.join(", ")}.`), style);
  const notRead = tree.notRead.flatMap((text) => hang("Not read: ", clean(style, text), style));
  return [...inFlight, ...notRead, ...wrap(sentence + unmanaged, style.width)];
}
