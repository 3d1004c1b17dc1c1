import { type Alias, type Document, isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from "yaml";
import { type Diagnostic, LandfallError, type Place } from "../diagnostics/index.ts";
import type { ConfigurationFolder } from "./folder.ts";
import { placeFinder, startOf } from "./places.ts";
import { MAX_YAML_DEPTH, nestsTooDeep } from "./yaml-depth.ts";
import type { YamlEntry, YamlNode } from "./yaml-node.ts";

/** What is done to a file's text before it is read as YAML, and to every text value after. */
export interface YamlDialect {
  /** Fills in what the format writes into the text; `original` leads back to offsets in the file. */
  prepare(text: string): { readonly text: string; readonly original: (offset: number) => number };
  restore(text: string): string;
  /** The tag whose value is another file's path, relative to the including file, such as `!include`. */
  readonly includeTag?: string;
}

export const PLAIN_YAML: YamlDialect = {
  prepare: (text) => ({ text, original: (offset) => offset }),
  restore: (text) => text,
};

/** Anchors can name each other into millions of nodes; no configuration written by people comes near. */
const MAX_NODES = 200_000;

/**
 * Reads a YAML file of a configuration. The format's own tags stand beside their values. Undefined when the file does not exist.
 * Throws a LandfallError: LF6002 cannot be read, LF6003 is no YAML, LF6004 an include that is refused.
 */
export function readYaml(folder: ConfigurationFolder, relative: string, dialect: YamlDialect = PLAIN_YAML): YamlNode | undefined {
  const reading = folder.read(relative);
  if (!reading.ok && reading.reason === "absent") return undefined;
  if (!reading.ok) throw refusal("LF6002", `${reading.file}: ${reading.why}.`, startOf(reading.file));
  return new YamlReader(folder, dialect, { nodes: 0 }).read(relative, reading.file, reading.text, [reading.file]);
}

function refusal(code: Diagnostic["code"], summary: string, place: Place, detail?: string): LandfallError {
  return new LandfallError({ code, severity: "error", summary, place, ...(detail === undefined ? {} : { detail }) });
}

/** One file's document while it is turned into nodes. */
interface Reading {
  readonly relative: string;
  readonly document: Document;
  readonly stack: readonly string[];
  place(range: readonly number[] | null | undefined): Place;
}

/** A mapping while it is read: what it holds, and what of that it states itself. */
interface Mapping {
  readonly entries: Map<string, YamlEntry>;
  readonly stated: Set<string>;
}

class YamlReader {
  readonly #folder: ConfigurationFolder;
  readonly #dialect: YamlDialect;
  readonly #budget: { nodes: number };
  readonly #targets = new Map<Alias, unknown>();

  constructor(folder: ConfigurationFolder, dialect: YamlDialect, budget: { nodes: number }) {
    this.#folder = folder;
    this.#dialect = dialect;
    this.#budget = budget;
  }

  read(relative: string, file: string, text: string, stack: readonly string[]): YamlNode {
    const prepared = this.#dialect.prepare(text);
    const find = placeFinder(file, text);
    const place = (range: readonly number[] | null | undefined): Place => {
      const start = range?.[0] ?? 0;
      let end = range?.[1] ?? start;
      // A block ends at the next one's indentation; its last character is what a person points at.
      while (end > start && /\s/.test(prepared.text[end - 1] ?? "")) end--;
      return find(prepared.original(start), prepared.original(end));
    };
    const document = parsed(prepared.text, place([0, 0]));
    const errors = document.errors.map((error): Diagnostic => ({
      code: "LF6003", severity: "error", summary: `${file} is not YAML that can be read: ${this.#dialect.restore(error.message)}.`, place: place(error.pos),
    }));
    if (errors.length > 0) throw new LandfallError(errors);
    return this.#node(document.contents, { relative, document, stack, place }, 0);
  }

  #node(node: unknown, reading: Reading, depth: number): YamlNode {
    const place = reading.place(rangeOf(node));
    this.#budget.nodes++;
    if (depth > 4 * MAX_YAML_DEPTH || this.#budget.nodes > MAX_NODES) throw refusal("LF6003", `${place.file} nests too deep or grows too large.`, place);
    if (isAlias(node)) return this.#alias(node, place, reading, depth);
    if (isMap(node)) {
      const entries = new Map<string, YamlEntry>();
      const stated = new Set<string>();
      for (const pair of node.items) if (isPair(pair)) this.#entry(pair.key, pair.value, { entries, stated }, reading, depth);
      return { kind: "map", place, entries, ...tagged(node.tag) };
    }
    if (isSeq(node)) return { kind: "list", place, ...tagged(node.tag), items: node.items.map((item) => this.#node(item, reading, depth + 1)) };
    if (!isScalar(node)) return { kind: "scalar", place, value: null, text: "" };
    if (this.#dialect.includeTag !== undefined && node.tag?.toLowerCase() === this.#dialect.includeTag) {
      return this.#include(String(node.value), place, reading);
    }
    return { ...this.#scalar(node.value, node.source, place), ...tagged(node.tag) };
  }

  #scalar(value: unknown, source: string | undefined, place: Place): YamlNode {
    if (value === null || value === undefined) return { kind: "scalar", place, value: null, text: "" };
    if (typeof value === "number" || typeof value === "boolean") return { kind: "scalar", place, value, text: (source ?? String(value)).trim() };
    const text = this.#dialect.restore(typeof value === "string" ? value : (source ?? ""));
    return { kind: "scalar", place, value: text, text: text.trim() };
  }

  /** A merge key brings in what the mapping does not state itself. A key that would be lost is refused. */
  #entry(key: unknown, value: unknown, { entries, stated }: Mapping, reading: Reading, depth: number): void {
    const name = this.#node(key, reading, depth + 1);
    if (name.kind !== "scalar") throw refusal("LF6003", `${name.place.file} has a key that is a ${name.kind === "map" ? "mapping" : "list"}.`, name.place);
    if (stated.has(name.text) && name.text !== "<<") throw refusal("LF6003", `${name.place.file} has the key ${name.text} twice in one mapping.`, name.place);
    stated.add(name.text);
    const node = this.#node(value, reading, depth + 1);
    if (name.text !== "<<") {
      entries.set(name.text, { key: name.place, node });
      return;
    }
    for (const source of node.kind === "list" ? node.items : [node]) {
      if (source.kind !== "map") continue;
      for (const [inherited, entry] of source.entries) if (!entries.has(inherited)) entries.set(inherited, entry);
    }
  }

  #alias(alias: Alias, place: Place, reading: Reading, depth: number): YamlNode {
    // The library looks through the whole document for every single one.
    if (!this.#targets.has(alias)) this.#targets.set(alias, alias.resolve(reading.document));
    return { ...this.#node(this.#targets.get(alias), reading, depth + 1), place };
  }

  #include(words: string, place: Place, reading: Reading): YamlNode {
    const relative = this.#dialect.restore(words).trim();
    const here = reading.relative.split("/").slice(0, -1).join("/");
    const wanted = here === "" ? relative : `${here}/${relative}`;
    const found = this.#folder.read(wanted);
    if (!found.ok) throw refusal("LF6004", `The file ${relative} cannot be included: ${found.why}.`, place);
    if (reading.stack.includes(found.file)) {
      throw refusal("LF6004", `The file ${relative} includes itself.`, place, [...reading.stack, found.file].join(" → "));
    }
    return this.read(wanted, found.file, found.text, [...reading.stack, found.file]);
  }
}

function parsed(text: string, place: Place): Document {
  if (nestsTooDeep(text)) throw refusal("LF6003", `${place.file} nests too deep.`, place);
  return parseDocument(text, { logLevel: "error", prettyErrors: false, strict: false, uniqueKeys: isSameKey });
}

/** Merge keys may stand side by side, each with another source. */
const isSameKey = (a: unknown, b: unknown): boolean => a === b || (isScalar(a) && isScalar(b) && a.value === b.value && a.value !== "<<");

const tagged = (tag: string | undefined): { readonly tag?: string } => (tag?.startsWith("!") === true ? { tag } : {});

const rangeOf = (node: unknown): readonly number[] | null | undefined =>
  typeof node === "object" && node !== null && "range" in node ? (node.range as readonly number[] | null | undefined) : undefined;
