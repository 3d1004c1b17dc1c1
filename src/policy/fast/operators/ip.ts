import { NO, type Truth, YES } from "../truth.ts";
import { ADDRESS, readAddress, V4 } from "./ip-address.ts";
import { type OperatorCompiler, plainTest } from "./operator.ts";

/** A range: the address with the bits beyond the prefix zero, and a mask, in four words of 32 bits; IPv4 uses the last. */
interface Range {
  readonly version: number;
  readonly words: readonly number[];
  readonly masks: readonly number[];
}

/** Source: IAM User Guide, "IP address condition operators": CIDR; an address without prefix is that address. Open questions mapped-ipv4 and ipv6-default-prefix. */
export const ipOperators: OperatorCompiler = {
  family: "ip",
  compile(values, { operator }) {
    const ranges = values.map(readRange).filter((range) => range !== undefined);
    const found: Truth = operator.negated ? NO : YES;
    const other: Truth = operator.negated ? YES : NO;
    return plainTest((text) => {
      const version = readAddress(text);
      if (version === 0) return NO;
      for (const range of ranges) if (range.version === version && holds(range)) return found;
      return other;
    });
  },
};

function holds({ words, masks, version }: Range): boolean {
  for (let word = version === V4 ? 3 : 0; word < 4; word++) {
    if (((ADDRESS[word] ?? 0) & (masks[word] ?? 0)) !== words[word]) return false;
  }
  return true;
}

function readRange(text: string): Range | undefined {
  const [address = "", prefix, ...more] = text.split("/");
  const version = readAddress(address);
  if (version === 0 || more.length > 0) return undefined;
  const size = version === V4 ? 32 : 128;
  const bits = prefix === undefined ? size : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN;
  if (!(bits <= size)) return undefined;
  const masks = [0, 1, 2, 3].map((word) => maskOf(bits + (128 - size) - word * 32));
  return { version, masks, words: masks.map((mask, word) => (ADDRESS[word] ?? 0) & mask) };
}

/** The first bits of a word set, as a signed integer. */
const maskOf = (bits: number): number => (bits <= 0 ? 0 : bits >= 32 ? -1 : -1 << (32 - bits));
