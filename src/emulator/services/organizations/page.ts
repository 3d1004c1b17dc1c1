import { createHash } from "node:crypto";
import { invalidInput } from "./errors.ts";
import type { Table } from "../../world.ts";
import type { OrganizationCall } from "./operation.ts";
import type { IndexRow } from "./state.ts";

export interface PageInput {
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly NextToken?: string;
}

/** Rows with growing sequence numbers: an index, which is entered where a page begins, all of them, or those behind a place. */
export type Rows = Table<IndexRow> | Iterable<readonly [string, IndexRow]> | ((after: number) => Iterable<readonly [string, IndexRow]>);

export const PAGE_SIZE = 20;

/**
 * One page of an index of the caller's organization. `list` names what is listed, arguments included: a token is good
 * for that list alone. `pick` turns a key into an item, or leaves it out.
 */
export const page = <T>(
  call: OrganizationCall,
  list: readonly string[],
  rows: Rows,
  input: PageInput,
  pick: (key: string) => T | undefined,
): Page<T> => pageOf([call.organization.id, ...list], rows, input, pick);

/** The same for lists that belong to something else, which `list` then names. */
export function pageOf<T>(list: readonly string[], rows: Rows, input: PageInput, pick: (key: string) => T | undefined): Page<T> {
  const name = list.join(" ");
  const after = input.NextToken === undefined ? 0 : readToken(name, input.NextToken);
  const size = input.MaxResults ?? PAGE_SIZE;
  const items: T[] = [];
  let last = after;
  for (const [key, { seq }] of rowsAfter(rows, after)) {
    const item = pick(key);
    if (item === undefined) continue;
    if (items.length === size) return { items, NextToken: writeToken(name, last) };
    items.push(item);
    last = seq;
  }
  return { items };
}

/** The rows behind a place. */
export function* rowsAfter(rows: Rows, after: number): Generator<readonly [string, IndexRow]> {
  if (typeof rows === "function") return yield* rows(after);
  if (Symbol.iterator in rows) {
    for (const row of rows) if (row[1].seq > after) yield row;
    return;
  }
  const keys = rows.keys();
  for (let at = firstAfter(rows, keys, after); at < keys.length; at++) {
    const key = keys[at] ?? "";
    const row = rows.get(key);
    if (row !== undefined) yield [key, row];
  }
}

/** Where the rows behind a place begin, found by halving. */
function firstAfter(table: Table<IndexRow>, keys: readonly string[], after: number): number {
  let low = 0;
  for (let high = keys.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if ((table.get(keys[middle] ?? "")?.seq ?? 0) > after) high = middle;
    else low = middle + 1;
  }
  return low;
}

const seal = (list: string, seq: string): string => createHash("sha256").update(`landfall page ${list} ${seq}`).digest("base64url");

const writeToken = (list: string, seq: number): string => Buffer.from(`${seq}.${seal(list, String(seq))}`).toString("base64url");

function readToken(list: string, token: string): number {
  const [seq = "", sealed] = Buffer.from(token, "base64url").toString("latin1").split(".");
  if (!/^\d+$/.test(seq) || sealed !== seal(list, seq)) {
    throw invalidInput("INVALID_NEXT_TOKEN", "You specified an invalid NextToken value.");
  }
  return Number(seq);
}
