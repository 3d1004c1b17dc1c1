import type { StatementMatch } from "../decision.ts";
import type { Principal } from "../request.ts";
import type { CompiledChain, PlacedPolicy } from "./chain.ts";
import { type Closeness, closenessTo, NOT_NAMED } from "./principal-matcher.ts";
import { READING } from "./reading.ts";
import type { Statement } from "./statement.ts";
import { NO, type Truth, UNKNOWN } from "./truth.ts";

/** A statement that matches, or might, with how closely it names the caller. */
export interface Found {
  readonly match: StatementMatch;
  readonly truth: Truth;
  readonly close: Closeness | undefined;
}

/** Finds the statements of policies that match the request with which READING began, or might. */
export class Look {
  readonly #chain: CompiledChain;
  readonly #action: string;
  readonly #caller: Principal;

  /** @param action in lower case */
  constructor(chain: CompiledChain, action: string) {
    this.#chain = chain;
    this.#action = action;
    this.#caller = READING.request.principal;
  }

  allows(policies: readonly PlacedPolicy[] | undefined): Found[] {
    const found: Found[] = [];
    for (const policy of policies ?? []) this.#collect(policy, policy.compiled.forAction(this.#action).allows, found);
    return found;
  }

  denies(policies: readonly PlacedPolicy[] | undefined): Found[] {
    const found: Found[] = [];
    for (const policy of policies ?? []) this.#collect(policy, policy.compiled.forAction(this.#action).denies, found);
    return found;
  }

  #collect(policy: PlacedPolicy, statements: readonly Statement[], found: Found[]): void {
    for (const statement of statements) {
      const close = statement.principals && closenessTo(statement.principals, this.#caller, this.#chain.boundary !== undefined);
      const truth = close === NOT_NAMED ? NO : statement.matches(READING);
      if (truth !== NO) found.push({ match: truth === UNKNOWN ? unknownMatch(policy, statement) : sureMatch(policy, statement), truth, close });
    }
  }
}

/** It says the same for every request, so it is made once. */
function sureMatch(policy: PlacedPolicy, statement: Statement): StatementMatch {
  const matches = (policy.matches ??= []);
  return (matches[statement.index] ??= { ...placeOf(policy, statement), matches: "yes", missingKeys: [] });
}

const unknownMatch = (policy: PlacedPolicy, statement: Statement): StatementMatch => ({
  ...placeOf(policy, statement),
  matches: "unknown",
  missingKeys: statement.missingKeys(READING),
});

const placeOf = ({ kind, level, name, index }: PlacedPolicy, { index: statementIndex, sid }: Statement) => ({
  kind,
  ...(level === undefined ? {} : { level }),
  policy: name,
  policyIndex: index,
  statementIndex,
  ...(sid === undefined ? {} : { sid }),
});
