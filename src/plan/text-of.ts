import type { Plan } from "./plan.ts";

/** A value as text, keys in a fixed order, so that equal values are equal texts. */
export const textOf = (value: unknown): string => JSON.stringify(sorted(value)) ?? "";

/** What a plan would do, as a text to take a hash of. */
export const fingerprintOf = ({ organization, changes }: Plan): string => textOf({ organization, changes });

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}
