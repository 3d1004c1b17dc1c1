import type { ClassicLevel } from "classic-level";
import { Digest } from "./digest.ts";
import { Random, type RandomState } from "./random.ts";
import { freezeParsed } from "./record.ts";
import type { Store } from "./store.ts";
import { MemoryWorld, type Row } from "./world.ts";

/** The layout of the store. A store with a higher number is refused; a lower one must be migrated here. */
export const STORE_FORMAT = 1;

/** Stands between a table's name and a record's key; names never hold it. */
const SEPARATOR = "\0";
const META_KEY = `${SEPARATOR}meta`;

/** What is known about all records together, written with every batch. */
interface Meta {
  readonly format: number;
  readonly order: number;
  readonly random: RandomState;
  readonly lastNow: number;
  readonly records: number;
  /** The digests of all records, combined by XOR: lost and altered records are noticed when the store is opened. */
  readonly digest: string;
}

/** What kept a store from being read. */
export class DamagedStore extends Error {}

export class NewerStore extends Error {
  readonly format: number;

  constructor(format: number) {
    super(`The store has format ${format}.`);
    this.format = format;
  }
}

/** Reads a whole database into memory; an empty one becomes a new world. */
export async function readStore(database: ClassicLevel, seed: string): Promise<Store> {
  const rows = await readRows(database);
  const metaText = rows.find(([key]) => key === META_KEY)?.[1];
  if (metaText === undefined) {
    if (rows.length > 0) throw new DamagedStore("The store's own record is missing.");
    return new LevelStore(database, new MemoryWorld(Random.fromSeed(seed)), undefined);
  }
  const meta = parse(metaText) as Meta;
  if (meta.format > STORE_FORMAT) throw new NewerStore(meta.format);
  const world = new MemoryWorld(new Random(meta.random), meta.order);
  const digest = fill(world, rows);
  if (rows.length - 1 !== meta.records || digest !== meta.digest) throw new DamagedStore("Records are missing or altered.");
  return new LevelStore(database, world, meta);
}

/** A database that opens but cannot be read has lost a piece of a file. */
async function readRows(database: ClassicLevel): Promise<[string, string][]> {
  try {
    return await database.iterator().all();
  } catch (error) {
    throw new DamagedStore(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** Puts every row into its table; the digest of all. */
function fill(world: MemoryWorld, rows: readonly (readonly [string, string])[]): string {
  const tables = new Map<string, [string, Row][]>();
  const digest = new Digest();
  for (const [name, text] of rows) {
    if (name === META_KEY) continue;
    const [order, value] = parse(text) as [number, unknown];
    const at = name.indexOf(SEPARATOR);
    const table = name.slice(0, at);
    const key = name.slice(at + 1);
    const row: [string, Row] = [key, { order, value: freezeParsed(value) }];
    const others = tables.get(table);
    if (others) others.push(row);
    else tables.set(table, [row]);
    digest.toggle(name, text);
  }
  for (const [table, tableRows] of tables) world.load(table, tableRows);
  return digest.toString();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DamagedStore("A record is not JSON.", { cause: error });
  }
}

const textOf = (row: Row): string => JSON.stringify([row.order, row.value]);

class LevelStore implements Store {
  readonly world: MemoryWorld;
  readonly isNew: boolean;
  readonly lastNow: number;
  readonly #database: ClassicLevel;
  #records: number;
  #digest: Digest;

  constructor(database: ClassicLevel, world: MemoryWorld, meta: Meta | undefined) {
    this.#database = database;
    this.world = world;
    this.isNew = meta === undefined;
    this.lastNow = meta?.lastNow ?? 0;
    this.#records = meta?.records ?? 0;
    this.#digest = meta ? Digest.fromText(meta.digest) : new Digest();
  }

  async save(now: number): Promise<void> {
    const differences = this.world.differences();
    if (differences.length === 0) return;
    const digest = this.#digest.copy();
    let records = this.#records;
    const batch = this.#database.batch();
    for (const { table, key, before, after } of differences) {
      const name = `${table}${SEPARATOR}${key}`;
      if (before) digest.toggle(name, textOf(before));
      if (after) {
        const text = textOf(after);
        digest.toggle(name, text);
        batch.put(name, text);
      } else {
        batch.del(name);
      }
      records += (after ? 1 : 0) - (before ? 1 : 0);
    }
    batch.put(META_KEY, JSON.stringify(this.#meta(now, records, digest)));
    await batch.write({ sync: true });
    this.#records = records;
    this.#digest = digest;
    this.world.commit();
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  #meta(now: number, records: number, digest: Digest): Meta {
    const { order, random } = this.world;
    return { format: STORE_FORMAT, order, random: random.state, lastNow: now, records, digest: digest.toString() };
  }
}
