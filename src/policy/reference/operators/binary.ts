import { known } from "../finding.ts";
import type { Operator } from "./operator.ts";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BITS_OF_DIGIT = 6;
const BITS_OF_BYTE = 8;

/** The bytes of a Base64 text; undefined when it is none. Padding is optional, and complete if there (open question binary-padding). */
function readBytes(text: string): number[] | undefined {
  const digits = text.replace(/={1,2}$/, "");
  if (digits !== text && text.length % 4 !== 0) return undefined;
  if (!Array.from(digits).every((digit) => DIGITS.includes(digit)) || digits.length % 4 === 1) return undefined;
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const digit of digits) {
    held = held * 2 ** BITS_OF_DIGIT + DIGITS.indexOf(digit);
    bits += BITS_OF_DIGIT;
    if (bits < BITS_OF_BYTE) continue;
    bits -= BITS_OF_BYTE;
    bytes.push(Math.floor(held / 2 ** bits));
    held %= 2 ** bits;
  }
  return bytes;
}

/**
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators", "Binary condition operators": "compares the
 * value of the specified key byte for byte against a base-64 encoded representation". No variables.
 */
export const BINARY_OPERATORS: readonly Operator[] = [
  {
    name: "BinaryEquals",
    negated: false,
    reads: (value) => readBytes(value) !== undefined,
    meets: (value, { text }) => {
      const [bytes, wanted] = [readBytes(value), readBytes(text)];
      return known(bytes !== undefined && wanted !== undefined && bytes.join() === wanted.join());
    },
  },
];
