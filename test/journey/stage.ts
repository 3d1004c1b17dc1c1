import { apply, type ApplyResult } from "../../src/apply/index.ts";
import { type Aws, connect } from "../../src/aws/index.ts";
import type { Event } from "../../src/diagnostics/index.ts";
import { type Emulator, type EmulatorOptions, openEmulator, scaledClock } from "../../src/emulator/index.ts";
import { expand } from "../../src/inventory/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { type Comparer, makePlan, type Plan } from "../../src/plan/index.ts";
import { type Excludable, observe, RESOURCES } from "../../src/resources/index.ts";

/** An embedded AWS with a way to it, for tests that plan and apply. */
export interface Stage {
  readonly emulator: Emulator;
  readonly aws: Aws;
  readonly events: Event[];
  plan(organization: Organization, exclude?: readonly Excludable[]): Promise<Plan>;
  apply(organization: Organization, signal?: AbortSignal): Promise<ApplyResult & { readonly plan: Plan }>;
}

/** So fast that accounts, which take minutes, are there in a moment. */
const SPEED = 5_000;

export async function openStage(options: EmulatorOptions = {}): Promise<Stage> {
  const emulator = await openEmulator({ clock: scaledClock(SPEED), seed: "stage", accountLimit: 1_000, ...options });
  const events: Event[] = [];
  const emit = (event: Event): void => void events.push(event);
  const aws = connect({ homeRegion: "eu-west-1", clock: emulator.clock, emit, requestHandler: emulator.requestHandler, credentials: emulator.credentials });
  const comparers = RESOURCES as unknown as readonly Comparer[];
  const planned = async (organization: Organization, exclude: readonly Excludable[] = []) => {
    const desired = expand(organization);
    const observation = await observe(aws, { desired, exclude });
    return { plan: makePlan({ name: organization.name, homeRegion: organization.homeRegion, desired, observation, comparers }), observation };
  };
  return {
    emulator,
    aws,
    events,
    plan: async (organization, exclude) => (await planned(organization, exclude)).plan,
    apply: async (organization, signal = new AbortController().signal) => {
      const { plan, observation } = await planned(organization);
      return { plan, ...(await apply({ plan, observation, aws, emit, run: "test", signal })) };
    },
  };
}
