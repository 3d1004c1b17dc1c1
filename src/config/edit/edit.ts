import { isDeepStrictEqual } from "node:util";
import type { EditableFormat } from "./notations.ts";
import { indentAt, inserted, removed, renamed, replaced } from "./splice.ts";
import { entryOf, objectAt, type WrittenObject } from "./written.ts";

/** One change of the value in a file. A path names keys from the top. */
export type Edit =
  /** `before`: the key that it is put in front of where it is not there yet. Default: it comes last. */
  | { readonly kind: "set"; readonly path: readonly string[]; readonly value: unknown; readonly before?: string }
  | { readonly kind: "remove"; readonly path: readonly string[] }
  | { readonly kind: "rename"; readonly path: readonly string[]; readonly key: string };

/** The text with the edits; undefined when a place they need is not written out in the file. */
export function editedText(text: string, edits: readonly Edit[], format: EditableFormat): string | undefined {
  return edits.reduce<string | undefined>((before, edit) => (before === undefined ? undefined : one(before, edit, format)), text);
}

function one(text: string, edit: Edit, format: EditableFormat): string | undefined {
  const root = format.written(text);
  const key = edit.path.at(-1);
  if (root === undefined || key === undefined) return undefined;
  if (edit.kind === "set") return set(text, root, edit, format);
  const object = objectAt(root, edit.path.slice(0, -1));
  const entry = object && entryOf(object, key);
  if (object === undefined || entry === undefined) return undefined;
  return edit.kind === "remove" ? removed(text, object, entry, format) : renamed(text, entry, format.key(edit.key));
}

/** Objects on the way that are not there are written with the value in them. */
function set(text: string, root: WrittenObject, { path, value, before }: Extract<Edit, { kind: "set" }>, format: EditableFormat): string | undefined {
  let object = root;
  for (const [depth, key] of path.entries()) {
    const entry = entryOf(object, key);
    const rest = path.slice(depth + 1);
    const nested = rest.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
    if (entry === undefined) return inserted(text, object, key, nested, format, rest.length === 0 ? before : undefined);
    if (rest.length === 0 || (entry.object === undefined && isEmpty(text.slice(entry.valueStart, entry.valueEnd)))) {
      const written = format.entry(key, nested, indentAt(text, entry.keyStart));
      return replaced(text, entry, `${entry.valueStart > entry.keyEnd + 1 || format.trailingComma ? "" : " "}${written.slice(format.key(key).length + 2)}`);
    }
    if (entry.object === undefined) return undefined;
    object = entry.object;
  }
  return undefined;
}

const isEmpty = (text: string): boolean => ["", "null", "~"].includes(text.trim());

/** What the file is to give after the edits. */
export function editedValue(value: unknown, edits: readonly Edit[]): unknown {
  const copy = structuredClone(value) as Record<string, unknown>;
  for (const edit of edits) {
    const key = edit.path.at(-1) ?? "";
    const parent = parentOf(copy, edit.path.slice(0, -1));
    if (edit.kind === "set") parent[key] = edit.value;
    else {
      if (edit.kind === "rename") parent[edit.key] = parent[key];
      delete parent[key];
    }
  }
  return copy;
}

function parentOf(root: Record<string, unknown>, path: readonly string[]): Record<string, unknown> {
  return path.reduce<Record<string, unknown>>((object, key) => {
    if (typeof object[key] !== "object" || object[key] === null) object[key] = {};
    return object[key] as Record<string, unknown>;
  }, root);
}

/** Whether two values are the same, whatever the order of their keys; a key without a value is no key. */
export const sameValue = (a: unknown, b: unknown): boolean => isDeepStrictEqual(plain(a), plain(b));

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? "null");
