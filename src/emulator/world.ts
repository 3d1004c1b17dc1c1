/** One kind of record, by key, in insertion order. Changes belong to the call that is running. */
export interface Table<T> {
  get(key: string): T | undefined;
  has(key: string): boolean;
  /** Stores a frozen copy in place of what was there. */
  put(key: string, value: T): void;
  delete(key: string): void;
  values(): IterableIterator<T>;
  entries(): IterableIterator<[string, T]>;
  /** The keys as they are now; made once and kept until one comes or goes, so that lists cut into pages stay cheap. */
  keys(): readonly string[];
  readonly size: number;
  /** Grows with every change, and with every change that is undone: what was made from the table is good while it stays. */
  readonly version: number;
}

/** Everything the emulator knows. Tables are made on first use; their records must be plain JSON. */
export interface World {
  table<T>(name: string): Table<T>;
  /** A random but, per store, repeatable text of lower-case letters and digits. */
  randomId(length: number): string;
}
