import { afterEach, describe, expect, it } from "vitest";
import { namesInPack } from "../../src/guardrails/index.ts";
import { expand, NO_STATEMENTS, type Observation, withPacksOf } from "../../src/inventory/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { rehearse } from "../../src/rehearse/index.ts";
import { observe } from "../../src/resources/index.ts";
import { jumpingClock } from "../kit/jumping-clock.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.emulator.close());

/** Texts long enough that three of them fill a service control policy. */
const actions = (letter: string, count = 120): string[] => Array.from({ length: count }, (_, index) => `bedrock:${letter}${String(index).padStart(3, "0")}${"x".repeat(12)}`);
const regions = (letter: string, count?: number) => ({ guardrail: "region-allow-list", regions: ["eu-west-1", "us-east-1"], alsoActions: actions(letter, count) });

const BEFORE: Organization = {
  name: "acme",
  homeRegion: "eu-west-1",
  regions: ["eu-west-1", "us-east-1"],
  accountEmail: "aws+{account}@acme.example",
  guardrails: { "list-a": regions("a", 80), "list-b": regions("b", 80), "list-c": regions("c", 20) },
  root: { guardrails: ["deny-leave-organization", "list-a", "list-b"] },
  ous: { Workloads: { guardrails: ["list-c"], accounts: { shop: {} } }, Lab: { accounts: { lab: {} } } },
};

const edited = (organization: Organization, guardrails: Organization["guardrails"]): Organization => ({ ...organization, guardrails: { ...organization.guardrails, ...guardrails } });

async function rehearsed(goal: Organization) {
  const observation = await observe(stage.aws, { desired: expand(goal) });
  return rehearse({ name: "acme", homeRegion: "eu-west-1", desired: withPacksOf(expand(goal), observation), statements: NO_STATEMENTS, observation, seed: "s", emit: () => {} });
}

const packsIn = ({ items }: Observation): Record<string, readonly string[]> =>
  Object.fromEntries([...items.values()].flatMap(({ item }) => (item.kind === "policy" && namesInPack(item).length > 0 ? [[item.name, namesInPack(item)]] : [])));

describe("guardrails in AWS", () => {
  it("share a policy for each set of places, and a second plan finds nothing to do", async () => {
    stage = await openStage({ clock: jumpingClock() });
    const { failed } = await stage.apply(BEFORE);
    expect(failed).toEqual([]);
    expect(packsIn(await observe(stage.aws, { desired: expand(BEFORE) }))).toEqual({
      "guardrails-root": ["deny-leave-organization", "list-a", "list-b"],
      "guardrails-Workloads": ["list-c"],
    });
    expect((await stage.plan(BEFORE)).changes).toEqual([]);
  });

  it("are rewritten in one policy when one of them is edited", async () => {
    stage = await openStage({ clock: jumpingClock() });
    await stage.apply(BEFORE);
    const { changes } = await stage.plan(edited(BEFORE, { "list-b": { ...regions("b", 80), regions: ["eu-west-1"] } }));
    expect(changes.map(({ address, action }) => [address, action])).toEqual([["policy:scp/guardrails-root", "update"]]);
  });

  it("arrive in another policy before they leave one that they no longer fit in", async () => {
    stage = await openStage({ clock: jumpingClock() });
    await stage.apply(BEFORE);
    const goal = edited(BEFORE, { "list-b": { ...regions("b", 150), regions: ["eu-west-1"] } });
    const { changes } = await stage.plan(goal);
    expect(changes.map(({ address, action, phase }) => [address, action, phase])).toEqual([
      ["policy:scp/guardrails-root_2", "create", "build"],
      ["attachment:scp/guardrails-root_2>root", "attach", "build"],
      ["policy:scp/guardrails-root", "update", "loosen"],
    ]);
    const done = await rehearsed(goal);
    expect(done.result.failed).toEqual([]);
    expect(done.after.changes).toEqual([]);
    expect(done.gaps).toEqual([]);
    expect(done.looks).toBe(2);
  });

  it("stay where they are afterwards, though they would fit together again", async () => {
    stage = await openStage({ clock: jumpingClock() });
    await stage.apply(BEFORE);
    await stage.apply(edited(BEFORE, { "list-b": regions("b", 150) }));
    const { changes } = await stage.plan(BEFORE);
    expect(changes.map(({ address, action }) => [address, action])).toEqual([["policy:scp/guardrails-root_2", "update"]]);
  });

  it("let nothing through on the way while several are edited, moved and taken away at once", async () => {
    stage = await openStage({ clock: jumpingClock() });
    await stage.apply(BEFORE);
    const goal: Organization = {
      ...edited(BEFORE, { "list-a": { ...regions("a", 60), regions: ["us-east-1"] }, "list-c": { ...regions("d", 20), regions: ["eu-west-1"] } }),
      root: { guardrails: ["deny-leave-organization", "list-a", "list-c"] },
      ous: { Workloads: { guardrails: ["list-b"], accounts: { lab: {} } }, Lab: { guardrails: ["list-b"], accounts: { shop: {} } } },
    };
    const done = await rehearsed(goal);
    expect(done.result.failed).toEqual([]);
    expect(done.after.changes).toEqual([]);
    expect(done.gaps).toEqual([]);
    expect(done.looks).toBeGreaterThan(5);
  });
});

describe("a guardrail at the root", () => {
  const dangersOf = async (goal: Organization): Promise<unknown> => (await stage.plan(goal)).changes.flatMap(({ address, danger, dangerCode }) => (danger === undefined ? [] : [[address, dangerCode, danger]]));

  it("is confirmed by name before it is weakened or taken away (LF4108)", async () => {
    stage = await openStage({ clock: jumpingClock() });
    await stage.apply(BEFORE);
    expect(await dangersOf(edited(BEFORE, { "list-b": { ...regions("b", 80), regions: ["eu-west-1", "us-east-1", "eu-north-1"] } }))).toEqual([
      ["policy:scp/guardrails-root", "LF4108", "weakens the guardrail list-b at the root: it may allow more in every member account at once"],
    ]);
    expect(await dangersOf({ ...BEFORE, root: { guardrails: ["list-a"] } })).toEqual([
      ["policy:scp/guardrails-root", "LF4108", "weakens the guardrails deny-leave-organization, list-b at the root: it may allow more in every member account at once"],
    ]);
    expect(await dangersOf({ ...BEFORE, root: {} })).toMatchObject([["attachment:scp/guardrails-root>root", "LF4108", expect.stringContaining("deny-leave-organization, list-a, list-b")]]);
  });

  it("is not weakened where it only goes to another policy there, or grows", async () => {
    stage = await openStage({ clock: jumpingClock() });
    await stage.apply(BEFORE);
    expect(await dangersOf(edited(BEFORE, { "list-b": { ...regions("b", 80), regions: ["eu-west-1"] } }))).toEqual([]);
    expect(await dangersOf({ ...BEFORE, ous: { ...BEFORE.ous, Lab: { ...BEFORE.ous?.["Lab"], guardrails: ["list-a"] } } })).toEqual([]);
  });
});

describe("a guardrail that comes to the root", () => {
  const staged = (policyStaging: readonly string[], root: readonly string[]): Organization => ({ ...BEFORE, root: { guardrails: root }, ous: { ...BEFORE.ous, PolicyStaging: { guardrails: policyStaging } } });
  const remarksOn = async (goal: Organization): Promise<readonly string[]> => ((await stage.plan(goal)).remarks ?? []).filter((remark) => remark.includes("PolicyStaging"));

  it("is told of where it was not tried in PolicyStaging first", async () => {
    stage = await openStage({ clock: jumpingClock() });
    await stage.apply(staged(["deny-root-user"], ["list-a"]));
    expect(await remarksOn(staged([], ["list-a", "deny-root-user"]))).toEqual([]);
    expect(await remarksOn(staged([], ["list-a", "deny-leave-organization"]))).toEqual([
      "The guardrail deny-leave-organization comes to the root, to every account at once, without having been in PolicyStaging before.",
    ]);
  });

  it("is told of where its new form was not tried there, under whatever name", async () => {
    stage = await openStage({ clock: jumpingClock() });
    const next = { ...regions("a", 3), regions: ["eu-west-1"] };
    const withNext = edited(staged(["next"], ["list-a"]), { next });
    await stage.apply(withNext);
    expect(await remarksOn(edited(withNext, { "list-a": next }))).toEqual([]);
    expect(await remarksOn(edited(withNext, { "list-a": regions("a", 4) }))).toEqual([
      "The guardrail list-a is to hold at the root, for every account at once, in a form that has not been in PolicyStaging before.",
    ]);
  });
});
