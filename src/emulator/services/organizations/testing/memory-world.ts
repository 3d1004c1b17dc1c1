import type { Table, World } from "../../../world.ts";

export interface MemoryWorld extends World {
  /** Names of the tables that hold anything. */
  filled(): string[];
}

/** A world in memory for the tests of this folder: plain maps, and ids from a seed. Nothing is undone when a call fails. */
export function memoryWorld(): MemoryWorld {
  const tables = new Map<string, Map<string, unknown>>();
  const versions = new Map<unknown, number>();
  let state = 1;
  const random = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state >>> 8;
  };
  return {
    filled: () => Array.from(tables).flatMap(([name, rows]) => (rows.size > 0 ? [name] : [])),
    table<T>(name: string): Table<T> {
      let rows = tables.get(name) as Map<string, T> | undefined;
      if (rows === undefined) tables.set(name, (rows = new Map<string, T>()));
      return mapTable(rows, versions);
    },
    randomId: (length) => Array.from({ length }, () => "abcdefghijklmnopqrstuvwxyz0123456789"[random() % 36]).join(""),
  };
}

const mapTable = <T>(rows: Map<string, T>, versions: Map<unknown, number>): Table<T> => {
  const touch = () => versions.set(rows, (versions.get(rows) ?? 0) + 1);
  return {
    get: (key) => rows.get(key),
    has: (key) => rows.has(key),
    put: (key, value) => void (touch(), rows.set(key, structuredClone(value))),
    delete: (key) => void (touch(), rows.delete(key)),
    values: () => rows.values(),
    entries: () => rows.entries(),
    keys: () => Array.from(rows.keys()),
    get size() {
      return rows.size;
    },
    get version() {
      return versions.get(rows) ?? 0;
    },
  };
};
