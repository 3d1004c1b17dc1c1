import type { Origin, SourceText, Traced } from "./traced.ts";

/** Names and what they stand for, inside a module, function or block. */
export class Scope {
  readonly file: SourceText;
  readonly #parent: Scope | undefined;
  readonly #names = new Map<string, Traced>();

  constructor(file: SourceText, parent?: Scope) {
    this.file = file;
    this.#parent = parent;
  }

  inner(): Scope {
    return new Scope(this.file, this);
  }

  declare(name: string, value: Traced): void {
    this.#names.set(name, value);
  }

  /** Gives another value to a name, where it was declared. */
  assign(name: string, value: Traced): void {
    if (this.#names.has(name) || this.#parent === undefined) this.#names.set(name, value);
    else this.#parent.assign(name, value);
  }

  get(name: string): Traced | undefined {
    return this.#names.get(name) ?? this.#parent?.get(name);
  }

  origin(node: { readonly start: number; readonly end: number }): Origin {
    return { file: this.file, start: node.start, end: node.end };
  }
}
