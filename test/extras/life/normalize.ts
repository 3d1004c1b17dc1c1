import type { Json } from "./step.ts";

/** Ids of AWS, wherever they stand in a text. The order counts: an OU's id holds its root's. */
const IDS = /\b(?:ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|r-[0-9a-z]{4,32}|o-[a-z0-9]{10,32}|p-[0-9a-z]{8,128}|car-[a-z0-9]{8,32}|h-[0-9a-z]{8,32}|rp-[0-9a-zA-Z_]{4,128}|(?:AKIA|ASIA|AIDA|AROA|ANPA)[A-Z0-9]{12,}|\d{12})\b/g;
const TIMES = /(?:Timestamp|Date|DateEnabled|Expiration|LastUsedDate|Created)$/;
/** What is random and says nothing. */
const SECRETS = /^(?:SecretAccessKey|SessionToken|NextToken|PaginationToken)$/;

/** Makes answers of two worlds comparable: every id becomes the name under which it was kept, or its kind. */
export class Names {
  readonly #known = new Map<string, string>();

  keep(name: string, value: Json): void {
    if (typeof value === "string") this.#known.set(value, `{${name}}`);
  }

  normal(value: Json, member = ""): Json {
    if (value !== null && TIMES.test(member)) return "a time";
    if (SECRETS.test(member)) return "a secret";
    if (typeof value === "string") return this.#text(value);
    if (Array.isArray(value)) return value.map((item: Json) => this.normal(item));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.normal(inner, name)]));
  }

  #text(text: string): string {
    const whole = this.#known.get(text);
    if (whole !== undefined) return whole;
    return text.replaceAll(IDS, (id) => this.#known.get(id) ?? `id ${id.length === 12 ? "of an account" : id.slice(0, 2)}`);
  }
}

/** Where the second answer says otherwise, or says what the first does not, but for members of some names: paths with both values. */
export function differences(ours: Json, theirs: Json, but: readonly string[], at = ""): string[] {
  if (isObject(ours) && isObject(theirs)) {
    const names = Object.keys(theirs).filter((name) => !but.includes(name));
    return names.flatMap((name) => differences(ours[name] ?? null, theirs[name] ?? null, but, `${at}.${name}`));
  }
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    if (ours.length !== theirs.length) return [`${at}: ${ours.length} items, but ${theirs.length}`];
    return ours.flatMap((item: Json, index) => differences(item, (theirs as Json[])[index] ?? null, but, `${at}.${index}`));
  }
  return ours === theirs ? [] : [`${at}: ${JSON.stringify(ours)}, but ${JSON.stringify(theirs)}`];
}

const isObject = (value: Json): value is { readonly [name: string]: Json } => typeof value === "object" && value !== null && !Array.isArray(value);
