import { MAX_TEXT } from "./operators.ts";
import { list, type Origin, scalar, type Scalar, type Traced, unknown } from "./traced.ts";

/** Methods of texts that make another text, a part, or an answer out of texts and numbers alone. */
const METHODS: Readonly<Record<string, (text: string, given: readonly Scalar[]) => Scalar | readonly string[]>> = {
  toLowerCase: (text) => text.toLowerCase(),
  toUpperCase: (text) => text.toUpperCase(),
  trim: (text) => text.trim(),
  toString: (text: string) => text,
  concat: (text, given) => text.concat(...given.map(String)),
  slice: (text, [from, to]) => text.slice(Number(from), to === undefined ? undefined : Number(to)),
  substring: (text, [from, to]) => text.substring(Number(from), to === undefined ? undefined : Number(to)),
  replace: (text, [what, by]) => text.replace(String(what), () => String(by)),
  replaceAll: (text, [what, by]) => text.replaceAll(String(what), () => String(by)),
  split: (text, [by]) => (by === undefined ? [text] : text.split(String(by))),
  startsWith: (text, [start]) => text.startsWith(String(start)),
  endsWith: (text, [end]) => text.endsWith(String(end)),
  includes: (text, [part]) => text.includes(String(part)),
  padStart: (text, [length, by]) => (Number(length) > 1_000 ? undefined : text.padStart(Number(length), by === undefined ? " " : String(by))),
};

/** Follows a method of a text; what comes out was written where the text was. */
export function callTextMethod(text: string, name: string, given: readonly Traced[], written: Origin, origin: Origin): Traced {
  const values = given.map((value) => (value.kind === "scalar" ? value.value : NOT_KNOWN));
  if (!Object.hasOwn(METHODS, name) || values.includes(NOT_KNOWN)) return unknown(origin);
  // A text replaced in a text can be as long as both multiplied.
  const longest = values.reduce((size: number, value) => size * Math.max(1, String(value).length), text.length);
  if (longest > MAX_TEXT) return unknown(origin);
  const made = METHODS[name]?.(text, values as Scalar[]);
  if (typeof made === "object" && made !== null) return list(made.map((part) => scalar(part, written)), origin);
  return scalar(made, written);
}

const NOT_KNOWN = Symbol("not known");
