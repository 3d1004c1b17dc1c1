import { known } from "../finding.ts";
import { type Operator, withNegation } from "./operator.ts";

/** The bits of an address as a text of zeros and ones: 32 of IPv4, 128 of IPv6. */
function readAddress(text: string): string | undefined {
  return text.includes(":") ? readIpv6(text) : readIpv4(text);
}

/** Open question leading-zeros. */
function readIpv4(text: string): string | undefined {
  const bytes = text.split(".");
  if (bytes.length !== 4 || !bytes.every((byte) => /^(0|[1-9]\d{0,2})$/.test(byte) && Number(byte) <= 255)) return undefined;
  return bytes.map((byte) => bitsOf(Number(byte), 8)).join("");
}

/** Eight groups of 16 bits; `::` once stands for as many groups of zeros as are missing; the last 32 bits may be written as IPv4. */
function readIpv6(text: string): string | undefined {
  const halves = text.split("::").map(readGroups);
  const [before, after] = halves;
  if (halves.length > 2 || before === undefined || (halves.length === 2 && after === undefined)) return undefined;
  if (after === undefined) return before.length === 128 ? before : undefined;
  const missing = 128 - before.length - after.length;
  return missing >= 16 ? before + "0".repeat(missing) + after : undefined;
}

function readGroups(text: string, half: number, halves: readonly string[]): string | undefined {
  if (text === "") return halves.length === 1 ? undefined : "";
  const groups = text.split(":");
  const bits = groups.map((group, index) => {
    if (/^[0-9a-fA-F]{1,4}$/.test(group)) return bitsOf(parseInt(group, 16), 16);
    return index === groups.length - 1 && half === halves.length - 1 ? readIpv4(group) : undefined;
  });
  return bits.every((group) => group !== undefined) ? bits.join("") : undefined;
}

const bitsOf = (value: number, count: number): string => value.toString(2).padStart(count, "0");

/** "203.0.113.0/24", or one address, of IPv6 too (open question ipv6-default-prefix). */
function readRange(text: string): string | undefined {
  const [address = "", length, ...more] = text.split("/");
  const bits = readAddress(address);
  if (bits === undefined || more.length > 0) return undefined;
  if (length === undefined) return bits;
  return /^\d{1,3}$/.test(length) && Number(length) <= bits.length ? bits.slice(0, Number(length)).padEnd(bits.length, "x") : undefined;
}

/** An address and a range of different length never meet (open question mapped-ipv4). */
function isInside(address: string, range: string): boolean {
  return address.length === range.length && Array.from(range).every((bit, index) => bit === "x" || bit === address[index]);
}

const meets: Operator["meets"] = (value, { text }) => {
  const [address, range] = [readAddress(value), readRange(text)];
  return known(address !== undefined && range !== undefined && isInside(address, range));
};

/**
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators", "IP address condition operators". The
 * request's value is one address. No variables.
 */
export const IP_OPERATORS: readonly Operator[] = withNegation("IpAddress", "NotIpAddress", {
  reads: (value) => readAddress(value) !== undefined,
  meets,
});
