import type { StatementMatch } from "../decision.ts";
import type { Principal } from "../request/request.ts";
import type { ActionFacts } from "./action-facts.ts";
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
  readonly #facts: ActionFacts;
  readonly #caller: Principal;

  constructor(chain: CompiledChain, facts: ActionFacts) {
    this.#chain = chain;
    this.#facts = facts;
    this.#caller = READING.request.principal;
  }

  allows(policies: readonly PlacedPolicy[] | undefined): Found[] {
    return this.#find(policies, false);
  }

  denies(policies: readonly PlacedPolicy[] | undefined): Found[] {
    return this.#find(policies, true);
  }

  #find(policies: readonly PlacedPolicy[] | undefined, denies: boolean): Found[] {
    const found: Found[] = [];
    for (const policy of policies ?? []) {
      for (const statement of policy.compiled.forAction(this.#facts.service, this.#facts.name)) {
        if (statement.denies !== denies) continue;
        const close = statement.principals && closenessTo(statement.principals, this.#caller, this.#chain.boundary !== undefined);
        const truth = close === NOT_NAMED ? NO : statement.matches(READING);
        if (truth !== NO) found.push({ match: truth === UNKNOWN ? unknownMatch(policy, statement) : sureMatch(policy, statement), truth, close });
      }
    }
    return found;
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
