import { AwsError } from "../../aws-error.ts";

export interface PageInput {
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

/** One page of items that have names, in the order of their names. A token holds the name of the last one, and is good for the list of that operation. */
export function pageByName<T>(list: string, items: Iterable<T>, nameOf: (item: T) => string, { NextToken, MaxResults }: PageInput, size: number): { readonly items: readonly T[]; readonly NextToken?: string } {
  const after = NextToken === undefined ? undefined : nameIn(list, NextToken);
  const named = [...items].map((item) => [nameOf(item), item] as const);
  const rest = named.filter(([name]) => after === undefined || name > after).sort(([a], [b]) => (a < b ? -1 : 1));
  const page = rest.slice(0, MaxResults ?? size);
  const last = page.at(-1)?.[0];
  const token = rest.length > page.length && last !== undefined ? { NextToken: Buffer.from(`${list} ${last}`).toString("base64") } : {};
  return { items: page.map(([, item]) => item), ...token };
}

function nameIn(list: string, token: string): string {
  const text = Buffer.from(token, "base64").toString();
  if (!text.startsWith(`${list} `)) throw new AwsError("InvalidNextToken", "The specified token isn't valid.");
  return text.slice(list.length + 1);
}
