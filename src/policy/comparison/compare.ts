import type { PolicyDocument, PolicyStatement } from "../document.ts";
import { matchStatements, type StatementPair } from "./match-statements.ts";
import { byText, normalizePolicy } from "./normalize.ts";
import { listOf } from "../shape.ts";
import { partName, partsOf, type StatementPart } from "./statement-parts.ts";

/** One part of a statement whose values differ. A part that only one side has is `added` or `removed` whole. */
export interface PartDifference extends Pick<StatementPart, "element" | "operator" | "key"> {
  readonly whole?: "added" | "removed";
  readonly valuesAdded: readonly string[];
  readonly valuesRemoved: readonly string[];
}

/** Statements here are in canonical form: see `normalizePolicy`. */
export type StatementDifference =
  | { readonly action: "added"; readonly after: PolicyStatement }
  | { readonly action: "removed"; readonly before: PolicyStatement }
  | {
      readonly action: "changed";
      readonly before: PolicyStatement;
      readonly after: PolicyStatement;
      readonly sid?: { readonly before?: string; readonly after?: string };
      readonly effect?: { readonly before: "Allow" | "Deny"; readonly after: "Allow" | "Deny" };
      readonly parts: readonly PartDifference[];
    };

export interface PolicyDifference {
  /** Only when it changed; a missing Version counts as 2008-10-17. */
  readonly version?: {
    readonly before: string;
    readonly after: string;
    /** Whether a statement holds `${…}`, which is a variable from 2012-10-17 on and plain text before. */
    readonly changesVariables: boolean;
  };
  readonly id?: { readonly before?: string; readonly after?: string };
  readonly statements: readonly StatementDifference[];
  /** How many statements are the same on both sides. */
  readonly unchanged: number;
}

/** What differs between two documents by meaning, statement by statement and value by value. */
export function comparePolicies(before: PolicyDocument, after: PolicyDocument): PolicyDifference {
  const left = normalizePolicy(before);
  const right = normalizePolicy(after);
  const { pairs, removed, added } = matchStatements(listOf(left.Statement), listOf(right.Statement));
  const changed = pairs.map(comparePair).filter((difference) => difference !== undefined);
  return {
    ...(left.Version === right.Version ? {} : { version: compareVersions(left, right) }),
    ...(left.Id === right.Id ? {} : { id: { before: left.Id, after: right.Id } }),
    statements: [
      ...removed.map((statement) => ({ action: "removed", before: statement }) as const),
      ...changed,
      ...added.map((statement) => ({ action: "added", after: statement }) as const),
    ],
    unchanged: pairs.length - changed.length,
  };
}

export const isEmptyDifference = (difference: PolicyDifference): boolean =>
  difference.version === undefined && difference.id === undefined && difference.statements.length === 0;

function compareVersions(before: PolicyDocument, after: PolicyDocument) {
  const changesVariables = [before, after].some((document) => JSON.stringify(document.Statement).includes("${"));
  return { before: before.Version ?? "", after: after.Version ?? "", changesVariables };
}

function comparePair({ before, after }: StatementPair): StatementDifference | undefined {
  const parts = compareParts(partsOf(before), partsOf(after));
  if (before.Sid === after.Sid && before.Effect === after.Effect && parts.length === 0) return undefined;
  return {
    action: "changed",
    before,
    after,
    ...(before.Sid === after.Sid ? {} : { sid: { before: before.Sid, after: after.Sid } }),
    ...(before.Effect === after.Effect ? {} : { effect: { before: before.Effect, after: after.Effect } }),
    parts,
  };
}

function compareParts(before: readonly StatementPart[], after: readonly StatementPart[]): PartDifference[] {
  const left = new Map(before.map((part) => [partName(part), part]));
  const right = new Map(after.map((part) => [partName(part), part]));
  const names = [...new Set([...left.keys(), ...right.keys()])].sort(byText);
  return names.flatMap((name) => {
    const a = left.get(name);
    const b = right.get(name);
    const { element, operator, key } = a ?? b ?? { element: "Condition" };
    const valuesRemoved = (a?.values ?? []).filter((value) => !b?.values.includes(value));
    const valuesAdded = (b?.values ?? []).filter((value) => !a?.values.includes(value));
    const whole = a === undefined ? "added" : b === undefined ? "removed" : undefined;
    if (whole === undefined && valuesAdded.length + valuesRemoved.length === 0) return [];
    return [
      {
        element,
        ...(operator === undefined ? {} : { operator, key }),
        ...(whole === undefined ? {} : { whole }),
        valuesAdded,
        valuesRemoved,
      } satisfies PartDifference,
    ];
  });
}
