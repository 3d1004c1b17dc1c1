import type { Place } from "../../diagnostics/index.ts";

/** A file that values were written in. */
export interface SourceText {
  /** Absolute path. */
  readonly path: string;
  readonly text: string;
  readonly place: (start: number, end: number) => Place;
}

/** The piece of a file a value comes from. */
export interface Origin {
  readonly file: SourceText;
  readonly start: number;
  readonly end: number;
}

export type Scalar = string | number | boolean | null | undefined;

/**
 * A value followed through the code, with where it was written. It is a guess that is checked: a place is only told when
 * the value followed equals the value that was really loaded.
 */
export type Traced =
  | { readonly kind: "scalar"; readonly value: Scalar; readonly origin: Origin }
  | TracedObject
  | { readonly kind: "list"; readonly items: Traced[]; readonly origin: Origin }
  | { readonly kind: "function"; readonly call: (given: readonly Traced[], at: Origin) => Traced; readonly origin: Origin }
  /** One of several, which one is not known without running the code. */
  | { readonly kind: "either"; readonly options: readonly Traced[]; readonly origin: Origin }
  | { readonly kind: "unknown"; readonly origin: Origin };

export interface TracedObject {
  readonly kind: "object";
  readonly members: Map<string, TracedMember>;
  readonly origin: Origin;
}

export interface TracedMember {
  readonly key: Origin;
  readonly value: Traced;
}

export const unknown = (origin: Origin): Traced => ({ kind: "unknown", origin });
export const scalar = (value: Scalar, origin: Origin): Traced => ({ kind: "scalar", value, origin });
export const list = (items: Traced[], origin: Origin): Traced => ({ kind: "list", items, origin });

/** The member of an object or list under a name or index; of a choice, one for each option that has it. */
export function memberOf(traced: Traced, step: string | number): TracedMember | undefined {
  if (traced.kind === "object") return traced.members.get(String(step));
  if (traced.kind === "list") {
    const item = traced.items[Number(step)];
    return item === undefined ? undefined : { key: item.origin, value: item };
  }
  if (traced.kind !== "either") return undefined;
  const found = traced.options.map((option) => memberOf(option, step)).filter((member) => member !== undefined);
  const [first] = found;
  return first === undefined ? undefined : { key: first.key, value: { kind: "either", options: found.map((member) => member.value), origin: first.value.origin } };
}

/** Whether a value is true in a condition; undefined when that is not known. */
export function truth(traced: Traced): boolean | undefined {
  if (traced.kind === "scalar") return Boolean(traced.value);
  return traced.kind === "either" || traced.kind === "unknown" ? undefined : true;
}

/** The option that agrees with the value really loaded; the value itself when it is no choice. */
export function chosen(traced: Traced, actual: unknown): Traced {
  if (traced.kind !== "either") return traced;
  const options = traced.options.map((option) => chosen(option, actual));
  return options.find((option) => agrees(option, actual)) ?? options[0] ?? unknown(traced.origin);
}

/** True when a followed value can be the loaded one: equal scalars, the same keys, the same length. */
export function agrees(traced: Traced, actual: unknown): boolean {
  if (traced.kind === "scalar") return Object.is(traced.value, actual);
  if (traced.kind === "list") return Array.isArray(actual) && actual.length === traced.items.length;
  if (traced.kind !== "object" || typeof actual !== "object" || actual === null) return false;
  return Object.keys(actual).every((key) => traced.members.has(key));
}
