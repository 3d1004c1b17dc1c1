import * as fc from "fast-check";
import { expect, it } from "vitest";
import { expand, type Inventory, NO_STATEMENTS, type Observation, withPacksOf } from "../../src/inventory/index.ts";
import { authorizationPolicyTypeFacts } from "../../src/limits/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { rehearse } from "../../src/rehearse/index.ts";
import { observe } from "../../src/resources/index.ts";
import { openStage } from "../journey/stage.ts";
import { jumpingClock } from "../kit/jumping-clock.ts";

/** Always the same ones, as with the other pairs; the environment says otherwise. */
const RUNS = { numRuns: Number(process.env["LANDFALL_GUARDRAIL_PAIRS"] ?? 25), seed: Number(process.env["LANDFALL_PAIRS_SEED"] ?? 5) };

/** Lists of Regions, one as long as a third of a policy, so that packs fill and overflow; and two that deny single calls. */
const LISTS = ["list-a", "list-b", "list-c", "list-d", "list-e"];
const NAMES = [...LISTS, "deny-leave-organization", "deny-iam-users-and-keys"];
const settings = fc.record({ regions: fc.constantFrom(["eu-west-1"], ["eu-north-1"], ["eu-west-1", "eu-north-1"], ["us-east-1"]), long: fc.integer({ min: 0, max: 240 }) });
const names = fc.subarray(NAMES);

const organization: fc.Arbitrary<Organization> = fc
  .record({ lists: fc.tuple(settings, settings, settings, settings, settings), root: names, workloads: names, prod: names, lab: names, shopIn: fc.constantFrom("Prod", "Lab") })
  .map(({ lists, root, workloads, prod, lab, shopIn }) => {
    const used = new Set([root, workloads, prod, lab].flat());
    const shop = { shop: {} };
    return {
      name: "acme",
      homeRegion: "eu-west-1",
      regions: ["eu-west-1", "us-east-1"],
      accountEmail: "aws+{account}@acme.example",
      guardrails: Object.fromEntries(
        LISTS.flatMap((name, index) => {
          const { regions = [], long = 0 } = lists[index] ?? {};
          const alsoActions = Array.from({ length: long }, (_, number) => `bedrock:${name.at(-1)}${number}xxxxxxxxxxxx`);
          return used.has(name) ? [[name, { guardrail: "region-allow-list", regions, alsoActions }]] : [];
        }),
      ),
      root: { guardrails: root },
      ous: {
        Workloads: { guardrails: workloads, ous: { Prod: { guardrails: prod, accounts: { apps: {}, ...(shopIn === "Prod" ? shop : {}) } } } },
        Lab: { guardrails: lab, accounts: { tests: {}, ...(shopIn === "Lab" ? shop : {}) } },
      },
    };
  });

/** Whether every place takes what it has beside what it is to have: nothing leaves before everything has arrived. */
function fitsOnTheWay({ items }: Observation, desired: Inventory): boolean {
  const attached = [...[...items.values()].map(({ item }) => item), ...desired.values()].flatMap((item) => (item.kind === "attachment" && item.policy.startsWith("policy:scp/") ? [item] : []));
  const counts = new Map<string, number>();
  for (const { target } of new Map(attached.map((item) => [item.address, item])).values()) counts.set(target, (counts.get(target) ?? 0) + 1);
  return [...counts.values()].every((count) => count <= authorizationPolicyTypeFacts("scp").maxPerTarget);
}

/** An organization of guardrails becomes another one; nothing is let through on the way that both deny. */
async function goesWell(before: Organization, after: Organization): Promise<void> {
  const stage = await openStage({ clock: jumpingClock() });
  try {
    const { failed } = await stage.apply(before);
    expect(failed).toEqual([]);
    expect((await stage.plan(before)).changes).toEqual([]);
    const observation = await observe(stage.aws, { desired: expand(after) });
    const desired = withPacksOf(expand(after), observation);
    fc.pre(fitsOnTheWay(observation, desired));
    const done = await rehearse({ name: "acme", homeRegion: "eu-west-1", desired, statements: NO_STATEMENTS, observation, seed: "s", emit: () => {} });
    expect(done.result.failed).toEqual([]);
    expect(done.after.changes).toEqual([]);
    expect(done.gaps).toEqual([]);
  } finally {
    await stage.emulator.close();
  }
}

it("guardrails change, move and overflow without a moment in which something is let through", { timeout: 600_000 }, async () => {
  await fc.assert(fc.asyncProperty(organization, organization, goesWell), RUNS);
});

it("one edited guardrail among many leaves no such moment either", { timeout: 600_000 }, async () => {
  const one = fc.tuple(organization, fc.constantFrom(...LISTS), settings).filter(([{ guardrails = {} }, name]) => guardrails[name] !== undefined);
  await fc.assert(
    fc.asyncProperty(one, async ([before, name, { regions, long }]) => {
      const alsoActions = Array.from({ length: long }, (_, number) => `bedrock:e${number}xxxxxxxxxxxx`);
      await goesWell(before, { ...before, guardrails: { ...before.guardrails, [name]: { guardrail: "region-allow-list", regions, alsoActions } } });
    }),
    RUNS,
  );
});
