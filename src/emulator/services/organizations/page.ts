import { createHash } from "node:crypto";
import { invalidInput } from "./errors.ts";
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

export const PAGE_SIZE = 20;

/**
 * One page of an index of the caller's organization. `list` names what is listed, arguments included: a token is good
 * for that list alone. `pick` turns a key into an item, or leaves it out.
 */
export const page = <T>(
  call: OrganizationCall,
  list: readonly string[],
  rows: Iterable<readonly [string, IndexRow]>,
  input: PageInput,
  pick: (key: string) => T | undefined,
): Page<T> => pageOf([call.organization.id, ...list], rows, input, pick);

/** The same for lists that belong to something else, which `list` then names. */
export function pageOf<T>(list: readonly string[], rows: Iterable<readonly [string, IndexRow]>, input: PageInput, pick: (key: string) => T | undefined): Page<T> {
  const name = list.join(" ");
  const after = input.NextToken === undefined ? 0 : readToken(name, input.NextToken);
  const size = input.MaxResults ?? PAGE_SIZE;
  const items: T[] = [];
  let last = after;
  for (const [key, { seq }] of rows) {
    if (seq <= after) continue;
    const item = pick(key);
    if (item === undefined) continue;
    if (items.length === size) return { items, NextToken: writeToken(name, last) };
    items.push(item);
    last = seq;
  }
  return { items };
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
