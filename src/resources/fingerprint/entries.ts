import { type Fingerprint, partOf } from "../../plan/index.ts";

type Entries = Pick<Fingerprint, "items" | "others" | "unknown" | "without">;

const [COUNT, ADDRESS, CONTENT] = [2, 4, 3];

/** Hashes as bytes, in so many parts: in each five lists, those that are only there, with contents, besides, unknown and without. */
export function packed({ items, others, unknown, without }: Entries, parts: number): Buffer[] {
  const pairs = [...items].flatMap(([address, contents]) => contents.map((content) => ({ address, content })));
  const lists = [pairs.filter(({ content }) => content === 0), pairs.filter(({ content }) => content !== 0), ...[others, unknown, without].map((set) => [...set].map((address) => ({ address, content: 0 })))];
  const parted = lists.map((list) => intoParts(list, parts));
  return Array.from({ length: parts }, (_, part) => Buffer.concat(parted.map((list, kind) => listOf(list[part] ?? [], kind === 1))));
}

interface Pair {
  readonly address: number;
  readonly content: number;
}

function intoParts(list: readonly Pair[], parts: number): Pair[][] {
  const result: Pair[][] = Array.from({ length: parts }, () => []);
  // Sorted, so that the same is always packed the same.
  for (const pair of list.toSorted((a, b) => a.address - b.address || a.content - b.content)) result[partOf(pair.address, parts)]?.push(pair);
  return result;
}

function listOf(pairs: readonly Pair[], withContent: boolean): Buffer {
  const width = ADDRESS + (withContent ? CONTENT : 0);
  const bytes = Buffer.alloc(COUNT + pairs.length * width);
  // More than a part can hold: it is too large anyway.
  bytes.writeUIntBE(Math.min(pairs.length, 0xffff), 0, COUNT);
  pairs.forEach(({ address, content }, index) => {
    const at = COUNT + index * width;
    bytes.writeUInt32BE(address, at);
    if (withContent) bytes.writeUIntBE(content, at + ADDRESS, CONTENT);
  });
  return bytes;
}

/** The lists of one part; undefined where it is none. */
export function unpacked(bytes: Buffer): Entries | undefined {
  let at = 0;
  const list = (withContent: boolean): Pair[] => {
    const count = bytes.readUIntBE(at, COUNT);
    at += COUNT;
    return Array.from({ length: count }, () => {
      const pair = { address: bytes.readUInt32BE(at), content: withContent ? bytes.readUIntBE(at + ADDRESS, CONTENT) : 0 };
      at += ADDRESS + (withContent ? CONTENT : 0);
      return pair;
    });
  };
  const set = (): Set<number> => new Set(list(false).map(({ address }) => address));
  try {
    const items = new Map<number, readonly number[]>();
    for (const { address, content } of [...list(false), ...list(true)]) items.set(address, [...(items.get(address) ?? []), content]);
    const entries = { items, others: set(), unknown: set(), without: set() };
    return at === bytes.length ? entries : undefined;
  } catch {
    return undefined;
  }
}
