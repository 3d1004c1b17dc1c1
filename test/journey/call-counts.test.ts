import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { apply, takeLock } from "../../src/apply/index.ts";
import { type Aws, connect, type RequestHandler } from "../../src/aws/index.ts";
import { type Emulator, manualClock, openEmulator } from "../../src/emulator/index.ts";
import { expand } from "../../src/inventory/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { makePlan } from "../../src/plan/index.ts";
import { COMPARERS, observe } from "../../src/resources/index.ts";

/** The organization that is measured too: 10 OUs in two levels, 5 SCPs, tags on everything. */
const SHAPE = new URL("../../scripts/bench/organizations/shape.mjs", import.meta.url).href;
const { organizationFile } = (await import(SHAPE)) as { readonly organizationFile: (accounts: number) => string };
const organizationOf = (accounts: number): Organization => JSON.parse(organizationFile(accounts)) as Organization;

let emulator: Emulator;
let aws: Aws;
let inFlight: number[];
/** How many more pages of tags come after the tokens to them have expired. */
let sleeps: number;

beforeEach(async () => {
  const clock = manualClock(Date.now());
  inFlight = [0];
  sleeps = 0;
  emulator = await openEmulator({ clock, throttle: false, accountLimit: 1_000, seed: "calls" });
  const { handle } = emulator.requestHandler;
  let isPending = false;
  /** A creation is over at the first look at AWS; until then it counts among the five. */
  const leaping: RequestHandler["handle"] = (request, options) => {
    const operation = (request.headers["x-amz-target"] ?? "").split(".").at(-1) ?? "";
    if (operation === "CreateAccount") inFlight.push((inFlight.at(-1) ?? 0) + 1);
    if (/^(List|Describe)/.test(operation)) {
      if (isPending) clock.advance(600_000);
      inFlight.push(0);
    }
    isPending = /^(CreateAccount|EnablePolicyType)$/.test(operation) || (isPending && !/^(List|Describe)/.test(operation));
    if (operation === "GetResources" && sleeps > 0 && /"PaginationToken":"[^"]/.test(Buffer.from(request.body as Uint8Array).toString())) {
      sleeps -= 1;
      clock.advance(16 * 60_000);
    }
    return handle.call(emulator.requestHandler, request, options);
  };
  const requestHandler = { ...emulator.requestHandler, handle: leaping };
  const wall = { now: Date.now, sleep: (millis: number, signal?: AbortSignal) => delay(millis, undefined, { signal }) };
  aws = connect({ homeRegion: "eu-west-1", clock: wall, paced: false, requestHandler, credentials: emulator.credentials });
});
afterEach(() => emulator.close());

async function plan(organization: Organization) {
  const desired = expand(organization);
  const observation = await observe(aws, { desired });
  return { plan: makePlan({ name: organization.name, homeRegion: "eu-west-1", desired, observation, comparers: COMPARERS }), observation };
}

/** As `landfall apply --yes` does it. */
async function applied(organization: Organization) {
  const lock = await takeLock(aws, { holder: "test", run: "test" });
  const result = await apply({ ...(await plan(organization)), aws, emit: () => {}, run: "test", signal: lock.lost });
  await lock.release();
  return result;
}

describe("the calls to AWS", () => {
  it.each([[30, 120], [300, 720]])("that create an organization of %i accounts are at most %i, with five creations at a time", async (accounts, most) => {
    const { failed, skipped, done } = await applied(organizationOf(accounts));
    expect([failed, skipped]).toEqual([[], []]);
    expect(done.filter(({ kind }) => kind === "account")).toHaveLength(accounts);
    expect(emulator.calls().total).toBeLessThanOrEqual(most);
    expect(Math.max(...inFlight)).toBe(5);
  });

  it("that read 300 accounts and find nothing to do are at most 60, and see every account", async () => {
    const organization = organizationOf(300);
    await applied(organization);
    const before = emulator.calls().total;
    const { plan: { changes, unmanaged }, observation } = await plan(organization);
    expect([changes, unmanaged]).toEqual([[], []]);
    expect([...observation.items.values()].filter(({ item }) => item.kind === "account")).toHaveLength(301);
    expect(emulator.calls().total - before).toBeLessThanOrEqual(60);
  });

  it("for tags are made anew when the machine slept for longer than the token to the next page lives", async () => {
    const organization = organizationOf(110);
    await applied(organization);
    sleeps = 1;
    expect((await plan(organization)).plan.changes).toEqual([]);
    expect(sleeps).toBe(0);
  });

  it("are answered to the end by the whole list where the lists of the OUs miss an account that moved meanwhile", async () => {
    const organization = organizationOf(60);
    await applied(organization);
    const { calls } = (await plan(organization)).observation;
    expect(calls["organizations:ListAccounts"]).toBeUndefined();
    const one = { ...organization, ous: { ...organization.ous, Security: { accounts: { ...organization.ous?.["Security"]?.accounts, "one-more": { purpose: "Not there yet" } } } } };
    const missing = await plan(one);
    expect(missing.plan.changes.map(({ address, action }) => [action, address])).toEqual([["create", "account:one-more"]]);
    expect(missing.observation.calls["organizations:ListAccounts"]).toBe(4);
  });
});
