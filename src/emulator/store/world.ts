import type { Table, World } from "../world.ts";
import type { Random, RandomState } from "./random.ts";
import { frozenRecord } from "./record.ts";

/** A record with its place in the order of insertion. */
export interface Row {
  readonly order: number;
  readonly value: unknown;
}

/** What one write replaced. */
interface Change {
  readonly table: MemoryTable;
  readonly key: string;
  readonly before: Row | undefined;
}

/** One record that differs from before: `after` is undefined when it was deleted. */
export interface Difference {
  readonly table: string;
  readonly key: string;
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

/** A point to go back to. */
export interface Savepoint {
  readonly changes: number;
  readonly order: number;
  readonly random: RandomState;
}

/** The world in memory, with a log of what the running call changed. */
export class MemoryWorld implements World {
  readonly random: Random;
  readonly #tables = new Map<string, MemoryTable>();
  readonly #log: Change[] = [];
  #order: number;

  constructor(random: Random, order = 0) {
    this.random = random;
    this.#order = order;
  }

  table<T>(name: string): Table<T> {
    let table = this.#tables.get(name);
    if (!table) {
      table = new MemoryTable(name, this.#log, () => this.#order++);
      this.#tables.set(name, table);
    }
    return table as Table<unknown> as Table<T>;
  }

  randomId(length: number): string {
    return this.random.text(length);
  }

  /** The place the next new record gets. */
  get order(): number {
    return this.#order;
  }

  savepoint(): Savepoint {
    return { changes: this.#log.length, order: this.#order, random: this.random.state };
  }

  /** Undoes every write since then. */
  rollback(to: Savepoint): void {
    const disordered = new Set<MemoryTable>();
    for (const change of this.#log.splice(to.changes).reverse()) {
      if (change.table.restore(change.key, change.before)) disordered.add(change.table);
    }
    for (const table of disordered) table.sort();
    this.#order = to.order;
    this.random.state = to.random;
  }

  /** What differs from the last commit, each record once. */
  differences(): Difference[] {
    const first = new Map<MemoryTable, Map<string, Change>>();
    for (const change of this.#log) {
      let keys = first.get(change.table);
      if (!keys) first.set(change.table, (keys = new Map()));
      if (!keys.has(change.key)) keys.set(change.key, change);
    }
    return [...first.values()].flatMap((keys) =>
      [...keys.values()].map(({ table, key, before }) => ({ table: table.name, key, before, after: table.row(key) })),
    );
  }

  /** Puts records back to what they were before, in their old places; like any write it can be undone. */
  restore(differences: readonly Difference[]): void {
    const disordered = new Set<MemoryTable>();
    for (const { table: name, key, before } of differences) {
      this.table(name);
      const table = this.#tables.get(name);
      if (table === undefined) continue;
      this.#log.push({ table, key, before: table.row(key) });
      if (table.restore(key, before)) disordered.add(table);
    }
    for (const table of disordered) table.sort();
  }

  /** Forgets the log: what was written stays. */
  commit(): void {
    this.#log.length = 0;
  }

  /** Takes rows from disk, in their order. */
  load(name: string, rows: readonly (readonly [string, Row])[]): void {
    this.table(name);
    this.#tables.get(name)?.fill(rows);
  }
}

class MemoryTable implements Table<unknown> {
  readonly name: string;
  readonly #log: Change[];
  readonly #nextOrder: () => number;
  #rows = new Map<string, Row>();
  #keys: readonly string[] | undefined;
  #version = 0;

  constructor(name: string, log: Change[], nextOrder: () => number) {
    this.name = name;
    this.#log = log;
    this.#nextOrder = nextOrder;
  }

  get size(): number {
    return this.#rows.size;
  }

  get version(): number {
    return this.#version;
  }

  get(key: string): unknown {
    return this.#rows.get(key)?.value;
  }

  has(key: string): boolean {
    return this.#rows.has(key);
  }

  row(key: string): Row | undefined {
    return this.#rows.get(key);
  }

  put(key: string, value: unknown): void {
    const before = this.#rows.get(key);
    const record = frozenRecord(value);
    this.#log.push({ table: this, key, before });
    this.#version++;
    if (before === undefined) this.#keys = undefined;
    this.#rows.set(key, { order: before?.order ?? this.#nextOrder(), value: record });
  }

  delete(key: string): void {
    const before = this.#rows.get(key);
    if (!before) return;
    this.#log.push({ table: this, key, before });
    this.#version++;
    this.#keys = undefined;
    this.#rows.delete(key);
  }

  *values(): IterableIterator<unknown> {
    for (const row of this.#rows.values()) yield row.value;
  }

  *entries(): IterableIterator<[string, unknown]> {
    for (const [key, row] of this.#rows) yield [key, row.value];
  }

  keys(): readonly string[] {
    return (this.#keys ??= Array.from(this.#rows.keys()));
  }

  /** Puts a row back; true when it now stands at the end instead of in its place. */
  restore(key: string, row: Row | undefined): boolean {
    const present = this.#rows.has(key);
    this.#version++;
    this.#keys = undefined;
    if (row) this.#rows.set(key, row);
    else this.#rows.delete(key);
    return row !== undefined && !present;
  }

  sort(): void {
    this.#keys = undefined;
    this.#rows = new Map([...this.#rows].sort(([, a], [, b]) => a.order - b.order));
  }

  fill(rows: readonly (readonly [string, Row])[]): void {
    for (const [key, row] of rows) this.#rows.set(key, row);
    this.sort();
  }
}
