import type { AccountItem } from "../../inventory/index.ts";
import { clean } from "../clean.ts";
import { glyphs, type Mark, type Style } from "../style.ts";
import { count } from "../words.ts";
import { nodesIn, type TreeNode } from "./model.ts";

export interface Note {
  readonly text: string;
  readonly mark?: Mark;
}

/** A line of the tree before its columns are known. */
export interface TreeLine {
  readonly branch: string;
  /** What stands in front of a line that continues this one. */
  readonly below: string;
  readonly name: string;
  /** Id, stage and owner of an account; empty for anything else. */
  readonly cells: readonly string[];
  readonly notes: readonly Note[];
  readonly mark?: Mark;
}

interface Context {
  readonly style: Style;
  readonly full: boolean;
  readonly accountsPerOu: number;
  /** Where nothing is ours, saying so on every line says nothing. */
  readonly marksUnmanaged: boolean;
}

/** Accounts named per OU, from all to none; the first with few enough lines is drawn. */
const ACCOUNTS_PER_OU = [Number.POSITIVE_INFINITY, 8, 3, 0];
const MOST_LINES = 200;

/** The lines of a tree; in a large one without `full`, only the first accounts of each OU. */
export function treeLines(root: TreeNode, style: Style, full: boolean): { lines: TreeLine[]; isWhole: boolean } {
  const marksUnmanaged = nodesIn(root).some(({ owner }) => owner === "ours");
  let lines: TreeLine[] = [];
  for (const accountsPerOu of full ? ACCOUNTS_PER_OU.slice(0, 1) : ACCOUNTS_PER_OU) {
    const context: Context = { style, full, accountsPerOu, marksUnmanaged };
    lines = [nodeLine(root, "", "", context), ...childLines(root, "", context)];
    if (lines.length <= MOST_LINES) return { lines, isWhole: accountsPerOu === ACCOUNTS_PER_OU[0] };
  }
  return { lines, isWhole: full };
}

function childLines(node: TreeNode, trunk: string, context: Context): TreeLine[] {
  const { branch, lastBranch, trunk: pipe, gap } = glyphs(context.style);
  const accounts = node.children.filter(({ kind }) => kind === "account");
  const named = accounts.slice(0, Math.min(accounts.length, context.accountsPerOu));
  const ous = node.children.filter(({ kind }) => kind === "ou");
  const hidden = context.accountsPerOu > 0 ? accounts.length - named.length : 0;
  const entries: (TreeNode | number)[] = [...named, ...(hidden > 0 ? [hidden] : []), ...ous];
  return entries.flatMap((entry, index) => {
    const isLast = index === entries.length - 1;
    const line = trunk + (isLast ? lastBranch : branch);
    const below = trunk + (isLast ? gap : pipe);
    if (typeof entry === "number") return [{ branch: line, below, name: count(entry, "more account"), cells: [], notes: [], mark: "dim" as const }];
    return [nodeLine(entry, line, below, context), ...childLines(entry, below, context)];
  });
}

function nodeLine(node: TreeNode, branch: string, trunk: string, context: Context): TreeLine {
  const { style, full } = context;
  const { account } = node;
  const continues = node.children.some(({ kind }) => kind === "ou" || context.accountsPerOu > 0);
  const below = trunk + (continues ? glyphs(style).trunk : glyphs(style).gap);
  const notes = [...ownNotes(node, context), ...policyNotes(node, context)];
  if (account !== undefined) {
    const cells = [node.id ?? "", account.tags.stage ?? "", account.tags.owner ?? ""].map((text) => clean(style, text));
    return { branch, below, name: clean(style, node.name), cells, notes };
  }
  const id: Note[] = node.id !== undefined && (full || node.kind === "root") ? [{ text: node.id, mark: "dim" }] : [];
  const accounts = node.children.filter(({ kind }) => kind === "account").length;
  const inside: Note[] = context.accountsPerOu === 0 && accounts > 0 ? [{ text: count(accounts, "account"), mark: "dim" }] : [];
  return { branch, below, name: clean(style, node.name), cells: [], notes: [...id, ...notes, ...inside], mark: "bold" };
}

/** What is unusual about the thing itself. */
function ownNotes({ account, name, owner, registered }: TreeNode, { style, marksUnmanaged }: Context): Note[] {
  const notes: Note[] = [];
  if (account !== undefined && account.state !== "active") notes.push({ text: account.state, mark: "warning" });
  if (registered === true) notes.push({ text: "Control Tower", mark: "dim" });
  // The management account is there before landfall is, always.
  if (marksUnmanaged && owner === "watched" && account?.management !== true) notes.push({ text: "unmanaged", mark: "warning" });
  if (account !== undefined && isNamedOtherwise(account, name)) notes.push({ text: clean(style, `"${account.name}"`), mark: "dim" });
  return notes;
}

function policyNotes(node: TreeNode, { style }: Context): Note[] {
  const policies = node.shown.length === 0 ? [] : [{ text: clean(style, `[${node.shown.join(", ")}]`) }];
  return node.allowList ? [...policies, { text: "no FullAWSAccess", mark: "warning" }] : policies;
}

/** Whether the name in AWS is more than the key written differently. */
function isNamedOtherwise(account: AccountItem, key: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  return account.name !== "" && plain(account.name) !== plain(key);
}
