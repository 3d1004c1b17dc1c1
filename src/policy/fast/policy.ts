import type { EndpointPolicies, PolicyUse } from "../chain.ts";
import type { PolicyDocument } from "../document.ts";
import { requireEvaluable } from "../evaluable.ts";
import { listOf } from "../shape.ts";
import { matchesAction } from "./action-matcher.ts";
import { Statement } from "./statement.ts";

/** The statements of one policy that may match an action. */
export interface ActionStatements {
  readonly denies: readonly Statement[];
  readonly allows: readonly Statement[];
}

const NONE: ActionStatements = { denies: [], allows: [] };

/** Bounded: a request can name any action. About 22,000 exist. */
const MOST_ACTIONS = 32_768;

/** One document, compiled for one use. */
export class CompiledPolicy {
  readonly statements: readonly Statement[];
  #byAction: Map<string, ActionStatements> | undefined;

  constructor(document: PolicyDocument, use: PolicyUse, endpointType?: EndpointPolicies["type"]) {
    const variables = document.Version === "2012-10-17";
    this.statements = listOf(document.Statement).map((statement, index) => new Statement(statement, index, { use, variables, gateway: endpointType === "gateway" }));
  }

  /** The action in lower case. */
  forAction(action: string): ActionStatements {
    return this.#byAction?.get(action) ?? this.#learn(action);
  }

  #learn(action: string): ActionStatements {
    const colon = action.indexOf(":");
    const service = colon < 0 ? action : action.slice(0, colon);
    const name = colon < 0 ? "" : action.slice(colon + 1);
    const found = this.statements.filter(({ actions }) => actions !== undefined && matchesAction(actions, service, name));
    const split = found.length === 0 ? NONE : { denies: found.filter(({ denies }) => denies), allows: found.filter(({ denies }) => !denies) };
    const known = (this.#byAction ??= new Map());
    if (known.size >= MOST_ACTIONS) known.clear();
    known.set(action, split);
    return split;
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
