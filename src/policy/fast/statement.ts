import type { PolicyUse } from "../chain.ts";
import type { PolicyStatement } from "../document.ts";
import { listOf } from "../shape.ts";
import { type ActionMatcher, compileActions } from "./action-matcher.ts";
import { compileConditions, type Condition } from "./condition.ts";
import { compilePrincipals, type PrincipalMatcher } from "./principal-matcher.ts";
import type { Reading } from "./reading.ts";
import { compileResource, type ResourcePattern } from "./resource-pattern.ts";
import { either, NO, not, type Truth, UNKNOWN, YES } from "./truth.ts";

/** How a document is read: as what, and by which version of the language. */
export interface DocumentReading {
  readonly use: PolicyUse;
  readonly variables: boolean;
  readonly gateway: boolean;
}

/** One statement, compiled. */
export class Statement {
  readonly index: number;
  readonly sid: string | undefined;
  readonly denies: boolean;
  readonly actions: ActionMatcher | undefined;
  /** Only of resource and endpoint policies; undefined elsewhere. */
  readonly principals: PrincipalMatcher | undefined;
  /** Matches every request with its action and principal. */
  readonly unconditional: boolean;
  readonly #resources: readonly ResourcePattern[];
  readonly #anyResource: boolean;
  readonly #negated: boolean;
  readonly #conditions: readonly Condition[];

  constructor(statement: PolicyStatement, index: number, { use, variables, gateway }: DocumentReading) {
    const { Sid, Effect, Resource, NotResource, Condition } = statement;
    const hasPrincipal = use === "resource" || use === "endpoint";
    this.index = index;
    this.sid = Sid;
    this.denies = Effect === "Deny";
    this.principals = hasPrincipal ? compilePrincipals(statement, gateway) : undefined;
    // Open question missing-element.
    this.actions = hasPrincipal && this.principals === undefined ? undefined : compileActions(statement);
    const element = Resource ?? NotResource;
    this.#resources = element === undefined ? [] : listOf(element).map((text) => compileResource(text, { variables, padded: !hasPrincipal }));
    this.#negated = Resource === undefined && NotResource !== undefined;
    this.#anyResource = element === undefined || (!this.#negated && this.#resources.some(({ any }) => any));
    this.#conditions = compileConditions(Condition, variables);
    this.unconditional = this.#anyResource && this.#conditions.length === 0;
  }

  /** Whether resource and conditions match; action and principal were looked at before. */
  matches(reading: Reading): Truth {
    let found: Truth = this.#anyResource ? YES : this.#matchesResource(reading);
    if (found === NO) return NO;
    for (const condition of this.#conditions) {
      const holds = condition.matches(reading);
      if (holds === NO) return NO;
      if (holds === UNKNOWN) found = UNKNOWN;
    }
    return found;
  }

  #matchesResource(reading: Reading): Truth {
    let found: Truth = NO;
    for (const pattern of this.#resources) {
      if (found === YES) break;
      found = either(found, pattern.matches(reading.resource, reading));
    }
    return this.#negated ? not(found) : found;
  }

  /** When it is UNKNOWN: names of the keys it hangs on, sorted. */
  missingKeys(reading: Reading): string[] {
    const keys = new Set<string>();
    if (!this.#anyResource && this.#matchesResource(reading) === UNKNOWN) {
      for (const pattern of this.#resources) {
        if (pattern.matches(reading.resource, reading) === UNKNOWN) for (const key of pattern.missingKeys(reading)) keys.add(key);
      }
    }
    for (const condition of this.#conditions) {
      if (condition.matches(reading) === UNKNOWN) for (const key of condition.missingKeys(reading)) keys.add(key);
    }
    return [...keys].sort();
  }
}

