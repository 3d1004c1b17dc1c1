import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
  type Scalar,
  visit,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import type { Diagnostic, Place, ValuePath } from "../../diagnostics/index.ts";
import { placesIn } from "../places.ts";
import { type Aim, type Locate, nowhere, type Source, type SourceFile } from "../source.ts";

/** Far more aliases than a file needs; fewer than an attack that repeats lists of lists needs. */
const MAX_NODES = 2_000_000;
const MAX_DEPTH = 100;

/** Mistakes in keys leave a value whose other mistakes can be told in the same run. */
const READ_OVER: ReadonlySet<string> = new Set(["LF1017", "LF1104"]);

/** Reads YAML 1.2 (core schema, merge keys) as plain data, with all of the parser's complaints. */
export function readYamlSource(file: SourceFile): Source {
  const place = placesIn(file.shown, file.text);
  const files = [file.path];
  const [first, second] = parse(file.text);
  if (first === undefined || first instanceof Error) {
    const summary = first === undefined ? `\`${file.shown}\` is empty.` : `\`${file.shown}\` is nested too deeply to be read.`;
    return { diagnostics: [{ code: first === undefined ? "LF1018" : "LF1115", severity: "error", summary, place: place(0, 0) }], files, locate: nowhere };
  }
  const diagnostics: Diagnostic[] = [...first.errors, ...first.warnings].map((error) => ({
    ...complaint(error, file),
    place: place(...error.pos),
  }));
  if (second !== undefined && !(second instanceof Error)) diagnostics.push({ ...severalDocuments, place: place(second.range[0], second.range[0]) });
  if (diagnostics.length > 0) return { diagnostics, files, locate: nowhere };
  const targets = targetsOf(first);
  const reader = new YamlReader(targets, place);
  const value = first.contents === null ? null : reader.read(first.contents, 0);
  const locate: Locate = (path, aim) => locateIn(first.contents, path, aim, place, targets);
  return { ...(reader.diagnostics.every(({ code }) => READ_OVER.has(code)) ? { value } : {}), diagnostics: reader.diagnostics, files, locate };
}

function parse(text: string): (Document.Parsed | Error)[] {
  try {
    const documents = parseAllDocuments(text, { version: "1.2", schema: "core", merge: true, prettyErrors: false, uniqueKeys: false });
    return Array.isArray(documents) ? documents : [];
  } catch (error) {
    // Hostile nesting exhausts the parser's stack.
    return [error instanceof Error ? error : new Error(String(error))];
  }
}

const severalDocuments: Diagnostic = {
  code: "LF1019",
  severity: "error",
  summary: "A second YAML document begins here.",
  fix: "Keep one document, without `---` between its parts.",
};

function complaint(error: YAMLError, file: SourceFile): Diagnostic {
  if (error.code === "TAG_RESOLVE_FAILED") return { code: "LF1020", severity: "error", summary: `${error.message}.`, fix: "Write plain data, without tags." };
  if (error.code === "BAD_ALIAS") return { code: "LF1020", severity: "error", summary: `${error.message}.`, fix: "Declare the anchor above the alias, or write the value out." };
  const fix = error.code === "TAB_AS_INDENT" ? "Indent with spaces." : "Correct the text at this place; a value with `: ` or `#` in it needs quotes.";
  return { code: "LF1018", severity: "error", summary: `\`${file.shown}\` is not YAML: ${error.message}.`, fix };
}

/** What each alias stands for. The library looks through the whole document for every single one. */
type Targets = ReadonlyMap<Alias, Node>;

function targetsOf(document: Document.Parsed): Targets {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Node(_key, node) {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target !== undefined) targets.set(node, target);
      } else if (node.anchor !== undefined) {
        anchors.set(node.anchor, node);
      }
    },
  });
  return targets;
}

/** Turns nodes into plain data. The library's own way would turn keys such as `1e3` into other text silently. */
class YamlReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #targets: Targets;
  readonly #place: (start: number, end: number) => Place;
  readonly #open = new Set<Node>();
  #nodes = 0;

  constructor(targets: Targets, place: (start: number, end: number) => Place) {
    this.#targets = targets;
    this.#place = place;
  }

  read(node: unknown, depth: number): unknown {
    if (depth > MAX_DEPTH) return this.#refuse(node, "LF1115", `The value is nested more than ${MAX_DEPTH} levels deep.`);
    if (++this.#nodes > MAX_NODES) return this.#refuseOnce(node, "LF1020", "Anchors repeat too much: the value would have millions of entries.");
    if (isAlias(node)) return this.#alias(node, depth);
    if (isScalar(node)) return this.#scalar(node);
    if (isSeq(node)) return this.#within(node, () => node.items.map((item) => this.read(item, depth + 1)));
    if (isMap(node)) return this.#within(node, () => this.#map(node, depth));
    return null;
  }

  #alias(node: Node, depth: number): unknown {
    const target = resolved(node, this.#targets);
    if (target === undefined) return this.#refuse(node, "LF1020", "The alias has no anchor above it.");
    if (this.#open.has(target)) return this.#refuse(node, "LF1020", "The alias refers to the value it stands in.");
    return this.read(target, depth);
  }

  #within(node: Node, read: () => unknown): unknown {
    this.#open.add(node);
    const value = read();
    this.#open.delete(node);
    return value;
  }

  #scalar(node: Scalar): unknown {
    const { value } = node;
    if (typeof value === "number" && !Number.isFinite(value)) return this.#refuse(node, "LF1012", "The number is not finite.");
    if (typeof value === "object" && value !== null) return this.#refuse(node, "LF1020", "The value has a tag that makes it no plain data.");
    return value;
  }

  #map(node: YAMLMap, depth: number): unknown {
    const entries = new Map<string, unknown>();
    const seen = new Set<string>();
    const once = (pair: Pair, key: string): void => {
      if (seen.has(key)) this.#refuse(pair.key, "LF1017", `The key ${JSON.stringify(key)} appears twice in one object.`, "Keep one of them.");
      seen.add(key);
    };
    for (const pair of node.items) {
      if (!isMerge(pair)) continue;
      once(pair, "<<");
      this.#merge(pair, entries, depth);
    }
    for (const pair of node.items) {
      if (isMerge(pair)) continue;
      const key = this.#key(pair);
      if (key === undefined) continue;
      once(pair, key);
      entries.set(key, this.read(pair.value, depth + 1));
    }
    // Own properties only, also for a key called `__proto__`.
    return Object.fromEntries(entries);
  }

  #merge(pair: Pair, entries: Map<string, unknown>, depth: number): void {
    const source = resolved(pair.value, this.#targets);
    // Of several merged maps the first one wins, so they are laid down from the last.
    for (const map of (isSeq(source) ? [...source.items].reverse() : [source]).map((item) => resolved(item, this.#targets))) {
      if (!isMap(map) || this.#open.has(map)) {
        this.#refuse(pair.key, "LF1020", "`<<` merges something that is not an object.");
        continue;
      }
      for (const [key, value] of Object.entries(this.read(map, depth + 1) as object)) entries.set(key, value);
    }
  }

  #key(pair: Pair): string | undefined {
    const key = resolved(pair.key, this.#targets);
    if (!isScalar(key) || (typeof key.value === "object" && key.value !== null)) {
      this.#refuse(pair.key, "LF1020", "A list or an object cannot be a key.");
      return undefined;
    }
    if (typeof key.value === "string") return key.value;
    const written = key.source ?? "";
    const kind = key.value === null ? "no value" : typeof key.value === "number" ? "a number" : "true or false";
    this.#refuse(pair.key, "LF1104", `The key ${written === "" ? "is empty" : `\`${written}\` is ${kind} in YAML`}, but must be text.`, `Put it in quotes: "${written}".`);
    return written;
  }

  #refuseOnce(node: unknown, code: Diagnostic["code"], summary: string): undefined {
    if (!this.diagnostics.some((one) => one.summary === summary)) this.#refuse(node, code, summary);
    return undefined;
  }

  #refuse(node: unknown, code: Diagnostic["code"], summary: string, fix = "Write the value out as plain data."): undefined {
    const range = rangeOf(node) ?? [0, 0];
    this.diagnostics.push({ code, severity: "error", summary, fix, place: this.#place(...range) });
    return undefined;
  }
}

const isMerge = (pair: Pair): boolean => isScalar(pair.key) && (pair.key.value === "<<" || typeof pair.key.value === "symbol") && pair.key.type === "PLAIN";

function resolved(node: unknown, targets: Targets): Node | undefined {
  if (isAlias(node)) return targets.get(node);
  return isScalar(node) || isMap(node) || isSeq(node) ? node : undefined;
}

function rangeOf(node: unknown): readonly [number, number] | undefined {
  const range = isPair(node) ? undefined : (node as Node | null | undefined)?.range;
  return range === undefined || range === null ? undefined : [range[0], range[1]];
}

function locateIn(top: unknown, path: ValuePath, aim: Aim, place: (start: number, end: number) => Place, targets: Targets): Place | undefined {
  let node = top;
  let key: unknown;
  for (const step of path) {
    const found = stepInto(resolved(node, targets), step, targets, 0);
    // What is not there is shown at what it would stand in.
    if (found === undefined) break;
    node = found.node;
    key = found.key;
  }
  const range = rangeOf(node);
  // A key with nothing behind it has an empty value, which cannot be shown.
  const value = range === undefined || range[0] === range[1] ? undefined : place(...range);
  if (aim === "value" && value !== undefined && value.line === value.endLine) return value;
  const keyRange = rangeOf(key);
  if (keyRange !== undefined) return place(...keyRange);
  return range === undefined ? undefined : place(range[0], Math.min(range[1], range[0] + 1));
}

interface Found {
  readonly node: unknown;
  readonly key?: unknown;
}

function stepInto(node: Node | undefined, step: string | number, targets: Targets, depth: number): Found | undefined {
  if (isSeq(node)) return typeof step === "number" && step in node.items ? { node: node.items[step] } : undefined;
  // Merges may run in a circle.
  if (!isMap(node) || depth > MAX_DEPTH) return undefined;
  // Of a key that stands twice the last value was read.
  const own = node.items.findLast((pair) => !isMerge(pair) && keyText(pair, targets) === String(step));
  if (own !== undefined) return { node: own.value, key: own.key };
  for (const pair of node.items) {
    if (!isMerge(pair)) continue;
    const source = resolved(pair.value, targets);
    for (const map of isSeq(source) ? source.items : [source]) {
      const found = stepInto(resolved(map, targets), step, targets, depth + 1);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function keyText(pair: Pair, targets: Targets): string | undefined {
  const key = resolved(pair.key, targets);
  if (!isScalar(key)) return undefined;
  return typeof key.value === "string" ? key.value : (key.source ?? "");
}
