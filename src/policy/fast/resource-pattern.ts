import { FIELDS, splitFields } from "../arn-fields.ts";
import type { Reading } from "./reading.ts";
import { atomsOf, RUN, TextPattern } from "./text-pattern.ts";
import { either, NO, type Truth, YES } from "./truth.ts";
import { type Piece, piecesOf } from "./variable.ts";

/** One pattern of Resource or NotResource. */
export interface ResourcePattern {
  readonly any: boolean;
  matches(text: string, reading: Reading): Truth;
  missingKeys(reading: Reading): string[];
}

/** How the document that a pattern stands in is read. */
export interface ResourceReading {
  /** Whether `${…}` is a variable: from Version 2012-10-17 on. */
  readonly variables: boolean;
  /** Whether missing fields are filled with `*`: open question short-arn. */
  readonly padded: boolean;
}

const LAST = FIELDS - 1;

/** Source: IAM User Guide, "IAM JSON policy elements: Resource". */
export function compileResource(given: string, { variables, padded }: ResourceReading): ResourcePattern {
  if (given === "*") return new WholePattern([RUN]);
  const text = padded && given.startsWith("arn:") ? filledUp(given, variables) : given;
  const fields = splitFields(text, variables);
  // Open questions variable-before-fifth-colon and unknown-variable-form: only the sixth field has variables.
  if (variables && fields.slice(0, LAST).some((field) => field.includes(":") || piecesOf(field, true).some((piece) => "key" in piece || piece.literal))) return NOTHING;
  const last = fields.length === FIELDS ? (fields[LAST] ?? "") : text.endsWith("*") ? "*" : "";
  const head = text.slice(0, text.length - last.length);
  if (!/[*?]/.test(head)) return new WholePattern(atomsOf([{ text: head, literal: true }, ...piecesOf(last, variables)], true));
  return new FieldsPattern(fields.map((field, index) => (index === LAST ? piecesOf(field, variables) : [{ text: field, literal: false }])));
}

const NOTHING: ResourcePattern = { any: false, matches: () => NO, missingKeys: () => [] };

const filledUp = (text: string, variables: boolean): string => text + ":*".repeat(FIELDS - splitFields(text, variables).length);

/** Wildcards stand in the sixth field, or at the very end, only: there they stand for any character. */
class WholePattern extends TextPattern implements ResourcePattern {
  get any(): boolean {
    return this.matchesAll;
  }

  matches(text: string, reading: Reading): Truth {
    return this.matchesRange(text, 0, text.length, reading);
  }
}

/** A wildcard of the first five fields stays in its field, but for a `*` at its end: open question wildcard-past-colon. */
class FieldsPattern implements ResourcePattern {
  readonly any = false;
  readonly #fields: readonly TextPattern[];
  readonly #crossing: readonly boolean[];
  readonly #mayCross: boolean;

  constructor(pieces: readonly Piece[][]) {
    this.#fields = pieces.map((field) => new TextPattern(atomsOf(field, true)));
    this.#crossing = this.#fields.map((field, index) => index < LAST && field.atoms.at(-1)?.kind === "run");
    this.#mayCross = this.#crossing.includes(true);
  }

  matches(text: string, reading: Reading): Truth {
    const found = this.#fieldByField(text, reading);
    return found === YES || !this.#mayCross ? found : either(found, this.#acrossFields(text, reading));
  }

  missingKeys(reading: Reading): string[] {
    return this.#fields.flatMap((field) => field.missingKeys(reading));
  }

  #fieldByField(text: string, reading: Reading): Truth {
    const last = this.#fields.length - 1;
    let from = 0;
    let index = 0;
    for (const field of this.#fields) {
      const colon = index === LAST ? -1 : text.indexOf(":", from);
      if (index === last) return colon < 0 ? field.matchesRange(text, from, text.length, reading) : NO;
      if (colon < 0 || field.matchesRange(text, from, colon, reading) === NO) return NO;
      from = colon + 1;
      index++;
    }
    return NO;
  }

  /** Every place where a field may begin, field by field. */
  #acrossFields(text: string, reading: Reading): Truth {
    const count = findPlaces(text);
    // With no colon more than the pattern has, none can be run over.
    if (count <= this.#fields.length) return NO;
    const last = this.#fields.length - 1;
    let found: Truth = NO;
    open.fill(0, 0, count);
    open[0] = 1;
    for (let index = 0; index <= last; index++) {
      const field = this.#fields[index];
      const crossing = this.#crossing[index] === true;
      opened.fill(0, 0, count);
      for (let place = 0; place < count; place++) {
        if (open[place] === 0 || field === undefined) continue;
        const isLastPlace = place === count - 1;
        const to = isLastPlace || index === LAST ? text.length : (places[place + 1] ?? 0) - 1;
        const fits = field.matchesRange(text, places[place] ?? 0, to, reading);
        if (fits === NO) continue;
        if (index === last && (to === text.length || crossing)) found = either(found, fits);
        else if (!isLastPlace) opened.fill(1, place + 1, crossing ? count : place + 2);
      }
      [open, opened] = [opened, open];
    }
    return found;
  }
}

/** Where a field may begin: at 0 and behind each colon. Reused, as are the flags of the places that are open. */
const places: number[] = [];
let open = new Uint8Array(16);
let opened = new Uint8Array(16);

function findPlaces(text: string): number {
  let count = 0;
  for (let at = 0; ; at = text.indexOf(":", at) + 1) {
    if (at === 0 && count > 0) break;
    places[count++] = at;
  }
  if (count > open.length) {
    open = new Uint8Array(count * 2);
    opened = new Uint8Array(count * 2);
  }
  return count;
}
