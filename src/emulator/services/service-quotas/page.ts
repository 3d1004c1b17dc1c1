import { invalidPaginationToken } from "./errors.ts";

export interface PageInput {
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

/** Constraints of the members that every list takes. */
export const PAGE = { NextToken: { max: 2048, pattern: /^[a-zA-Z0-9/+]*={0,2}$/ }, MaxResults: { min: 1, max: 100 } };

/** One page of a list. A token is good for the list with the same name. Unconfirmed: the page size when none is asked for. */
export function page<T>(list: string, items: readonly T[], { NextToken, MaxResults = 100 }: PageInput): { readonly items: readonly T[]; readonly NextToken?: string } {
  const start = NextToken === undefined ? 0 : startOf(list, NextToken);
  const end = start + MaxResults;
  return { items: items.slice(start, end), ...(end < items.length && { NextToken: Buffer.from(`${list} ${end}`).toString("base64") }) };
}

function startOf(list: string, token: string): number {
  const text = Buffer.from(token, "base64").toString();
  const start = Number(text.slice(list.length + 1));
  if (!text.startsWith(`${list} `) || !Number.isInteger(start) || start < 1) throw invalidPaginationToken("Invalid pagination token.");
  return start;
}
