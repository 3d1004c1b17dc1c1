import type { NamedPolicy, PolicyChain, PolicyLevel, PolicyUse } from "../chain.ts";
import type { StatementMatch } from "../decision.ts";
import { type CompiledPolicy, compilePolicy } from "./policy.ts";
import { type ActionFacts, factsOf } from "./action-facts.ts";
import { type Plan, ServicePlans } from "./plan.ts";

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

/** What there is to know and to look at for an action. */
export interface PlannedAction {
  readonly facts: ActionFacts;
  readonly plan: Plan;
}

/** No policy names a service with white space. */
const NO_SERVICE = " ";

/** Bounded: a request can name any action. */
const MOST_ACTIONS = 8192;

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
  /** All of the above. */
  readonly policies: readonly PlacedPolicy[];
  readonly #services = new Map<string, ServicePlans>();
  readonly #actions = new Map<string, PlannedAction>();
  #otherServices: ServicePlans | undefined;

  constructor(chain: PolicyChain) {
    this.managementAccountId = chain.managementAccountId;
    this.scps = chain.scps && levels("scp", chain.scps);
    this.rcps = chain.rcps && levels("rcp", chain.rcps);
    this.identity = placed("identity", chain.identity);
    this.boundary = chain.boundary && placed("boundary", chain.boundary);
    this.session = chain.session && placed("session", chain.session);
    this.resource = chain.resource && placed("resource", [chain.resource]);
    this.endpoint = chain.endpoint && placed("endpoint", chain.endpoint.policies, { endpointType: chain.endpoint.type });
    const levelled = [...(this.scps ?? []), ...(this.rcps ?? [])].flatMap(({ policies }) => policies);
    this.policies = [levelled, this.identity, this.boundary, this.session, this.resource, this.endpoint].flatMap((policies) => policies ?? []);
  }

  /** The action in any spelling. */
  planned(action: string): PlannedAction {
    return this.#actions.get(action) ?? this.#learn(action);
  }

  #learn(action: string): PlannedAction {
    const facts = factsOf(action);
    const planned = { facts, plan: this.#plansOf(facts.service).planOf(facts.name) };
    if (this.#actions.size >= MOST_ACTIONS) this.#actions.clear();
    this.#actions.set(action, planned);
    return planned;
  }

  /** Services that no policy names have their plan in one. */
  #plansOf(service: string): ServicePlans {
    const known = this.#services.get(service);
    if (known !== undefined) return known;
    if (!this.policies.some(({ compiled }) => compiled.names(service))) return (this.#otherServices ??= new ServicePlans(this, NO_SERVICE));
    const plans = new ServicePlans(this, service);
    this.#services.set(service, plans);
    return plans;
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
