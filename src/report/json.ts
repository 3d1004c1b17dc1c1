/** What a machine form says about itself. */
export interface Envelope {
  /** Name and version of the form, for example `landfall.plan/1`. Keys are never renamed within a version. */
  readonly format: string;
  /** The version of landfall that wrote it. */
  readonly tool: string;
}

/** Characters that JSON allows and a terminal obeys: they are escaped, which changes no value. */
const UNSAFE = /[\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;
const escapeUnsafe = (json: string): string => json.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** JSON with sorted keys, so that the same value always gives the same text. Maps become objects. */
export function stableJson(value: unknown, indent: number | undefined = 2): string {
  return escapeUnsafe(JSON.stringify(sorted(value), undefined, indent) ?? "null");
}

/** A value in its envelope: format and version first to say, keys sorted, one line break at the end. */
export const enveloped = (envelope: Envelope, value: object): string => `${stableJson({ ...value, ...envelope })}\n`;

/** By code unit, so that the order is the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value instanceof Map) return sorted(Object.fromEntries(value as Map<string, unknown>));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => byText(a, b)).map(([key, part]) => [key, sorted(part)]));
}
