import { readFileSync } from "node:fs";
import type { Place, ValuePath } from "../../diagnostics/index.ts";
import { placesIn } from "../places.ts";
import { realPath } from "../project.ts";
import type { Aim, Locate, SourceFile } from "../source.ts";
import { Modules } from "./modules.ts";
import { findWord, type Words, wordsOf } from "./search.ts";
import { agrees, chosen, memberOf, type Origin, type SourceText, type Traced, unknown } from "./traced.ts";

/**
 * Finds where values of a TypeScript file were written. `value` is what the file really gave: what the tracer makes of
 * the code is believed only where it agrees. The files are parsed when the first place is asked for.
 */
export function locateInTypeScript(file: SourceFile, files: readonly string[], value: unknown): Locate {
  let finder: Finder | undefined;
  return (path, aim) => {
    finder ??= new Finder(file, files, value);
    try {
      return finder.locate(path, aim);
    } catch (error) {
      // Nesting too deep for the stack; a place is never worth an error.
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  };
}

/** As far as a path could be followed. */
interface Reached {
  readonly traced: Traced;
  readonly key?: Origin;
  readonly actual: unknown;
  /** What is left of the path. */
  readonly rest: ValuePath;
  /** The pieces of code on the way, the innermost last. */
  readonly way: readonly Origin[];
}

class Finder {
  readonly #sources = new Map<string, SourceText>();
  readonly #modules: Modules;
  readonly #words = new Map<string, Words>();
  readonly #root: Traced;
  readonly #value: unknown;

  constructor(file: SourceFile, files: readonly string[], value: unknown) {
    // Imports are followed by real paths, as the bundler does.
    const own = realPath(file.path);
    const entry = sourceText(file, own, file.text, file.shown);
    for (const path of files) this.#sources.set(path, sourceText(file, path));
    this.#sources.set(own, entry);
    this.#modules = new Modules((path) => this.#sources.get(path));
    this.#value = value;
    this.#root = this.#trace(entry);
  }

  locate(path: ValuePath, aim: Aim): Place | undefined {
    const reached = this.#reach(path);
    const { key, traced, actual, rest } = reached;
    if (rest.length === 0 && aim === "key" && key !== undefined) return placeOf(key);
    if (rest.length === 0 && (this.#value === undefined || traced.kind === "object" || traced.kind === "list" || agrees(traced, actual))) return placeOfValue(traced.origin, key);
    const found = this.#search(reached, path, aim);
    return found === undefined ? placeOfValue(traced.origin, key) : placeOf(found);
  }

  /** Hostile code ends the tracing; then the whole file is what the value came from. */
  #trace(entry: SourceText): Traced {
    const whole = unknown({ file: entry, start: 0, end: entry.text.length });
    try {
      return this.#modules.exportsOf(entry.path).get("default") ?? whole;
    } catch {
      return whole;
    }
  }

  #reach(path: ValuePath): Reached {
    let traced = chosen(this.#root, this.#value);
    let actual = this.#value;
    let key: Origin | undefined;
    const way = [traced.origin];
    for (const [index, step] of path.entries()) {
      const member = memberOf(traced, step);
      if (member === undefined) return { traced, actual, rest: path.slice(index), way, ...(key && { key }) };
      actual = ownMember(actual, step);
      key = typeof step === "string" ? member.key : undefined;
      traced = chosen(member.value, actual);
      way.push(traced.origin);
    }
    return { traced, actual, rest: [], way, ...(key && { key }) };
  }

  /**
   * Looks for the value as a literal, from the last piece of code on the way outwards; then for the names on the way to
   * it, inside the last piece alone.
   */
  #search({ traced, actual, rest, way }: Reached, path: ValuePath, aim: Aim): Origin | undefined {
    const value = rest.reduce<unknown>(ownMember, actual);
    const names = (rest.length === 0 ? path.slice(-1) : rest).filter((step) => typeof step === "string");
    const literal = aim === "value" && isWord(value) ? way.toReversed().map((origin) => this.#find(origin, value)) : [];
    const named = names.toReversed().map((name) => this.#find(traced.origin, name));
    return [...literal, ...named].find((found) => found !== undefined);
  }

  #find(within: Origin, word: string | number | boolean | null): Origin | undefined {
    const program = this.#modules.programs.get(within.file.path);
    if (program === undefined) return undefined;
    const words = this.#words.get(within.file.path) ?? wordsOf(program);
    this.#words.set(within.file.path, words);
    return findWord(within, word, words);
  }
}

function sourceText(file: SourceFile, path: string, text = readText(path), shown = file.show(path)): SourceText {
  let places: SourceText["place"] | undefined;
  return {
    path,
    text,
    place: (start, end) => {
      places ??= placesIn(shown, text);
      return places(start, end);
    },
  };
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

const placeOf = ({ file, start, end }: Origin): Place => file.place(start, end);

/** A value that spans lines is shown at its key, or at its first character when it has none. */
function placeOfValue(origin: Origin, key: Origin | undefined): Place {
  const place = placeOf(origin);
  if (place.line === place.endLine) return place;
  return key === undefined ? origin.file.place(origin.start, origin.start + 1) : placeOf(key);
}

function ownMember(value: unknown, step: string | number): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Record<string | number, unknown>)[step];
}

const isWord = (value: unknown): value is string | number | boolean | null => value === null || ["string", "number", "boolean"].includes(typeof value);
