import type { ValuePath } from "../diagnostics/index.ts";

/** Visits what can be visited of a value of any shape; the shape itself is told elsewhere. */
type Visit = (path: ValuePath, key: string, member: unknown) => void;

/** Calls back for every member of an object's property; answers how many there are. */
export function eachMember(holder: unknown, path: ValuePath, key: string, visit: Visit): number {
  const held = property(holder, key);
  if (!isObject(held)) return 0;
  const entries = Object.entries(held);
  for (const [name, member] of entries) visit([...path, key, name], name, member);
  return entries.length;
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const property = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
