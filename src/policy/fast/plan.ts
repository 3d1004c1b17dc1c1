import { matchesAction } from "./action-matcher.ts";
import type { CompiledChain, PlacedPolicy } from "./chain.ts";
import type { Candidate } from "./policy.ts";
import type { Statement } from "./statement.ts";

/** The Allow statements of one gate that may match an action. */
export interface PlannedGate {
  /** One of them matches whatever the request. */
  readonly open: boolean;
  readonly statements: readonly Statement[];
}

/** The statements of a chain that may match an action, sorted by what they are looked at for. */
export interface Plan {
  /** Of identity policies and boundary. */
  readonly identityDenies: readonly Statement[];
  readonly sessionDenies: readonly Statement[];
  readonly scpDenies: readonly Statement[];
  readonly rcpDenies: readonly Statement[];
  /** Of resource and endpoint policies: these name principals. */
  readonly resourceDenies: readonly Statement[];
  readonly endpointDenies: readonly Statement[];
  /** A level that lets everything through is left out. */
  readonly scpLevels: readonly PlannedGate[];
  readonly identity: PlannedGate;
  readonly boundary: PlannedGate | undefined;
  readonly session: PlannedGate | undefined;
  readonly resourceAllows: readonly Statement[];
  readonly endpointAllows: readonly Statement[] | undefined;
}

/** Far more than the actions of a service make; names that no service has could make others. */
const MOST_PLANS = 1024;

/**
 * The plans of a chain for one service. Most actions of a service are matched by the same statements, so there are few
 * plans: one for each set of statements that tell actions of the service apart by name.
 */
export class ServicePlans {
  readonly #chain: CompiledChain;
  readonly #service: string;
  readonly #byName: readonly Statement[];
  readonly #plans = new Map<string, Plan>();

  constructor(chain: CompiledChain, service: string) {
    this.#chain = chain;
    this.#service = service;
    const byName = new Set<Statement>();
    for (const { compiled } of chain.policies) {
      for (const { statement, named } of compiled.forService(service)) if (named) byName.add(statement);
    }
    this.#byName = [...byName];
  }

  planOf(name: string): Plan {
    const matching = this.#byName.filter(({ actions }) => actions !== undefined && matchesAction(actions, this.#service, name));
    const key = matching.map((statement) => this.#byName.indexOf(statement)).join();
    const known = this.#plans.get(key);
    if (known !== undefined) return known;
    const plan = makePlan(this.#chain, this.#service, new Set(matching));
    if (this.#plans.size >= MOST_PLANS) this.#plans.clear();
    this.#plans.set(key, plan);
    return plan;
  }
}

function makePlan(chain: CompiledChain, service: string, matching: ReadonlySet<Statement>): Plan {
  const isIn = ({ statement, named }: Candidate): boolean => !named || matching.has(statement);
  const denies = (...lists: (readonly PlacedPolicy[] | undefined)[]): readonly Statement[] => {
    const found = new Set<Statement>();
    for (const policies of lists) collect(policies, service, (one) => one.statement.denies && isIn(one), (statement) => found.add(statement));
    return [...found];
  };
  const allows = (policies: readonly PlacedPolicy[]): Statement[] => {
    const found: Statement[] = [];
    collect(policies, service, (one) => !one.statement.denies && isIn(one), (statement) => found.push(statement));
    return found;
  };
  const gate = (policies: readonly PlacedPolicy[]): PlannedGate => gateOf(allows(policies));
  const scps = chain.scps?.map(({ policies }) => policies) ?? [];
  return {
    identityDenies: denies(chain.identity, chain.boundary),
    sessionDenies: denies(chain.session),
    scpDenies: denies(...scps),
    rcpDenies: denies(...(chain.rcps?.map(({ policies }) => policies) ?? [])),
    resourceDenies: denies(chain.resource),
    endpointDenies: denies(chain.endpoint),
    scpLevels: scps.map(gate).filter(({ open }) => !open),
    identity: gate(chain.identity),
    boundary: chain.boundary && gate(chain.boundary),
    session: chain.session && gate(chain.session),
    resourceAllows: allows(chain.resource ?? []),
    endpointAllows: chain.endpoint && allows(chain.endpoint),
  };
}

function collect(policies: readonly PlacedPolicy[] | undefined, service: string, isWanted: (candidate: Candidate) => boolean, add: (statement: Statement) => void): void {
  for (const { compiled } of policies ?? []) {
    for (const candidate of compiled.forService(service)) if (isWanted(candidate)) add(candidate.statement);
  }
}

const gateOf = (statements: readonly Statement[]): PlannedGate => ({ open: statements.some(({ unconditional }) => unconditional), statements });
