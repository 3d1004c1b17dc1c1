import { FIELDS } from "../../arn-fields.ts";
import type { Reading } from "../reading.ts";
import { type Atom, atomsOf, RUN, TextPattern } from "../text-pattern.ts";
import { NO, type Truth, UNKNOWN, YES } from "../truth.ts";
import { valueOf } from "../variable.ts";
import { fieldEnd, STARTS } from "./arn-value.ts";

/**
 * Matches a pattern whose variables bring colons, or are not known: variables are replaced first, then the fields are
 * compared (open question variable-in-arn-condition). Behind a variable that is not known any field may stand. The value is
 * the ARN whose fields were found last.
 */
export function matchesWithVariables(atoms: readonly Atom[], value: string, reading: Reading): Truth {
  const known: Atom[] = [];
  for (const [index, atom] of atoms.entries()) {
    const text = atom.kind === "variable" ? valueOf(atom.variable, reading) : undefined;
    if (atom.kind !== "variable") known.push(atom);
    else if (text === undefined) return NO;
    else if (text !== null) known.push(...atomsOf([{ text, literal: true }], false));
    else return matchesOpen(fieldsOf(known), [RUN, ...atoms.slice(index + 1)], value, reading);
  }
  const fields = fieldsOf(known);
  return fields.length === FIELDS && fields.every((field, index) => fieldMatches(field, value, index, reading)) ? YES : NO;
}

/** The atoms before an unknown variable, field by field, and what follows it. */
function matchesOpen(fields: readonly Atom[][], rest: readonly Atom[], value: string, reading: Reading): Truth {
  const last = fields.length - 1;
  if (!fields.slice(0, last).every((field, index) => fieldMatches(field, value, index, reading))) return NO;
  const from = STARTS[last] ?? 0;
  const begun = new TextPattern(fields[last] ?? []);
  const open = new TextPattern(rest);
  for (let to = from; to <= fieldEnd(value, last); to++) {
    // The variable may stand for everything behind the first place that fits, so later places add nothing.
    if (begun.matchesRange(value, from, to, reading) === YES) return open.matchesRange(value, to, value.length, reading) === NO ? NO : UNKNOWN;
  }
  return NO;
}

const fieldMatches = (field: readonly Atom[], value: string, index: number, reading: Reading): boolean =>
  new TextPattern(field).matchesRange(value, STARTS[index] ?? 0, fieldEnd(value, index), reading) === YES;

/** Cut at the first five colons; a variable is in one field as long as its value has none. */
export function fieldsOf(atoms: readonly Atom[]): Atom[][] {
  const fields: Atom[][] = [[]];
  for (const atom of atoms) {
    if (atom.kind !== "text") {
      fields.at(-1)?.push(atom);
      continue;
    }
    const parts = atom.text.text.split(":");
    const room = FIELDS - fields.length;
    const cut = parts.length - 1 > room ? [...parts.slice(0, room), parts.slice(room).join(":")] : parts;
    cut.forEach((part, index) => {
      if (index > 0) fields.push([]);
      fields.at(-1)?.push(...atomsOf([{ text: part, literal: true }], false));
    });
  }
  return fields;
}
