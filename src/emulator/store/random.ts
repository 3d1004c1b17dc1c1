import { createHash } from "node:crypto";

/** The state of a generator: four 32-bit words. */
export type RandomState = readonly [number, number, number, number];

const LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** A repeatable source of random text (the generator sfc32); its state lives in the store. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter: number;

  constructor(state: RandomState) {
    [this.#a, this.#b, this.#c, this.#counter] = state;
  }

  /** The same seed gives the same sequence. */
  static fromSeed(seed: string): Random {
    const hash = createHash("sha256").update(seed).digest();
    return new Random([hash.readInt32LE(0), hash.readInt32LE(4), hash.readInt32LE(8), hash.readInt32LE(12)]);
  }

  get state(): RandomState {
    return [this.#a, this.#b, this.#c, this.#counter];
  }

  set state([a, b, c, counter]: RandomState) {
    this.#a = a;
    this.#b = b;
    this.#c = c;
    this.#counter = counter;
  }

  text(length: number, alphabet: string = LETTERS_AND_DIGITS): string {
    let text = "";
    for (let i = 0; i < length; i++) text += alphabet.charAt(this.#next() % alphabet.length);
    return text;
  }

  #next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}
