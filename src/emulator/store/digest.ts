import { hash } from "node:crypto";

const WORDS = 4;
const HEX_DIGITS = 8;

/** The digests of many records, combined so that one can be added or taken out again without the others. */
export class Digest {
  readonly #words: Int32Array;

  constructor(words: Int32Array = new Int32Array(WORDS)) {
    this.#words = words;
  }

  static fromText(hex: string): Digest {
    return new Digest(Int32Array.from({ length: WORDS }, (_, i) => Number.parseInt(hex.slice(i * HEX_DIGITS, (i + 1) * HEX_DIGITS), 16)));
  }

  copy(): Digest {
    return new Digest(this.#words.slice());
  }

  /** Adds a record, or takes it out when it is in. */
  toggle(name: string, text: string): void {
    const bytes = hash("sha256", `${name}\0${text}`, "buffer");
    for (let i = 0; i < WORDS; i++) this.#words[i] = (this.#words[i] ?? 0) ^ bytes.readInt32BE(i * 4);
  }

  toString(): string {
    return Array.from(this.#words, (word) => (word >>> 0).toString(16).padStart(HEX_DIGITS, "0")).join("");
  }
}
