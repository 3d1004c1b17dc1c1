import type { ValuePath } from "../../diagnostics/index.ts";
import { commentLines } from "./invisible.ts";
import { isBranch, isList, startsPart, type Tree } from "./tree.ts";

export interface BraceStyle {
  readonly key: (key: string) => string;
  readonly text: (text: string) => string;
  readonly trailingComma: boolean;
  /** Marks a comment; absent where the format has none. */
  readonly comment?: string;
  readonly comments?: (path: ValuePath) => string | undefined;
}

const WIDTH = 100;

/** Writes a tree with braces, as TypeScript and JSON have it: on one line what is small, else a line per entry. */
export function writeBraces(tree: Tree, style: BraceStyle, { path = [], used = 0 }: BracePlace = {}): string {
  return new BraceWriter(style).write(tree, path, 0, used);
}

/** Where a value stands that is not the whole file, and how much of its line is taken. */
export interface BracePlace {
  readonly path?: ValuePath;
  readonly used?: number;
}

class BraceWriter {
  readonly #style: BraceStyle;

  constructor(style: BraceStyle) {
    this.#style = style;
  }

  /** `used` is how much of the line stands before the value already. */
  write(tree: Tree, path: ValuePath, indent: number, used: number): string {
    if (typeof tree === "string") return this.#style.text(tree);
    if (!isBranch(tree) && !isList(tree)) return String(tree);
    const line = this.#oneLine(tree, path);
    if (line !== undefined && used + line.length < WIDTH) return line;
    return isBranch(tree) ? this.#lines(tree.entries.map(([key, member]) => ({ key, member })), "{", "}", path, indent) : this.#lines(tree.map((member) => ({ member })), "[", "]", path, indent);
  }

  #lines(members: readonly { readonly key?: string; readonly member: Tree }[], open: string, close: string, path: ValuePath, indent: number): string {
    const inner = "  ".repeat(indent + 1);
    const rows = members.map(({ key, member }, index) => {
      const at = [...path, key ?? index];
      const head = key === undefined ? inner : `${inner}${this.#style.key(key)}: `;
      const comma = index < members.length - 1 || this.#style.trailingComma ? "," : "";
      const value = this.write(member, at, indent + 1, head.length);
      return { lead: this.#lead(at, inner), blank: index > 0 && startsPart(at), text: `${head}${value}${comma}` };
    });
    // A blank line around everything that takes several lines, among parts.
    const spaced = rows.map(({ lead, blank, text }, index) => {
      const tall = lead !== "" || text.includes("\n") || (rows[index - 1]?.text.includes("\n") ?? false);
      return `${blank && tall ? "\n" : ""}${lead}${text}`;
    });
    return `${open}\n${spaced.join("\n")}\n${"  ".repeat(indent)}${close}`;
  }

  #lead(path: ValuePath, inner: string): string {
    const { comment, comments } = this.#style;
    const text = comment === undefined ? undefined : comments?.(path);
    return text === undefined ? "" : commentLines(text).map((one) => `${inner}${comment} ${one}`.trimEnd()).join("\n").concat("\n");
  }

  /** A value on one line; undefined when something in it needs lines of its own. */
  #oneLine(tree: Tree, path: ValuePath): string | undefined {
    if (typeof tree === "string") return this.#style.text(tree);
    if (isList(tree)) {
      const items = tree.map((item) => (isBranch(item) && tree.length > 1 ? undefined : this.#oneLine(item, path)));
      return items.includes(undefined) ? undefined : `[${items.join(", ")}]`;
    }
    if (!isBranch(tree)) return String(tree);
    if (tree.entries.length === 0) return "{}";
    // The parts of the file are read from top to bottom, however small they are.
    if (path.length === 0 || startsPart(path) || STANDING.has(String(path.at(-1)))) return undefined;
    const members = tree.entries.map(([key, member]) => {
      const at = [...path, key];
      if (this.#style.comments?.(at) !== undefined || (isBranch(member) && member.entries.length > 1)) return undefined;
      const text = this.#oneLine(member, at);
      return text === undefined ? undefined : `${this.#style.key(key)}: ${text}`;
    });
    return members.includes(undefined) ? undefined : `{ ${members.join(", ")} }`;
  }
}

/** Keys whose members stand below each other. */
const STANDING = new Set(["ous", "accounts", "policies", "document", "permissionSets", "groups", "roles", "inlinePolicy", "trust", "budgets", "expectations"]);
