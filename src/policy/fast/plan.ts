import { ALWAYS_ALLOWED_ACTIONS } from "../data/always-allowed.ts";
import { CROSS_ACCOUNT_ACTIONS } from "../data/cross-account-actions.ts";
import { MANDATORY_RESOURCE_POLICIES, type MandatoryResourcePolicy } from "../data/mandatory-resource-policies.ts";
import { RCP_EXEMPT_ACTIONS } from "../data/rcp-exempt-actions.ts";
import { RCP_SERVICES } from "../data/rcp-services.ts";
import { SCP_EXEMPT_TASKS, type ScpExemptTask } from "../data/scp-exempt-tasks.ts";
import type { CompiledChain, PlacedPolicy } from "./chain.ts";
import type { Statement } from "./statement.ts";

/** The Allow statements of one gate that may match an action. */
export interface PlannedGate {
  /** One of them matches whatever the request. */
  readonly open: boolean;
  readonly statements: readonly Statement[];
}

/** What a chain has to look at for one action: everything that depends on nothing else. */
export interface Plan {
  /** In lower case, as is its service. */
  readonly action: string;
  readonly service: string;
  readonly alwaysAllowed: boolean;
  readonly scpTask: ScpExemptTask | undefined;
  readonly rcpsReach: "yes" | "service" | "action";
  readonly mandatory: MandatoryResourcePolicy | undefined;
  readonly crossAccount: boolean;
  /** Of identity policies and boundary. */
  readonly identityDenies: readonly Statement[];
  readonly sessionDenies: readonly Statement[];
  readonly scpDenies: readonly Statement[];
  readonly rcpDenies: readonly Statement[];
  /** Of resource and endpoint policies: these name principals. */
  readonly namingDenies: readonly Statement[];
  /** A level that lets everything through is left out. */
  readonly scpLevels: readonly PlannedGate[];
  readonly identity: PlannedGate;
  readonly boundary: PlannedGate | undefined;
  readonly session: PlannedGate | undefined;
  readonly resourceAllows: readonly Statement[];
  readonly endpointAllows: readonly Statement[] | undefined;
}

/** @param action in lower case */
export function makePlan(chain: CompiledChain, action: string): Plan {
  const [service = ""] = action.split(":", 1);
  const name = action.slice(service.length + 1);
  const denies = (...lists: (readonly PlacedPolicy[] | undefined)[]): readonly Statement[] => {
    const found = new Set<Statement>();
    for (const policies of lists) for (const { compiled } of policies ?? []) for (const statement of compiled.forAction(action).denies) found.add(statement);
    return [...found];
  };
  const allows = (policies: readonly PlacedPolicy[]): Statement[] => {
    const found: Statement[] = [];
    for (const { compiled } of policies) found.push(...compiled.forAction(action).allows);
    return found;
  };
  const gate = (policies: readonly PlacedPolicy[]): PlannedGate => gateOf(allows(policies));
  const scps = chain.scps?.map(({ policies }) => policies) ?? [];
  return {
    action,
    service,
    alwaysAllowed: ALWAYS_ALLOWED_ACTIONS.has(action),
    scpTask: SCP_EXEMPT_TASKS.find((task) => task.service === service),
    rcpsReach: !RCP_SERVICES.has(service) ? "service" : RCP_EXEMPT_ACTIONS.has(action) ? "action" : "yes",
    mandatory: MANDATORY_RESOURCE_POLICIES.find((entry) => entry.service === service && entry.actions?.has(name) !== false),
    crossAccount: CROSS_ACCOUNT_ACTIONS.has(action),
    identityDenies: denies(chain.identity, chain.boundary),
    sessionDenies: denies(chain.session),
    scpDenies: denies(...scps),
    rcpDenies: denies(...(chain.rcps?.map(({ policies }) => policies) ?? [])),
    namingDenies: denies(chain.resource, chain.endpoint),
    scpLevels: scps.map(gate).filter(({ open }) => !open),
    identity: gate(chain.identity),
    boundary: chain.boundary && gate(chain.boundary),
    session: chain.session && gate(chain.session),
    resourceAllows: allows(chain.resource ?? []),
    endpointAllows: chain.endpoint && allows(chain.endpoint),
  };
}

const gateOf = (statements: readonly Statement[]): PlannedGate => ({ open: statements.some(({ unconditional }) => unconditional), statements });
