import type { PolicyStatement } from "../document.ts";
import { byText } from "./normalize.ts";
import { partName, partsOf } from "./statement-parts.ts";

export interface StatementPair {
  readonly before: PolicyStatement;
  readonly after: PolicyStatement;
}

export interface StatementMatching {
  readonly pairs: readonly StatementPair[];
  readonly removed: readonly PolicyStatement[];
  readonly added: readonly PolicyStatement[];
}

/** Statements less alike than this are told as one removed and one added. */
const ALIKE = 0.3;

/**
 * Pairs normalized statements: by Sid, then equal ones but for the Sid, then the most alike first.
 * Swapping the two sides gives the same pairs swapped.
 */
export function matchStatements(before: readonly PolicyStatement[], after: readonly PolicyStatement[]): StatementMatching {
  const left = new Set(before);
  const right = new Set(after);
  const pairs: StatementPair[] = [];
  const pair = (a: PolicyStatement, b: PolicyStatement) => {
    left.delete(a);
    right.delete(b);
    pairs.push({ before: a, after: b });
  };
  for (const keyOf of [bySid, withoutSid]) {
    const partners = uniqueBy([...right], keyOf);
    for (const [key, statement] of uniqueBy([...left], keyOf)) {
      const partner = partners.get(key);
      if (partner !== undefined) pair(statement, partner);
    }
  }
  for (const [a, b] of mostAlikeFirst([...left], [...right])) {
    if (left.has(a) && right.has(b)) pair(a, b);
  }
  return { pairs, removed: [...left], added: [...right] };
}

const bySid = (statement: PolicyStatement): string | undefined => statement.Sid;

const withoutSid = (statement: PolicyStatement): string => JSON.stringify({ ...statement, Sid: undefined });

/** Statements by a key, without those that share theirs: they cannot be told apart by it. */
function uniqueBy(
  statements: readonly PolicyStatement[],
  keyOf: (statement: PolicyStatement) => string | undefined,
): Map<string, PolicyStatement> {
  const found = new Map<string, PolicyStatement>();
  const shared = new Set<string>();
  for (const statement of statements) {
    const key = keyOf(statement);
    if (key === undefined) continue;
    if (found.has(key)) shared.add(key);
    found.set(key, statement);
  }
  for (const key of shared) found.delete(key);
  return found;
}

function mostAlikeFirst(
  before: readonly PolicyStatement[],
  after: readonly PolicyStatement[],
): (readonly [PolicyStatement, PolicyStatement])[] {
  const fingerprints = new Map([...before, ...after].map((statement) => [statement, fingerprint(statement)]));
  const scored = before.flatMap((a) =>
    after.map((b) => {
      const score = similarity(fingerprints.get(a) ?? new Set(), fingerprints.get(b) ?? new Set());
      // The order of the two texts must not depend on the side they come from.
      const tie = [JSON.stringify(a), JSON.stringify(b)].sort(byText).join("\n");
      return { a, b, score, tie };
    }),
  );
  return scored
    .filter(({ score }) => score >= ALIKE)
    .sort((x, y) => y.score - x.score || byText(x.tie, y.tie))
    .map(({ a, b }) => [a, b] as const);
}

/** What a statement says, as a set of small facts. */
const fingerprint = (statement: PolicyStatement): ReadonlySet<string> =>
  new Set([
    `Effect ${statement.Effect}`,
    ...partsOf(statement).flatMap((part) => [partName(part), ...part.values.map((value) => `${partName(part)} ${value}`)]),
  ]);

/** The share of facts that two statements have in common, from 0 to 1. */
function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const fact of a) if (b.has(fact)) shared++;
  return shared / (a.size + b.size - shared);
}
