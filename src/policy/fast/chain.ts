import type { NamedPolicy, PolicyChain, PolicyLevel, PolicyUse } from "../chain.ts";
import type { StatementMatch } from "../decision.ts";
import { type CompiledPolicy, compilePolicy } from "./policy.ts";
import { makePlan, type Plan } from "./plan.ts";

/** A policy with where it stands in the chain. */
export interface PlacedPolicy {
  readonly kind: PolicyUse;
  readonly level?: { readonly name: string; readonly index: number };
  readonly name: string;
  readonly index: number;
  readonly compiled: CompiledPolicy;
  /** What explanations say of its statements when they match, by the statement's index. */
  matches: StatementMatch[] | undefined;
}

export interface CompiledLevel {
  readonly name: string;
  /** From the root, 0. */
  readonly index: number;
  readonly policies: readonly PlacedPolicy[];
}

/** Bounded: a request can name any action. */
const MOST_PLANS = 32_768;

/** A chain, ready to decide by. Made by `compileChain`. */
export class CompiledChain {
  readonly managementAccountId: string | undefined;
  readonly scps: readonly CompiledLevel[] | undefined;
  readonly rcps: readonly CompiledLevel[] | undefined;
  readonly identity: readonly PlacedPolicy[];
  readonly boundary: readonly PlacedPolicy[] | undefined;
  readonly session: readonly PlacedPolicy[] | undefined;
  readonly resource: readonly PlacedPolicy[] | undefined;
  readonly endpoint: readonly PlacedPolicy[] | undefined;
  readonly #plans = new Map<string, Plan>();

  constructor(chain: PolicyChain) {
    this.managementAccountId = chain.managementAccountId;
    this.scps = chain.scps && levels("scp", chain.scps);
    this.rcps = chain.rcps && levels("rcp", chain.rcps);
    this.identity = placed("identity", chain.identity);
    this.boundary = chain.boundary && placed("boundary", chain.boundary);
    this.session = chain.session && placed("session", chain.session);
    this.resource = chain.resource && placed("resource", [chain.resource]);
    this.endpoint = chain.endpoint && placed("endpoint", chain.endpoint.policies, { endpointType: chain.endpoint.type });
  }

  /** What there is to look at for an action, in any spelling. */
  planOf(action: string): Plan {
    const known = this.#plans.get(action);
    if (known !== undefined) return known;
    const plan = makePlan(this, action.toLowerCase());
    if (this.#plans.size >= MOST_PLANS) this.#plans.clear();
    this.#plans.set(action, plan);
    return plan;
  }
}

/**
 * Compiles every policy of a chain. Documents that several chains share are compiled once.
 * @throws LandfallError LF3040 for a policy that cannot be decided by.
 */
export const compileChain = (chain: PolicyChain): CompiledChain => new CompiledChain(chain);

const levels = (kind: PolicyUse, given: readonly PolicyLevel[]): CompiledLevel[] =>
  given.map(({ name, policies }, index) => ({ name, index, policies: placed(kind, policies, { level: { name, index } }) }));

interface Place {
  readonly level?: PlacedPolicy["level"];
  readonly endpointType?: "interface" | "gateway";
}

const placed = (kind: PolicyUse, policies: readonly NamedPolicy[], { level, endpointType }: Place = {}): PlacedPolicy[] =>
  policies.map(({ name, document }, index) => ({ kind, level, name, index, compiled: compilePolicy(document, kind, name, endpointType), matches: undefined }));
