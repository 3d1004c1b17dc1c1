import type { EndpointPolicies, PolicyUse } from "../chain.ts";
import type { PolicyDocument } from "../document.ts";
import { requireEvaluable } from "../evaluable.ts";
import { listOf } from "../shape.ts";
import { matchesAction, reachOf } from "./action-matcher.ts";
import { Statement } from "./statement.ts";

/** A statement that may match actions of a service: all of them, or some by their names. */
export interface Candidate {
  readonly statement: Statement;
  readonly named: boolean;
}

/** One document, compiled for one use. */
export class CompiledPolicy {
  readonly statements: readonly Statement[];
  /** The candidates of the services that its statements name, and of all others. */
  readonly #byService = new Map<string, readonly Candidate[]>();
  readonly #other: readonly Candidate[];

  constructor(document: PolicyDocument, use: PolicyUse, endpointType?: EndpointPolicies["type"]) {
    const variables = document.Version === "2012-10-17";
    this.statements = listOf(document.Statement).map((statement, index) => new Statement(statement, index, { use, variables, gateway: endpointType === "gateway" }));
    for (const { actions } of this.statements) {
      for (const service of actions?.services.keys() ?? []) if (!this.#byService.has(service)) this.#byService.set(service, this.#candidates(service));
    }
    this.#other = this.#candidates(undefined);
  }

  names(service: string): boolean {
    return this.#byService.has(service);
  }

  /** The service in lower case. */
  forService(service: string): readonly Candidate[] {
    return this.#byService.get(service) ?? this.#other;
  }

  /** The statements that match an action, service and name in lower case. */
  forAction(service: string, name: string): Statement[] {
    const found: Statement[] = [];
    for (const { statement, named } of this.forService(service)) {
      if (!named || (statement.actions !== undefined && matchesAction(statement.actions, service, name))) found.push(statement);
    }
    return found;
  }

  #candidates(service: string | undefined): readonly Candidate[] {
    return this.statements.flatMap((statement) => {
      const reach = statement.actions === undefined ? "none" : reachOf(statement.actions, service);
      return reach === "none" ? [] : [{ statement, named: reach === "named" }];
    });
  }
}

type Key = PolicyUse | "gateway endpoint";

const compiled = new WeakMap<object, Map<Key, CompiledPolicy>>();

/**
 * A document compiled for a use; the same document object is compiled once for each use, so it must not be changed later.
 * @throws LandfallError LF3040 for a document that cannot be decided by.
 */
export function compilePolicy(document: PolicyDocument, use: PolicyUse, name?: string, endpointType?: EndpointPolicies["type"]): CompiledPolicy {
  const key: Key = endpointType === "gateway" ? "gateway endpoint" : use;
  const uses = compiled.get(document);
  const known = uses?.get(key);
  if (known !== undefined) return known;
  requireEvaluable(document, name === undefined ? undefined : `The policy ${name}`);
  const policy = new CompiledPolicy(document, use, endpointType);
  if (uses === undefined) compiled.set(document, new Map([[key, policy]]));
  else uses.set(key, policy);
  return policy;
}
