import { LookedInto, UNKNOWN } from "./unknown.ts";

/** Hands values out so that nothing is concluded from what is not known. */
export interface Watch {
  /** The same value, whose unknown parts throw LookedInto where they are asked for. */
  over<T>(value: T): T;
  /** From now on copying counts as asking: what is copied is not watched any more. */
  tighten(): void;
}

/**
 * While a subject is being worked out, objects are copied with what is unknown in them; a copy asks for a property's
 * description right before its value, which is how the two are told apart.
 */
export function watch(): Watch {
  const seen = new WeakMap<object, object>();
  const handedOut = new WeakSet<object>();
  let mayCopy = true;
  let copying: { readonly from: object; readonly key: PropertyKey } | undefined;
  const over = <T>(value: T): T => {
    if (typeof value !== "object" || value === null || value === UNKNOWN || handedOut.has(value)) return value;
    const known = seen.get(value);
    if (known !== undefined) return known as T;
    const watched = value instanceof Map ? new Map(Array.from(value, ([key, member]: [unknown, unknown]) => [key, over(member)])) : isPlain(value) ? new Proxy(value, handler) : value;
    seen.set(value, watched);
    handedOut.add(watched);
    return watched as T;
  };
  const handler: ProxyHandler<object> = {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      const isCopy = copying?.from === target && copying.key === key;
      copying = undefined;
      if (value === UNKNOWN && !(mayCopy && isCopy)) throw new LookedInto(String(key));
      return isFixed(target, key) ? value : over(value);
    },
    has(target, key) {
      if (Reflect.get(target, key) === UNKNOWN) throw new LookedInto(String(key));
      return Reflect.has(target, key);
    },
    getOwnPropertyDescriptor(target, key) {
      copying = { from: target, key };
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
  };
  return { over, tighten: () => void (mayCopy = false) };
}

/** A proxy must give the very value of a property that can never change. */
const isFixed = (target: object, key: PropertyKey): boolean => {
  const property = Reflect.getOwnPropertyDescriptor(target, key);
  return property !== undefined && property.configurable === false && property.writable === false;
};

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Array.isArray(value);
}
