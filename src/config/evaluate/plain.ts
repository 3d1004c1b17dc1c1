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
 * Gives a function that writes a value as JSON, or tells everything in it that is not plain data. `undefined` in objects
 * is left out. The text is put together by hand, so that a key called `__proto__` is a key like any other. What it needs
 * is taken when it is made, so that code which changes the built-in objects afterwards does not change it. Runs in the
 * child process as source text: it may use globals, nothing else.
 */
export function plainWriter(): (root: unknown) => PlainResult {
  const { stringify } = JSON;
  const { isArray } = Array;
  const { keys, getPrototypeOf, prototype: ordinary } = Object;
  const { isFinite } = Number;
  const { apply } = Reflect;
  const method = (holder: object, name: string): ((...given: unknown[]) => unknown) => Reflect.get(holder, name) as () => unknown;
  const [has, add, drop] = [method(Set.prototype, "has"), method(Set.prototype, "add"), method(Set.prototype, "delete")];
  const concat = method(Array.prototype, "concat");
  const slice = method(String.prototype, "slice");
  const text = String;
  const kinds: readonly (readonly [new () => object, string])[] = [[Date, "a date"], [Map, "a Map"], [Set, "a Set"], [Promise as unknown as new () => object, "a promise"]];
  const MAX_SIZE = 32_000_000;
  const kindOf = (value: object): string | undefined => {
    const prototype: unknown = getPrototypeOf(value);
    if (isArray(value) || prototype === null || prototype === ordinary) return undefined;
    for (let i = 0; i < kinds.length; i++) {
      const known = kinds[i];
      if (known !== undefined && value instanceof known[0]) return known[1];
    }
    const name: unknown = (prototype as { constructor?: { name?: unknown } }).constructor?.name;
    return typeof name === "string" && name !== "" ? `an instance of ${apply(slice, name, [0, 80]) as string}` : "an object with a prototype of its own";
  };
  return (root) => {
    const troubles: PlainTrouble[] = [];
    const open = new Set<unknown>();
    let size = 0;
    let tooLarge = false;
    const refuse = (path: (string | number)[], what: string, reason: PlainTrouble["reason"]): string => {
      if (troubles.length < 100) troubles[troubles.length] = { path, what, reason };
      return "null";
    };
    const step = (path: (string | number)[], next: string | number): (string | number)[] => apply(concat, path, [next]) as (string | number)[];
    const members = (value: object, path: (string | number)[]): string => {
      let written = "";
      if (isArray(value)) {
        for (let i = 0; i < value.length; i++) {
          const at = step(path, i);
          written += `${i === 0 ? "" : ","}${write(value[i], at) ?? refuse(at, "undefined in a list", "not-plain")}`;
        }
        return `[${written}]`;
      }
      const names = keys(value);
      for (let i = 0; i < names.length; i++) {
        const key = names[i] ?? "";
        const member = write((value as Record<string, unknown>)[key], step(path, key));
        if (member !== undefined) written += `${written === "" ? "" : ","}${stringify(key)}:${member}`;
      }
      return `{${written}}`;
    };
    const write = (value: unknown, path: (string | number)[]): string | undefined => {
      if (value === undefined) return undefined;
      // Values count too: one object may stand in many places.
      size += 32;
      if (size > MAX_SIZE) {
        if (!tooLarge) refuse([], "too large: more than a million values or 32 MB of text", "too-large");
        tooLarge = true;
        return "null";
      }
      if (value === null || typeof value === "string" || typeof value === "boolean") {
        const written = stringify(value);
        size += written.length;
        return written;
      }
      if (typeof value === "number") return isFinite(value) ? stringify(value) : refuse(path, text(value), "not-plain");
      if (typeof value === "function") return refuse(path, "a function", "function");
      if (typeof value !== "object") return refuse(path, `a ${typeof value}`, "not-plain");
      if (path.length > 100) return refuse([path[0] ?? "", path[1] ?? "", path[2] ?? ""], "nested more than 100 levels deep", "too-deep");
      const kind = kindOf(value);
      if (kind !== undefined) return refuse(path, kind, "not-plain");
      if (apply(has, open, [value])) return refuse(path, "a value that contains itself", "not-plain");
      apply(add, open, [value]);
      const written = members(value, path);
      apply(drop, open, [value]);
      return written;
    };
    const json = write(root, []) ?? refuse([], "undefined", "not-plain");
    return troubles.length > 0 ? { kind: "not-plain", troubles } : { kind: "value", json };
  };
}
