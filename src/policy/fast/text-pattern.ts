import { keyName } from "./keys.ts";
import type { Reading } from "./reading.ts";
import { NO, type Truth, UNKNOWN, YES } from "./truth.ts";
import { type Piece, type Variable, valueOf } from "./variable.ts";

/** What a pattern is made of: a literal text, a variable, one character, or any run of characters. */
export type Atom = { readonly kind: "text"; readonly text: Literal } | { readonly kind: "variable"; readonly variable: Variable } | { readonly kind: "one" } | { readonly kind: "run" };

export function atomsOf(pieces: readonly Piece[], wildcards: boolean): Atom[] {
  const atoms: Atom[] = [];
  for (const piece of pieces) {
    if ("key" in piece) atoms.push({ kind: "variable", variable: piece });
    else if (piece.literal || !wildcards) addText(atoms, piece.text);
    else addWildcards(atoms, piece.text);
  }
  return atoms;
}

/** Texts that follow each other become one. */
function addText(atoms: Atom[], text: string): void {
  if (text === "") return;
  const last = atoms.at(-1);
  if (last?.kind === "text") atoms[atoms.length - 1] = { kind: "text", text: literalOf(last.text.text + text) };
  else atoms.push({ kind: "text", text: literalOf(text) });
}

function addWildcards(atoms: Atom[], text: string): void {
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at];
    if (character !== "*" && character !== "?" && at < text.length) continue;
    addText(atoms, text.slice(from, at));
    from = at + 1;
    if (character === "?") atoms.push(ONE);
    else if (character === "*" && atoms.at(-1) !== RUN) atoms.push(RUN);
  }
}

const ONE: Atom = { kind: "one" };
export const RUN: Atom = { kind: "run" };

/** A text and its UTF-16 units: comparing these from the end takes half the time of `startsWith` for texts as policies have them. */
interface Literal {
  readonly text: string;
  /** Made when first compared: most texts of a large set of policies never are. */
  units: Uint16Array | undefined;
}

const LONGEST_BY_UNIT = 64;

const literalOf = (text: string): Literal => ({ text, units: undefined });

function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let index = 0; index < units.length; index++) units[index] = text.charCodeAt(index);
  return units;
}

/** The text is known to be long enough. */
function standsAt(literal: Literal, text: string, at: number): boolean {
  if (literal.text.length > LONGEST_BY_UNIT) return text.startsWith(literal.text, at);
  const units = (literal.units ??= unitsOf(literal.text));
  for (let index = units.length - 1; index >= 0; index--) {
    if (text.charCodeAt(at + index) !== units[index]) return false;
  }
  return true;
}

type Shape = "exact" | "any" | "prefix" | "suffix" | "middle" | "mixed";

/** A compiled text with wildcards and variables, matched against a range of a text. */
export class TextPattern {
  readonly atoms: readonly Atom[];
  readonly #shape: Shape;
  /** The one literal of every shape but `any` and `mixed`; empty where there is none. */
  readonly literal: string;
  readonly #literal: Literal;
  readonly #variables: readonly Variable[];
  /** Compared in lower case; the text it is matched against is in lower case already. */
  readonly #folded: boolean;

  constructor(given: readonly Atom[], folded = false) {
    const atoms = folded ? given.map(foldedAtom) : given;
    this.atoms = atoms;
    this.#folded = folded;
    this.#shape = shapeOf(atoms);
    const text = atoms.find((atom) => atom.kind === "text")?.text ?? NO_TEXT;
    this.literal = text.text;
    this.#literal = text;
    this.#variables = variablesOf(atoms);
  }

  get isExact(): boolean {
    return this.#shape === "exact";
  }

  get matchesAll(): boolean {
    return this.#shape === "any";
  }

  get hasVariables(): boolean {
    return this.#variables.length > 0;
  }

  /** Open question unknown-variable: a variable that is not known is taken as `*`, which gives UNKNOWN at best. */
  matchesRange(text: string, from: number, to: number, reading: Reading): Truth {
    if (this.#variables.length === 0) return this.#fits(text, from, to, reading) ? YES : NO;
    let found: Truth = YES;
    for (const variable of this.#variables) {
      const value = valueOf(variable, reading);
      if (value === undefined) return NO;
      if (value === null) found = UNKNOWN;
    }
    return this.#fits(text, from, to, reading) ? found : NO;
  }

  /** Names of the keys of its variables that are not known. */
  missingKeys(reading: Reading): string[] {
    return this.#variables.filter((variable) => valueOf(variable, reading) === null).map(({ key }) => keyName(key));
  }

  #fits(text: string, from: number, to: number, reading: Reading): boolean {
    const length = this.literal.length;
    switch (this.#shape) {
      case "any":
        return true;
      case "exact":
        return to - from === length && standsAt(this.#literal, text, from);
      case "prefix":
        return to - from >= length && standsAt(this.#literal, text, from);
      case "suffix":
        return to - from >= length && standsAt(this.#literal, text, to - length);
      case "middle": {
        const at = text.indexOf(this.literal, from);
        return at >= 0 && at + length <= to;
      }
      case "mixed":
        return mixedFits(this.atoms, this.#folded, text, from, to, reading);
    }
  }
}

const foldedAtom = (atom: Atom): Atom => (atom.kind === "text" ? { kind: "text", text: literalOf(atom.text.text.toLowerCase()) } : atom);

const NO_TEXT = literalOf("");
const NO_VARIABLES: readonly Variable[] = [];

function variablesOf(atoms: readonly Atom[]): readonly Variable[] {
  const found: Variable[] = [];
  for (const atom of atoms) if (atom.kind === "variable") found.push(atom.variable);
  return found.length === 0 ? NO_VARIABLES : found;
}

function shapeOf([first, second, third, ...more]: readonly Atom[]): Shape {
  if (first === undefined) return "exact";
  if (second === undefined) return first.kind === "text" ? "exact" : first.kind === "run" ? "any" : "mixed";
  if (third === undefined) {
    if (first.kind === "text" && second.kind === "run") return "prefix";
    return first.kind === "run" && second.kind === "text" ? "suffix" : "mixed";
  }
  return more.length === 0 && first.kind === "run" && second.kind === "text" && third.kind === "run" ? "middle" : "mixed";
}

/** The usual match that goes back to the last run: every other atom has one length at one place. */
function mixedFits(atoms: readonly Atom[], folded: boolean, text: string, from: number, to: number, reading: Reading): boolean {
  let at = from;
  let index = 0;
  let run = -1;
  let runAt = from;
  for (;;) {
    const atom = atoms[index];
    const next = atom === undefined ? (at === to ? to : -1) : lengthened(atom, folded, text, at, to, reading);
    if (next === to && atom === undefined) return true;
    if (next === SKIPS) {
      run = index++;
      runAt = at;
    } else if (next >= 0) {
      at = next;
      index++;
    } else {
      if (run < 0 || runAt >= to) return false;
      index = run + 1;
      at = ++runAt;
    }
  }
}

const SKIPS = -2;

/** Where the text goes on behind an atom; -1 when the atom does not stand here. */
function lengthened(atom: Atom, folded: boolean, text: string, at: number, to: number, reading: Reading): number {
  if (atom.kind === "run") return SKIPS;
  if (atom.kind === "one") return at < to ? at + widthOf(text, at, to) : -1;
  if (atom.kind === "text") {
    const end = at + atom.text.text.length;
    return end <= to && standsAt(atom.text, text, at) ? end : -1;
  }
  const value = valueOf(atom.variable, reading);
  if (value === null) return SKIPS;
  const literal = folded ? value?.toLowerCase() : value;
  return literal !== undefined && at + literal.length <= to && text.startsWith(literal, at) ? at + literal.length : -1;
}

/** Open question question-mark-character: a character of two UTF-16 units is one. */
function widthOf(text: string, at: number, to: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff || at + 1 >= to) return 1;
  const low = text.charCodeAt(at + 1);
  return low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
}
