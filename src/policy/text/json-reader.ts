import type { Json } from "../document.ts";

/** A JSON value with the offsets it was read from. Objects and lists keep their members' nodes. */
export interface JsonNode {
  readonly value: Json;
  readonly start: number;
  readonly end: number;
  readonly members?: ReadonlyMap<string, JsonMember>;
  readonly items?: readonly JsonNode[];
}

export interface JsonMember {
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly node: JsonNode;
}

/** What strict JSON (RFC 8259) does not take. All but `syntax` and `too-deep` are read over, so that more can be found. */
export interface JsonTrouble {
  readonly kind: "syntax" | "too-deep" | "comment" | "trailing-comma" | "byte-order-mark" | "duplicate-key";
  readonly start: number;
  readonly end: number;
  /** What is wrong at this place. */
  readonly text: string;
  readonly path: readonly (string | number)[];
}

export interface JsonReading {
  /** Absent when the text could not be read to its end. */
  readonly root?: JsonNode;
  readonly troubles: readonly JsonTrouble[];
}

/** A policy nests seven levels at most; the limit only keeps hostile text from exhausting the stack. */
const MAX_DEPTH = 64;

/** Reads JSON with positions; never throws. */
export function readJson(text: string): JsonReading {
  const reader = new JsonReader(text);
  try {
    return { root: reader.readDocument(), troubles: reader.troubles };
  } catch (stop) {
    if (stop instanceof Stop) return { troubles: [...reader.troubles, stop.trouble] };
    throw stop;
  }
}

class Stop extends Error {
  readonly trouble: JsonTrouble;
  constructor(trouble: JsonTrouble) {
    super(trouble.text);
    this.trouble = trouble;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_$][\w$]*/y;
/** All but the quote, the backslash and control characters. */
const PLAIN = /[ !#-[\]-\uffff]*/y;
/** What a generator was meant to fill in, outside of any string. */
const TEMPLATE = /[$%]\{[^}\n]*\}|\{\{[^}\n]*\}\}|<[^>\n]*>/y;
const ESCAPES: Readonly<Record<string, string>> = { '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
const CONSTANTS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

class JsonReader {
  readonly troubles: JsonTrouble[] = [];
  readonly #text: string;
  readonly #path: (string | number)[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readDocument(): JsonNode {
    if (this.#text.startsWith("\uFEFF")) {
      this.#note("byte-order-mark", 0, 1, "the text begins with a byte order mark");
      this.#at = 1;
    }
    this.#skip();
    const root = this.#value();
    this.#skip();
    if (this.#at < this.#text.length) throw this.#stop(`${this.#found()} after the end of the JSON value`);
    return root;
  }

  #value(): JsonNode {
    if (this.#path.length > MAX_DEPTH) throw this.#stop(`nested more than ${MAX_DEPTH} levels deep`, this.#at, "too-deep");
    const start = this.#at;
    const character = this.#text[start];
    if (character === "{") return this.#object();
    if (character === "[") return this.#list();
    if (character === '"') return { value: this.#string(), start, end: this.#at };
    const number = this.#match(NUMBER);
    if (number !== "") return { value: Number(number), start, end: this.#at };
    const word = this.#match(WORD);
    const constant = CONSTANTS[word];
    if (constant !== undefined) return { value: constant, start, end: this.#at };
    this.#at = start;
    throw this.#stop(`${this.#found()} where a value is expected`);
  }

  #object(): JsonNode {
    const start = this.#at++;
    const value: Record<string, Json> = {};
    const members = new Map<string, JsonMember>();
    this.#each("}", "a key in double quotes", () => {
      const keyStart = this.#at;
      if (this.#text[keyStart] !== '"') throw this.#stop(`${this.#found()} where a key in double quotes is expected`);
      const key = this.#string();
      const keyEnd = this.#at;
      this.#path.push(key);
      if (members.has(key)) this.#note("duplicate-key", keyStart, keyEnd, `the key "${key}" appears twice in one object`);
      this.#skip();
      if (this.#text[this.#at] !== ":") throw this.#stop(`${this.#found()} where ":" is expected`);
      this.#at++;
      this.#skip();
      const node = this.#value();
      this.#path.pop();
      members.set(key, { keyStart, keyEnd, node });
      // A plain assignment of "__proto__" would change the object's prototype instead.
      Object.defineProperty(value, key, { value: node.value, enumerable: true, configurable: true, writable: true });
    });
    return { value, start, end: this.#at, members };
  }

  #list(): JsonNode {
    const start = this.#at++;
    const items: JsonNode[] = [];
    this.#each("]", "a value", () => {
      this.#path.push(items.length);
      items.push(this.#value());
      this.#path.pop();
    });
    return { value: items.map((item) => item.value), start, end: this.#at, items };
  }

  /** Reads comma-separated members up to and including the closing bracket. */
  #each(close: string, expected: string, member: () => void): void {
    this.#skip();
    let comma: number | undefined;
    while (this.#text[this.#at] !== close) {
      if (this.#at >= this.#text.length) throw this.#stop(`the text ends where ${expected} or "${close}" is expected`);
      member();
      this.#skip();
      comma = undefined;
      if (this.#text[this.#at] === ",") {
        comma = this.#at++;
        this.#skip();
      } else if (this.#text[this.#at] !== close) {
        throw this.#stop(`${this.#found()} where "," or "${close}" is expected`);
      }
    }
    if (comma !== undefined) this.#note("trailing-comma", comma, comma + 1, `a comma stands before the closing "${close}"`);
    this.#at++;
  }

  #string(): string {
    let value = "";
    this.#at++;
    for (;;) {
      value += this.#match(PLAIN);
      const character = this.#text[this.#at];
      if (character === '"') {
        this.#at++;
        return value;
      }
      if (character !== "\\") {
        throw this.#stop(character === undefined ? "the text ends inside a string" : "a line break or control character stands inside a string");
      }
      value += this.#escape();
    }
  }

  #escape(): string {
    const letter = this.#text[this.#at + 1] ?? "";
    const plain = ESCAPES[letter];
    if (plain !== undefined) {
      this.#at += 2;
      return plain;
    }
    const digits = this.#text.slice(this.#at + 2, this.#at + 6);
    if (letter !== "u" || !/^[0-9a-fA-F]{4}$/.test(digits)) throw this.#stop(`"\\${letter}" is no escape that JSON knows`);
    this.#at += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  /** Skips white space, and comments with a note. */
  #skip(): void {
    for (;;) {
      while (" \t\n\r".includes(this.#text[this.#at] ?? "x")) this.#at++;
      const start = this.#at;
      const two = this.#text.slice(start, start + 2);
      if (two === "//") this.#at = endOr(this.#text.length, this.#text.indexOf("\n", start));
      else if (two === "/*") this.#at = endOr(this.#text.length, this.#text.indexOf("*/", start + 2) + 2, 1);
      else return;
      this.#note("comment", start, this.#at, "a comment stands in the text");
    }
  }

  #match(pattern: RegExp): string {
    const found = this.#peek(pattern);
    this.#at += found.length;
    return found;
  }

  #peek(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0] ?? "";
  }

  /** The character at the present place, in words where it is hard to see. */
  #found(): string {
    const point = this.#text.codePointAt(this.#at);
    if (point === undefined) return "the text ends";
    const template = this.#peek(TEMPLATE);
    if (template !== "") return `found the template ${template}`;
    const character = String.fromCodePoint(point);
    if (point > 0x20 && point < 0x7f) return `found ${JSON.stringify(character)}`;
    return `found the character U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
  }

  #note(kind: JsonTrouble["kind"], start: number, end: number, text: string): void {
    this.troubles.push({ kind, start, end, text, path: [...this.#path] });
  }

  #stop(text: string, start = this.#at, kind: JsonTrouble["kind"] = "syntax"): Stop {
    const end = Math.min(this.#text.length, start + 1);
    return new Stop({ kind, start, end, text, path: [...this.#path] });
  }
}

/** `found`, or `end` where the search found nothing. */
const endOr = (end: number, found: number, nothing = -1): number => (found <= nothing ? end : found);
