import { validationError } from "./errors.ts";

export interface PageInput {
  readonly Marker?: string;
  readonly MaxItems?: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly IsTruncated: boolean;
  readonly Marker?: string;
}

export const PAGE_SIZE = 100;

/**
 * One page of a list, in the order of its keys, whatever order it came in; a marker holds the key of the last item.
 * Unconfirmed: that AWS lists by name, in lower case.
 */
export function page<T>(input: PageInput, list: Iterable<T>, keyOf: (item: T) => string): Page<T> {
  const after = input.Marker === undefined ? undefined : readMarker(input.Marker);
  const size = input.MaxItems ?? PAGE_SIZE;
  const rest: (readonly [string, T])[] = [];
  for (const item of list) {
    const key = keyOf(item).toLowerCase();
    if (after === undefined || key > after) rest.push([key, item]);
  }
  rest.sort(([a], [b]) => (a < b ? -1 : 1));
  const items = rest.slice(0, size).map(([, item]) => item);
  const last = rest[size - 1]?.[0];
  return rest.length > size && last !== undefined ? { items, IsTruncated: true, Marker: writeMarker(last) } : { items, IsTruncated: false };
}

const SEAL = "after ";

const writeMarker = (key: string): string => Buffer.from(SEAL + key).toString("base64");

function readMarker(marker: string): string {
  const text = Buffer.from(marker, "base64").toString();
  if (!text.startsWith(SEAL)) throw validationError("Invalid Marker.");
  return text.slice(SEAL.length);
}
