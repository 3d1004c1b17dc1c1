import type { Json, PolicyContent, PolicyDocument } from "../document.ts";
import { isObject, isPolicyDocument } from "../shape.ts";

/**
 * The shortest JSON text that means the same: no white space, lists of one value as a plain value.
 * The order of statements and elements stays, and so do Sids. `Statement` stays a list where it is one:
 * AWS's pages promise the plain form for values only.
 */
export function minifyPolicy(document: PolicyDocument): string {
  const { Statement, ...rest } = document as unknown as Record<string, Json>;
  const statements = Array.isArray(Statement) ? (Statement as readonly Json[]).map(unwrap) : unwrap(Statement ?? []);
  const inOrder = Object.keys(document).map((key) => [key, key === "Statement" ? statements : unwrap(rest[key] ?? null)]);
  return JSON.stringify(Object.fromEntries(inOrder));
}

/** A policy of any type as it is sent to AWS, which counts white space. */
export const policyText = (content: PolicyContent): string => (isPolicyDocument(content) ? minifyPolicy(content) : JSON.stringify(content));

function unwrap(value: Json): Json {
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map(unwrap);
    const [only] = items;
    return items.length === 1 && only !== undefined ? only : items;
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, unwrap(member)]));
}
