import type { OneOrMany, PolicyStatement, PrincipalElement } from "../document.ts";
import { byText } from "./normalize.ts";
import { listOf } from "../shape.ts";

export type ElementName = "Principal" | "NotPrincipal" | "Action" | "NotAction" | "Resource" | "NotResource";

const LIST_ELEMENTS: readonly ElementName[] = ["Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource"];

/** The values of one element or of one condition key, as a person would point at them. */
export interface StatementPart {
  readonly element: ElementName | "Condition";
  /** For a condition: the operator and the key. */
  readonly operator?: string;
  readonly key?: string;
  readonly values: readonly string[];
}

/** What makes two parts of different statements the same part. */
export const partName = (part: Pick<StatementPart, "element" | "operator" | "key">): string =>
  part.operator === undefined ? part.element : JSON.stringify([part.element, part.operator, part.key]);

/** A normalized statement as a flat list of parts; Sid and Effect are apart. */
export function partsOf(statement: PolicyStatement): StatementPart[] {
  const parts: StatementPart[] = [];
  for (const element of LIST_ELEMENTS) {
    const value = statement[element];
    if (value !== undefined) parts.push({ element, values: valuesOf(value) });
  }
  for (const [operator, keys] of Object.entries(statement.Condition ?? {})) {
    for (const [key, values] of Object.entries(keys)) {
      parts.push({ element: "Condition", operator, key, values: listOf(values).map(String) });
    }
  }
  return parts;
}

/** Principals are named with their type, as in `AWS:arn:aws:iam::111122223333:root`. */
function valuesOf(value: OneOrMany<string> | Exclude<PrincipalElement, "*">): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return [...(value as readonly string[])];
  const byType = Object.entries(value as Exclude<PrincipalElement, "*">);
  return byType.flatMap(([type, names]) => listOf(names ?? []).map((name) => `${type}:${name}`)).sort(byText);
}
