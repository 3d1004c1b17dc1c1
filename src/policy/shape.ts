import type { Json, PolicyDocument } from "./document.ts";

export type JsonObject = Readonly<Record<string, Json>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One value or a list, as a list. */
export const listOf = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : [value as T]);

/**
 * True when a value has the shape of `PolicyDocument`, so that it can be normalized and compared.
 * It may still be refused by AWS: `validatePolicy` tells.
 */
export function isPolicyDocument(value: unknown): value is PolicyDocument {
  if (!isObject(value)) return false;
  const { Version, Id, Statement } = value;
  return optional(Version, isString) && optional(Id, isString) && Statement !== undefined && listOf(Statement).every(isStatement);
}

function isStatement(value: unknown): boolean {
  if (!isObject(value)) return false;
  return (
    (value["Effect"] === "Allow" || value["Effect"] === "Deny") &&
    optional(value["Sid"], isString) &&
    ["Action", "NotAction", "Resource", "NotResource"].every((name) => optional(value[name], isStrings)) &&
    ["Principal", "NotPrincipal"].every((name) => optional(value[name], isPrincipal)) &&
    optional(value["Condition"], isConditionBlock)
  );
}

const isString = (value: unknown): boolean => typeof value === "string";
const isScalar = (value: unknown): boolean => ["string", "number", "boolean"].includes(typeof value);
const isStrings = (value: unknown): boolean => listOf(value).every(isString);
const optional = (value: unknown, is: (value: unknown) => boolean): boolean => value === undefined || is(value);
const isPrincipal = (value: unknown): boolean => value === "*" || (isObject(value) && Object.values(value).every(isStrings));
const isConditionBlock = (value: unknown): boolean =>
  isObject(value) &&
  Object.values(value).every((keys) => isObject(keys) && Object.values(keys).every((values) => listOf(values).every(isScalar)));
