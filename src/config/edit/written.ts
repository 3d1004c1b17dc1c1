/** An object as it stands in a file: where its entries are, whatever the format. Offsets count UTF-16 units. */
export interface WrittenObject {
  /** With braces: behind the opening one, and at the closing one. A block of YAML has none. */
  readonly braces?: { readonly open: number; readonly close: number };
  readonly entries: readonly WrittenEntry[];
}

export interface WrittenEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  /** The value, when it is an object that stands there and is not computed. */
  readonly object?: WrittenObject;
}

export const entryOf = (object: WrittenObject, key: string): WrittenEntry | undefined => object.entries.findLast((entry) => entry.key === key);

/** The object at a path, as far as it stands in the file. */
export const objectAt = (root: WrittenObject | undefined, path: readonly string[]): WrittenObject | undefined =>
  path.reduce<WrittenObject | undefined>((object, key) => (object === undefined ? undefined : entryOf(object, key)?.object), root);
