import { isPolicyVariable, VARIABLE } from "../variables.ts";
import { keyId } from "./keys.ts";
import type { Reading } from "./reading.ts";

/** `${key}` or `${key, 'default'}`. */
export interface Variable {
  readonly key: number;
  readonly fallback?: string;
}

/**
 * What stands for a variable: its text, `undefined` when it has no value, `null` when its key is not known. Value and
 * default are plain text; the default is for a key that is absent (open questions variable-default-wildcard and
 * variable-default-empty).
 */
export function valueOf(variable: Variable, reading: Reading): string | null | undefined {
  const value = reading.value(variable.key);
  if (typeof value === "string") return value;
  // Open question variable-of-several-values.
  if (value === undefined && reading.mayExist(variable.key)) return null;
  return variable.fallback;
}

/** A text as it stands in a policy, cut into plain pieces and variables. An escape such as `${*}` is a plain piece that has no wildcards. */
export type Piece = { readonly text: string; readonly literal: boolean } | Variable;

/**
 * Source: IAM User Guide, "IAM policy elements: Variables and tags". What only looks like a variable is plain text (open
 * question unknown-variable-form).
 */
export function piecesOf(text: string, variables: boolean): Piece[] {
  if (!variables || !text.includes("${")) return [{ text, literal: false }];
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(VARIABLE)) {
    if (!isPolicyVariable(match[0])) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), literal: false });
    pieces.push(pieceOf(match[0].slice(2, -1)));
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), literal: false });
  return pieces;
}

function pieceOf(inside: string): Piece {
  if (["*", "?", "$"].includes(inside)) return { text: inside, literal: true };
  const [, key = inside, fallback] = /^([^,]*?)\s*,\s*'([^']*)'$/.exec(inside) ?? [];
  return { key: keyId(key), ...(fallback === undefined ? {} : { fallback }) };
}
