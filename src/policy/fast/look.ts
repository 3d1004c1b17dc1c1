import type { StatementMatch } from "../decision.ts";
import type { Request } from "../request.ts";
import type { CompiledChain, PlacedPolicy } from "./chain.ts";
import { type Closeness, closenessTo, NOT_NAMED } from "./principal-matcher.ts";
import { READING } from "./reading.ts";
import type { Statement } from "./statement.ts";
import { either, NO, type Truth, UNKNOWN } from "./truth.ts";

/** A statement that matches, or might, with how closely it names the caller. */
export interface Found {
  readonly match: StatementMatch;
  readonly close: Closeness | undefined;
}

/** The statements of policies that match a request, or might; READING has begun with it. */
export function findMatches(chain: CompiledChain, request: Request, policies: readonly PlacedPolicy[], effect: "Allow" | "Deny"): Found[] {
  const action = request.action.toLowerCase();
  return policies.flatMap((policy) => {
    const { denies, allows } = policy.compiled.forAction(action);
    return (effect === "Deny" ? denies : allows).flatMap((statement) => {
      const close = statement.principals && closenessTo(statement.principals, request.principal, chain.boundary !== undefined);
      const truth = close === NOT_NAMED ? NO : statement.matches(READING);
      return truth === NO ? [] : [{ match: matchOf(policy, statement, truth), close }];
    });
  });
}

const matchOf = ({ kind, level, name, index }: PlacedPolicy, statement: Statement, truth: Truth): StatementMatch => ({
  kind,
  ...(level === undefined ? {} : { level }),
  policy: name,
  policyIndex: index,
  statementIndex: statement.index,
  ...(statement.sid === undefined ? {} : { sid: statement.sid }),
  matches: truth === UNKNOWN ? "unknown" : "yes",
  missingKeys: truth === UNKNOWN ? statement.missingKeys(READING) : [],
});

/** Whether any of the statements matches. */
export const truthOf = (found: readonly Found[]): Truth => found.reduce<Truth>((truth, { match }) => either(truth, match.matches === "yes" ? 2 : 1), NO);
