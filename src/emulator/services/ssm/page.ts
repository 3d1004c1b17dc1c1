import { AwsError } from "../../aws-error.ts";

export interface PageInput {
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

/** One page of sorted texts, going on after the one that the token names, so that what comes and goes between pages shifts nothing. */
export function page(list: string, sorted: readonly string[], { NextToken }: PageInput, size: number): { readonly items: readonly string[]; readonly NextToken?: string } {
  const after = NextToken === undefined ? undefined : afterOf(list, NextToken);
  const left = after === undefined ? sorted : sorted.filter((text) => text > after);
  const items = left.slice(0, size);
  return { items, ...(left.length > size && { NextToken: Buffer.from(`${list} ${items.at(-1)}`).toString("base64") }) };
}

function afterOf(list: string, token: string): string {
  const text = Buffer.from(token, "base64").toString();
  if (!text.startsWith(`${list} `)) throw new AwsError("InvalidNextToken", "The specified token isn't valid.");
  return text.slice(list.length + 1);
}
