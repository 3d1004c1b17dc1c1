import { list, type Origin, scalar, type Traced, truth, unknown } from "./traced.ts";
import type { Tracing } from "./tracing.ts";

interface ListCall {
  readonly items: Traced[];
  readonly given: readonly Traced[];
  readonly origin: Origin;
  /** Calls the function given first, for one item. */
  readonly each: (item: Traced, index: number) => Traced;
}

type ListMethod = (call: ListCall) => Traced;

const METHODS: Readonly<Record<string, ListMethod>> = {
  map: ({ items, each, origin }) => list(items.map(each), origin),
  flatMap: ({ items, each, origin }) => list(items.map(each).flatMap(opened), origin),
  // What is not known to be left out stays; the check against the loaded value finds out.
  filter: ({ items, each, origin }) => list(items.filter((item, index) => truth(each(item, index)) !== false), origin),
  find: ({ items, each, origin }) => items.find((item, index) => truth(each(item, index)) === true) ?? unknown(origin),
  forEach: ({ items, each, origin }) => {
    items.forEach(each);
    return scalar(undefined, origin);
  },
  reduce: ({ items, given: [reducer, start], origin }) => {
    if (reducer?.kind !== "function") return unknown(origin);
    return items.reduce((before, item, index) => reducer.call([before, item, scalar(index, item.origin)], origin), start ?? unknown(origin));
  },
  concat: ({ items, given, origin }) => list([...items, ...given.flatMap(opened)], origin),
  flat: ({ items, origin }) => list(items.flatMap(opened), origin),
  slice: ({ items, given: [from, to], origin }) => list(items.slice(numberOf(from), numberOf(to)), origin),
  toReversed: ({ items, origin }) => list([...items].reverse(), origin),
  reverse: ({ items, origin }) => list(items.reverse(), origin),
  push: ({ items, given, origin }) => {
    for (const item of given) items.push(item);
    return scalar(items.length, origin);
  },
  at: ({ items, given: [index], origin }) => items.at(numberOf(index) ?? 0) ?? unknown(origin),
  includes: ({ items, given: [wanted], origin }) => contains(items, wanted, origin),
  join: ({ items, given: [separator], origin }) => {
    const texts = items.map((item) => (item.kind === "scalar" ? String(item.value ?? "") : undefined));
    const by = separator?.kind === "scalar" ? String(separator.value) : ",";
    return texts.includes(undefined) ? unknown(origin) : scalar(texts.join(by), origin);
  },
  entries: ({ items, origin }) => list(items.map((item, index) => list([scalar(index, item.origin), item], item.origin)), origin),
  keys: ({ items, origin }) => list(items.map((item, index) => scalar(index, item.origin)), origin),
  values: ({ items, origin }) => list([...items], origin),
};

/** Follows a method of a list; methods not listed here give something unknown. */
export function callListMethod(items: Traced[], name: string, given: readonly Traced[], origin: Origin, tracing: Tracing): Traced {
  if (!Object.hasOwn(METHODS, name)) return unknown(origin);
  const [callback] = given;
  const each = (item: Traced, index: number): Traced => {
    tracing.step();
    return callback?.kind === "function" ? callback.call([item, scalar(index, item.origin)], origin) : unknown(origin);
  };
  const made = METHODS[name]?.({ items, given, origin, each }) ?? unknown(origin);
  if (made.kind === "list") tracing.step(made.items.length);
  return made;
}

const opened = (value: Traced): Traced[] => (value.kind === "list" ? value.items : [value]);

const numberOf = (value: Traced | undefined): number | undefined => (value?.kind === "scalar" && typeof value.value === "number" ? value.value : undefined);

function contains(items: readonly Traced[], wanted: Traced | undefined, origin: Origin): Traced {
  if (wanted?.kind !== "scalar") return unknown(origin);
  if (items.some((item) => item.kind === "scalar" && item.value === wanted.value)) return scalar(true, origin);
  return items.every((item) => item.kind === "scalar") ? scalar(false, origin) : unknown(origin);
}
