import { apply, type ApplyResult } from "../../src/apply/index.ts";
import { type Aws, connect } from "../../src/aws/index.ts";
import type { Event } from "../../src/diagnostics/index.ts";
import { type Emulator, type EmulatorOptions, openEmulator, scaledClock } from "../../src/emulator/index.ts";
import { expand, type Inventory, NO_STATEMENTS, type Observation, type Statements, statementsOf, withPacksOf } from "../../src/inventory/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { type LastRun, makePlan, type Plan, restrictTo } from "../../src/plan/index.ts";
import { COMPARERS, type Excludable, observe } from "../../src/resources/index.ts";

interface Options {
  readonly exclude?: readonly Excludable[];
  readonly statements?: Statements;
  readonly last?: LastRun;
}

type ApplyOptions = Options & { readonly signal?: AbortSignal; /** Changes nothing else. */ readonly only?: ReadonlySet<string> };

type Applied = ApplyResult & { readonly plan: Plan; readonly observation: Observation };

/** An embedded AWS with a way to it, for tests that plan and apply. */
export interface Stage {
  readonly emulator: Emulator;
  readonly aws: Aws;
  readonly events: Event[];
  plan(organization: Organization, exclude?: readonly Excludable[], last?: LastRun): Promise<Plan>;
  apply(organization: Organization, signal?: AbortSignal): Promise<Applied>;
  applyInventory(name: string, desired: Inventory, options?: ApplyOptions): Promise<Applied>;
}

/** So fast that accounts, which take minutes, are there in a moment. */
const SPEED = 5_000;

export async function openStage(world: EmulatorOptions = {}): Promise<Stage> {
  const emulator = await openEmulator({ clock: scaledClock(SPEED), seed: "stage", accountLimit: 1_000, ...world });
  const events: Event[] = [];
  const emit = (event: Event): void => void events.push(event);
  const aws = connect({ homeRegion: "eu-west-1", clock: emulator.clock, emit, requestHandler: emulator.requestHandler, credentials: emulator.credentials });
  const planned = async (name: string, wanted: Inventory, { exclude = [], statements = NO_STATEMENTS, last }: Options = {}) => {
    const observation = await observe(aws, { desired: wanted, moved: statements.moved, remove: statements.remove, exclude });
    const desired = withPacksOf(wanted, observation);
    return { plan: makePlan({ name, homeRegion: "eu-west-1", desired, observation, statements, comparers: COMPARERS, last }), observation };
  };
  const applyInventory = async (name: string, desired: Inventory, { signal = new AbortController().signal, only, ...options }: ApplyOptions = {}) => {
    const { plan: whole, observation } = await planned(name, desired, options);
    const plan = only === undefined ? whole : restrictTo(whole, only);
    return { plan, observation, ...(await apply({ plan, observation, aws, emit, run: "test", signal })) };
  };
  return {
    emulator,
    aws,
    events,
    plan: async (organization, exclude, last) => (await planned(organization.name, expand(organization), { exclude, last, statements: statementsOf(organization) })).plan,
    apply: (organization, signal) => applyInventory(organization.name, expand(organization), { signal, statements: statementsOf(organization) }),
    applyInventory,
  };
}
