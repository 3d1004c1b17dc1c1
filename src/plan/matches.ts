import { arnsMeet, comparePolicies, effectOfDifference, normalizePolicy, patternsMeet, type PolicyDocument, type PolicyStatement } from "../policy/index.ts";

/** A statement as the set of requests that it matches, whatever it then does with them. */
export type Match = number;

type Values = PolicyStatement["Action"];
type Meet = (a: string, b: string) => boolean;

/** Statements by number, and what can be proven of the requests that two of them match. */
export class Matches {
  readonly #numbers = new Map<string, Match>();
  readonly #statements: PolicyStatement[] = [];
  readonly #known = new Map<string, boolean>();

  /** The numbers of a document's statements of one effect. */
  of(document: PolicyDocument, effect: PolicyStatement["Effect"]): Match[] {
    return [document.Statement].flat().flatMap((statement) => (statement.Effect === effect ? [this.#numberOf(statement, document.Version)] : []));
  }

  /** Whether the one provably matches all that the other does. */
  covers(wide: Match, narrow: Match): boolean {
    return wide === narrow || this.#once("covers", wide, narrow, (a, b) => covers(a, b));
  }

  /** Whether some request may be matched by both: false is a proof that none is. */
  mayMeet(a: Match, b: Match): boolean {
    return a === b || this.#once("meets", Math.min(a, b), Math.max(a, b), mayMeet);
  }

  #numberOf({ Sid: _sid, Principal, ...statement }: PolicyStatement, Version: PolicyDocument["Version"]): Match {
    // Every RCP speaks of everybody.
    const [normal] = [normalizePolicy({ Version, Statement: [{ ...statement, ...(Principal === undefined || Principal === "*" ? {} : { Principal }), Effect: "Allow" }] }).Statement].flat();
    const key = JSON.stringify([Version, normal]);
    const known = this.#numbers.get(key);
    if (known !== undefined || normal === undefined) return known ?? -1;
    this.#numbers.set(key, this.#statements.length);
    return this.#statements.push(normal) - 1;
  }

  #once(what: string, a: Match, b: Match, find: (a: PolicyStatement, b: PolicyStatement) => boolean): boolean {
    const key = `${what} ${a} ${b}`;
    let found = this.#known.get(key);
    if (found === undefined) {
      const [one, other] = [this.#statements[a], this.#statements[b]];
      found = one === undefined || other === undefined ? what === "meets" : find(one, other);
      this.#known.set(key, found);
    }
    return found;
  }
}

/** Whether everything that the one allows is allowed by the other: taking the other's place could only narrow. */
export function covers(wide: PolicyStatement, narrow: PolicyStatement): boolean {
  const effect = effectOfDifference(comparePolicies({ Version: "2012-10-17", Statement: [wide] }, { Version: "2012-10-17", Statement: [narrow] }));
  return effect === "narrows" || effect === "none";
}

function mayMeet(a: PolicyStatement, b: PolicyStatement): boolean {
  const actions: Meet = (one, other) => patternsMeet(one.toLowerCase(), other.toLowerCase());
  return listsMeet(a.Action, b.Action, actions) && !isLeftOut(a, b) && !isLeftOut(b, a) && listsMeet(a.Resource, b.Resource, arnsMeet);
}

const listsMeet = (a: Values, b: Values, meet: Meet): boolean => a === undefined || b === undefined || [a].flat().some((one) => [b].flat().some((other) => meet(one, other)));

/** Whether every action that the one names is among those that the other leaves out. */
function isLeftOut({ Action }: PolicyStatement, { NotAction }: PolicyStatement): boolean {
  if (Action === undefined || NotAction === undefined) return false;
  const named = (Actions: Values): PolicyStatement => ({ Effect: "Allow", Action: Actions, Resource: "*" });
  return covers(named(NotAction), named(Action));
}
