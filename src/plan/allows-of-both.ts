import type { PolicyStatement } from "../policy/index.ts";
import { covers } from "./matches.ts";

/**
 * Statements that allow no more than what both texts allow, and as much of that as can be proven: parts of the one that
 * the other covers, and where both allow all but something, all but either. Sids are left out.
 */
export function allowsOfBoth(old: readonly PolicyStatement[], next: readonly PolicyStatement[]): PolicyStatement[] {
  const [olds, nexts] = [old.map(withoutSid), next.map(withoutSid)];
  const kept = [...coveredParts(olds, nexts), ...coveredParts(nexts, olds), ...allButEither(olds, nexts)];
  const known = new Set<string>();
  return joined(kept).filter((statement) => !known.has(JSON.stringify(statement)) && known.add(JSON.stringify(statement)));
}

/** What is covered whole stays whole; of the others each action on each resource is tried by itself. */
const coveredParts = (statements: readonly PolicyStatement[], by: readonly PolicyStatement[]): PolicyStatement[] =>
  statements.flatMap((statement) => {
    const isCovered = (part: PolicyStatement): boolean => by.some((other) => covers(other, part));
    return isCovered(statement) ? [statement] : partsOf(statement).filter(isCovered);
  });

function partsOf(statement: PolicyStatement): PolicyStatement[] {
  const byAction = statement.Action === undefined ? [statement] : [statement.Action].flat().map((Action) => ({ ...statement, Action }));
  return byAction.flatMap((part) => (part.Resource === undefined ? [part] : [part.Resource].flat().map((Resource) => ({ ...part, Resource }))));
}

function allButEither(olds: readonly PolicyStatement[], nexts: readonly PolicyStatement[]): PolicyStatement[] {
  return olds.flatMap((one) =>
    nexts.flatMap((other) => {
      if (one.NotAction === undefined || other.NotAction === undefined || restOf(one) !== restOf(other)) return [];
      return [{ ...one, NotAction: [...new Set([one.NotAction, other.NotAction].flat())] }];
    }),
  );
}

/** Parts that differ in their actions only become one statement again. */
function joined(parts: readonly PolicyStatement[]): PolicyStatement[] {
  const byRest = new Map<string, PolicyStatement>();
  for (const part of parts) {
    const key = part.Action === undefined ? JSON.stringify(part) : restOf(part);
    const before = byRest.get(key);
    byRest.set(key, before?.Action === undefined ? part : { ...before, Action: [...new Set([before.Action, part.Action ?? []].flat())] });
  }
  return [...byRest.values()];
}

const restOf = ({ Action: _action, NotAction: _notAction, ...rest }: PolicyStatement): string => JSON.stringify(Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1)));

const withoutSid = ({ Sid: _sid, ...statement }: PolicyStatement): PolicyStatement => statement;
