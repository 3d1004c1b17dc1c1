import { NO, YES } from "../truth.ts";
import { type OperatorCompiler, plainTest } from "./operator.ts";

/** Source: IAM User Guide, "Binary condition operators": the bytes are compared. Open question binary-padding. */
export const binaryOperators: OperatorCompiler = {
  family: "binary",
  compile(values) {
    const wanted = new Set(values.map(canonicalBase64).filter((value) => value !== undefined));
    return plainTest((value) => {
      const bytes = canonicalBase64(value);
      return bytes !== undefined && wanted.has(bytes) ? YES : NO;
    });
  },
};

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** One text for each sequence of bytes: without padding, unused bits of the last character zero. Undefined for what is no Base64. */
export function canonicalBase64(text: string): string | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const digits = text.replace(/=+$/, "");
  if (text.length !== digits.length && text.length % 4 !== 0) return undefined;
  const over = digits.length % 4;
  if (over === 1) return undefined;
  if (over === 0) return digits;
  const last = ALPHABET.indexOf(digits.at(-1) ?? "");
  return digits.slice(0, -1) + (ALPHABET[last & (over === 2 ? 0b110000 : 0b111100)] ?? "");
}
