import { createHash } from "node:crypto";
import type { World } from "./world.ts";

/** The letters and digits of AWS's ids: base32 without padding. */
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Repeatable per store, like everything that comes from its generator. */
export const randomBytes32 = (world: World): Buffer => createHash("sha256").update(world.randomId(32)).digest();

/** A text of base32 letters, as in `AIDA` ids. */
export const randomBase32 = (world: World, length: number): string =>
  Array.from(randomBytes32(world).subarray(0, length), (byte) => BASE32.charAt(byte % 32)).join("");

/** A 40-character secret in the alphabet of AWS's. */
export const secretText = (bytes: Buffer): string => bytes.toString("base64").slice(0, 40);

export function toBase32(value: bigint, length: number): string {
  let text = "";
  for (let rest = value, left = length; left > 0; left -= 1, rest >>= 5n) text = BASE32.charAt(Number(rest & 31n)) + text;
  return text;
}

/** The number that base32 letters stand for; undefined when one is none. */
export function fromBase32(text: string): bigint | undefined {
  let value = 0n;
  for (const letter of text) {
    const digit = BASE32.indexOf(letter);
    if (digit < 0) return undefined;
    value = (value << 5n) | BigInt(digit);
  }
  return value;
}
