/** A text in which `{{ Key }}` was filled in, and the way back to the text as it stands in the file. */
export interface FilledText {
  readonly text: string;
  /** The offset in the file's text that an offset in `text` comes from. */
  readonly original: (offset: number) => number;
}

interface Piece {
  readonly start: number;
  readonly length: number;
  readonly originalStart: number;
  readonly originalLength: number;
}

/** `{{ Key }}` or `{{{ Key }}}`; a CloudFormation reference `{{resolve:…}}` is none of these. */
const TEMPLATE = /\{\{\{?(?!\s*resolve:)([^{}]*)\}?\}\}/g;

/**
 * Braces of a template that nothing fills, in a form that YAML reads as plain text: unquoted braces would be a mapping.
 * Private-use characters, turned back by `unmask`.
 */
const MASKS: Readonly<Record<string, string>> = { "{": "\uE07B", "}": "\uE07D" };

export const unmask = (text: string): string => text.replaceAll("\uE07B", "{").replaceAll("\uE07D", "}");

/** Whether a text, after `unmask`, still holds a template that nothing filled. */
export const holdsTemplate = (text: string): boolean => text.search(TEMPLATE) !== -1;

/** Fills templates before YAML is read, as LZA does: a list becomes its items joined by commas. */
export function fillTemplates(text: string, values: ReadonlyMap<string, readonly string[]>): FilledText {
  const pieces: Piece[] = [];
  let filled = "";
  let done = 0;
  for (const match of text.matchAll(TEMPLATE)) {
    const value = values.get((match[1] ?? "").trim())?.join(",") ?? match[0].replace(/[{}]/g, (brace) => MASKS[brace] ?? brace);
    filled += text.slice(done, match.index);
    pieces.push({ start: filled.length, length: value.length, originalStart: match.index, originalLength: match[0].length });
    filled += value;
    done = match.index + match[0].length;
  }
  filled += text.slice(done);
  return { text: filled, original: (offset) => originalOffset(pieces, offset) };
}

function originalOffset(pieces: readonly Piece[], offset: number): number {
  let shift = 0;
  for (const piece of pieces) {
    if (offset < piece.start) break;
    if (offset === piece.start) return piece.originalStart;
    if (offset < piece.start + piece.length) return piece.originalStart;
    shift = piece.originalStart + piece.originalLength - (piece.start + piece.length);
  }
  return offset + shift;
}
