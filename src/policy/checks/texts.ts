import type { ValuePath } from "../../diagnostics/index.ts";
import type { Json } from "../document.ts";
import { isObject, type JsonObject } from "../shape.ts";

export interface Located<T> {
  readonly value: T;
  readonly path: ValuePath;
}

/** The texts of an element that is a text or a list of texts, each with its path; other values are left to the type check. */
export function textsOf(statement: JsonObject, element: string, path: ValuePath): Located<string>[] {
  return valuesOf(statement[element], [...path, element]).filter((item): item is Located<string> => typeof item.value === "string");
}

/** One value or the items of a list, each with its path. */
export function valuesOf(value: Json | undefined, path: ValuePath): Located<Json>[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [{ value, path }];
  return (value as readonly Json[]).map((item, index) => ({ value: item, path: [...path, index] }));
}

export interface ConditionUse {
  readonly operator: string;
  readonly key: string;
  /** The path of the key; its last step but one is the operator. */
  readonly path: ValuePath;
  readonly values: readonly Located<Json>[];
}

/** Every key of every operator of a statement's condition. */
export function conditionsOf(statement: JsonObject, path: ValuePath): ConditionUse[] {
  const { Condition } = statement;
  if (!isObject(Condition)) return [];
  return Object.entries(Condition).flatMap(([operator, keys]) =>
    !isObject(keys)
      ? []
      : Object.entries(keys).map(([key, value]) => {
          const at = [...path, "Condition", operator, key];
          return { operator, key, path: at, values: valuesOf(value, at) };
        }),
  );
}

/** How messages show a piece of the policy. */
export const quote = (text: string): string => JSON.stringify(text);

/** The same for any value; what is no scalar is named by its type. */
export function show(value: unknown): string {
  if (typeof value === "string") return quote(value);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : typeName(value);
}

export function typeName(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** `a`, `a or b`, `a, b or c`. */
export function anyOf(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
