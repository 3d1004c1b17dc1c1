/** The address that was read last, in four signed words of 32 bits; IPv4 in the last. */
export const ADDRESS = new Int32Array(4);
export const V4 = 4;
const V6 = 6;

let lastText = "";
let lastVersion = 0;

/** Reads an address into `ADDRESS`: 4, 6, or 0 for what is none. Many statements ask for the same one. */
export function readAddress(text: string): 0 | 4 | 6 {
  if (text !== lastText) {
    lastText = text;
    lastVersion = read(text);
  }
  return lastVersion as 0 | 4 | 6;
}

function read(text: string): 0 | 4 | 6 {
  ADDRESS.fill(0);
  if (text.includes(":")) return readV6(text) ? V6 : 0;
  const address = readV4(text, 0);
  if (address < 0) return 0;
  ADDRESS[3] = address;
  return V4;
}

/** Four decimal numbers from a place to the end; -1 for what is no IPv4 address. No leading zeros (open question leading-zeros). */
function readV4(text: string, from: number): number {
  let address = 0;
  let part = -1;
  let dots = 0;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 46 && part >= 0 && dots < 3) {
      address = address * 256 + part;
      part = -1;
      dots++;
    } else if (unit >= 48 && unit <= 57 && part < 26 && part !== 0) part = (part < 0 ? 0 : part * 10) + unit - 48;
    else return -1;
    if (part > 255) return -1;
  }
  return dots === 3 && part >= 0 ? address * 256 + part : -1;
}

/** RFC 4291: eight groups, one run of zero groups as `::`, the last two perhaps as IPv4. */
function readV6(text: string): boolean {
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const groups = halves.map((half, index) => groupsOf(half, index === halves.length - 1));
  const [head, tail = []] = groups;
  if (head === undefined || groups.includes(undefined)) return false;
  const zeros = 8 - head.length - (tail ?? []).length;
  if (halves.length === 1 ? zeros !== 0 : zeros < 1) return false;
  [...head, ...Array.from({ length: zeros }, () => 0), ...(tail ?? [])].forEach((group, index) => {
    const word = index >> 1;
    ADDRESS[word] = ((ADDRESS[word] ?? 0) << 16) | group;
  });
  return true;
}

function groupsOf(half: string, isLast: boolean): number[] | undefined {
  if (half === "") return [];
  const groups: number[] = [];
  const parts = half.split(":");
  for (const [index, part] of parts.entries()) {
    if (isLast && index === parts.length - 1 && part.includes(".")) {
      const address = readV4(part, 0);
      if (address < 0) return undefined;
      groups.push(Math.floor(address / 65_536), address % 65_536);
    } else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
}
