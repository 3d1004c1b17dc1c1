import { list, memberOf, type Origin, scalar, type Traced, type TracedMember, truth, unknown } from "./traced.ts";
import type { Tracing } from "./tracing.ts";

type Static = (given: readonly Traced[], origin: Origin, tracing: Tracing) => Traced;

const same: Static = ([value], origin) => value ?? unknown(origin);

/** The functions of the language that files build their data with. */
const STATICS: Readonly<Record<string, Static>> = {
  "Object.freeze": same,
  "Object.seal": same,
  "Promise.resolve": same,
  structuredClone: same,
  "Object.fromEntries": ([pairs], origin, tracing) => {
    if (pairs?.kind !== "list") return unknown(origin);
    const members = new Map<string, TracedMember>();
    for (const pair of pairs.items) {
      tracing.step();
      const key = memberOf(pair, 0)?.value;
      const value = memberOf(pair, 1)?.value;
      if (key?.kind === "scalar" && value !== undefined) members.set(String(key.value), { key: key.origin, value });
    }
    return { kind: "object", members, origin };
  },
  "Object.entries": ([value], origin) => eachMember(value, origin, (key, member) => list([scalar(key, member.key), member.value], member.value.origin)),
  "Object.keys": ([value], origin) => eachMember(value, origin, (key, member) => scalar(key, member.key)),
  "Object.values": ([value], origin) => eachMember(value, origin, (_key, member) => member.value),
  "Object.assign": ([target, ...sources], origin) => {
    if (target?.kind !== "object") return unknown(origin);
    for (const source of sources) {
      if (source.kind === "object") for (const [key, member] of source.members) target.members.set(key, member);
    }
    return target;
  },
  "Array.from": ([value, map], origin) => {
    const length = value && memberOf(value, "length")?.value;
    const counted = length?.kind === "scalar" && Number(length.value) <= 10_000 ? Array.from({ length: Number(length.value) }, (): Traced => scalar(undefined, origin)) : undefined;
    const items = value?.kind === "list" ? value.items : counted;
    if (items === undefined) return unknown(origin);
    return list(map?.kind === "function" ? items.map((item, index) => map.call([item, scalar(index, item.origin)], origin)) : items, origin);
  },
  "Array.of": (given, origin) => list([...given], origin),
  Boolean: ([value], origin) => {
    const known = value && truth(value);
    return known === undefined ? unknown(origin) : scalar(known, origin);
  },
  String: ([value], origin) => (value?.kind === "scalar" ? scalar(String(value.value), value.origin) : unknown(origin)),
  Number: ([value], origin) => (value?.kind === "scalar" ? scalar(Number(value.value), value.origin) : unknown(origin)),
};

export const isStatic = (name: string): boolean => Object.hasOwn(STATICS, name);

export const callStatic: (name: string, ...call: Parameters<Static>) => Traced = (name, given, origin, tracing) => STATICS[name]?.(given, origin, tracing) ?? unknown(origin);

function eachMember(value: Traced | undefined, origin: Origin, item: (key: string, member: TracedMember) => Traced): Traced {
  return value?.kind === "object" ? list([...value.members].map(([key, member]) => item(key, member)), origin) : unknown(origin);
}
