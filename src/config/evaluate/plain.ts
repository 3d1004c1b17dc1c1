export interface PlainTrouble {
  readonly path: readonly (string | number)[];
  /** What stands there: "a function", "a date". */
  readonly what: string;
  readonly reason: "function" | "not-plain" | "too-deep" | "too-large";
}

export type PlainResult =
  | { readonly kind: "value"; readonly json: string }
  | { readonly kind: "not-plain"; readonly troubles: readonly PlainTrouble[] };

/**
 * Writes a value as JSON, or tells everything in it that is not plain data. `undefined` in objects is left out. The text
 * is put together by hand, so that a key called `__proto__` is a key like any other. Runs in the child process as source
 * text: it may use globals and its argument, nothing else.
 */
export function plain(root: unknown): PlainResult {
  const { stringify } = JSON;
  const MAX_SIZE = 32_000_000;
  const troubles: PlainTrouble[] = [];
  const open = new Set<unknown>();
  let size = 0;
  const refuse = (path: (string | number)[], what: string, reason: PlainTrouble["reason"]): string => {
    if (troubles.length < 100) troubles.push({ path, what, reason });
    return "null";
  };
  const kindOf = (value: object): string | undefined => {
    if (Array.isArray(value)) return undefined;
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype === null || prototype === Object.prototype) return undefined;
    if (value instanceof Date) return "a date";
    if (value instanceof Map) return "a Map";
    if (value instanceof Set) return "a Set";
    if (value instanceof Promise) return "a promise";
    const name: unknown = (prototype as { constructor?: { name?: unknown } }).constructor?.name;
    return typeof name === "string" && name !== "" ? `an instance of ${name.slice(0, 80)}` : "an object with a prototype of its own";
  };
  const write = (value: unknown, path: (string | number)[]): string | undefined => {
    if (value === undefined) return undefined;
    // Values count too: one object may stand in many places.
    size += 32;
    if (size > MAX_SIZE) return troubles.some((one) => one.reason === "too-large") ? "null" : refuse([], "too large: more than a million values or 32 MB of text", "too-large");
    if (value === null || typeof value === "string" || typeof value === "boolean") {
      const text = stringify(value);
      size += text.length;
      return text;
    }
    if (typeof value === "number") return Number.isFinite(value) ? stringify(value) : refuse(path, String(value), "not-plain");
    if (typeof value === "function") return refuse(path, "a function", "function");
    if (typeof value !== "object") return refuse(path, `a ${typeof value}`, "not-plain");
    if (path.length > 100) return refuse(path.slice(0, 8), "nested more than 100 levels deep", "too-deep");
    const kind = kindOf(value);
    if (kind !== undefined) return refuse(path, kind, "not-plain");
    if (open.has(value)) return refuse(path, "a value that contains itself", "not-plain");
    open.add(value);
    const parts: string[] = [];
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) parts.push(write(value[i], [...path, i]) ?? refuse([...path, i], "undefined in a list", "not-plain"));
    } else {
      for (const key of Object.keys(value)) {
        const written = write((value as Record<string, unknown>)[key], [...path, key]);
        if (written !== undefined) parts.push(`${stringify(key)}:${written}`);
      }
    }
    open.delete(value);
    return Array.isArray(value) ? `[${parts.join(",")}]` : `{${parts.join(",")}}`;
  };
  const json = write(root, []) ?? refuse([], "undefined", "not-plain");
  return troubles.length > 0 ? { kind: "not-plain", troubles } : { kind: "value", json };
}
