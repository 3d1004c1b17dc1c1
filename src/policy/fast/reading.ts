import type { ContextMode, Request } from "../request/request.ts";
import { idOfSpelling, keyCount, keyName } from "./keys.ts";

/** One value, or a list of at least two. */
export type KeyValue = string | readonly string[];

const NOTHING: Request = { principal: { type: "anonymous" }, action: "", context: {} };

/**
 * The request that is being decided, as policies look at it. There is one reading, used again for every decision, so that
 * a decision allocates nothing; decisions do not nest. The context is only read when a condition asks for a key.
 */
class Reading {
  request: Request = NOTHING;
  /** What policies compare with: the ARN, or `*` for an action without resource. */
  resource = "*";
  #filled = false;
  #turn = 0;
  #values: (KeyValue | undefined)[] = [];
  /** The turn in which a value was written: older values are of older requests. */
  #turns: number[] = [];

  begin(request: Request): void {
    this.request = request;
    this.resource = request.resource ?? "*";
    this.#filled = false;
  }

  /** The value of a key; undefined when it is not given. */
  value(id: number): KeyValue | undefined {
    if (!this.#filled) this.#fill();
    return this.#turns[id] === this.#turn ? this.#values[id] : undefined;
  }

  /** Of a key without value: whether it may be there all the same. One that is given as an empty list is known to be absent. */
  mayExist(id: number): boolean {
    const mode = this.request.contextMode;
    return this.#turns[id] !== this.#turn && mode !== undefined && mode !== "exact" && isOpen(mode, keyName(id));
  }

  #fill(): void {
    if (this.#turns.length < keyCount() || this.#turn > 1_000_000_000) this.#reset();
    const turn = ++this.#turn;
    const context = this.request.context;
    for (const spelling in context) {
      const id = idOfSpelling(spelling);
      const value = context[spelling];
      if (id < 0 || value === undefined) continue;
      this.#turns[id] = turn;
      this.#values[id] = typeof value === "string" ? value : fewest(value);
    }
    this.#filled = true;
  }

  #reset(): void {
    this.#turn = 0;
    this.#turns = Array.from({ length: keyCount() }, () => 0);
    this.#values = Array.from({ length: keyCount() }, () => undefined);
  }
}

/** A list of one is its value, an empty one is no value. */
const fewest = (value: readonly string[]): KeyValue | undefined => (value.length > 1 ? value : value[0]);

function isOpen(mode: Exclude<ContextMode, "exact">, name: string): boolean {
  return "unknown" in mode ? lists(mode.unknown, name) : !lists(mode.known, name);
}

function lists(names: ReadonlySet<string>, name: string): boolean {
  if (names.has(name)) return true;
  const slash = name.indexOf("/");
  return slash >= 0 && names.has(`${name.slice(0, slash)}/*`);
}

export type { Reading };
export const READING = new Reading();
