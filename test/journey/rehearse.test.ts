import { afterEach, describe, expect, it } from "vitest";
import { expand, NO_STATEMENTS } from "../../src/inventory/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { rehearse } from "../../src/rehearse/index.ts";
import { observe } from "../../src/resources/index.ts";
import { SMALL } from "./organizations.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.emulator.close());

const GOAL: Organization = {
  ...SMALL,
  root: {},
  trustedAccess: ["ram.amazonaws.com"],
  ous: { ...SMALL.ous, Security: { ous: { Prod: { accounts: SMALL.ous?.["Security"]?.accounts } } }, Lab: { accounts: { lab: {}, lab2: {} } } },
};

async function rehearsed(goal: Organization, faults: Parameters<typeof rehearse>[0]["faults"] = []) {
  const desired = expand(goal);
  const observation = await observe(stage.aws, { desired });
  return rehearse({ name: goal.name, homeRegion: goal.homeRegion, desired, statements: NO_STATEMENTS, observation, faults, seed: "s", emit: () => {} });
}

describe("a rehearsal", () => {
  it("makes the same plan on a copy, carries it out there, and leaves the original alone", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    const before = stage.emulator.calls().counts;
    const plan = await stage.plan(GOAL);
    const done = await rehearsed(GOAL);
    expect(done.plan.changes.map(({ action, address }) => [action, address])).toEqual(plan.changes.map(({ action, address }) => [action, address]));
    expect(done.result.failed).toEqual([]);
    expect(done.after.changes).toEqual([]);
    const written = Object.keys(stage.emulator.calls().counts).filter((operation) => !/:(List|Describe|Get)/.test(operation));
    expect(written.filter((operation) => !Object.hasOwn(before, operation))).toEqual([]);
    expect((await stage.plan(GOAL)).changes).toEqual(plan.changes);
  });

  it("names what would fail", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    const accounts = { lab: { email: "aws+shop-dev@acme.example" } };
    const done = await rehearsed({ ...SMALL, ous: { ...SMALL.ous, Lab: { accounts } } });
    expect(done.result.failed.map(({ change, diagnostics }) => [change.address, diagnostics[0]?.code])).toEqual([["account:lab", "LF5002"]]);
    expect(done.after.changes.map(({ address }) => address)).toEqual(["account:lab"]);
  });

  it("LF5007: says so when the organization cannot be copied", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    const desired = expand(SMALL);
    const observed = await observe(stage.aws, { desired });
    const items = new Map([...observed.items].map(([address, thing]) => [address, thing.item.kind === "account" ? { ...thing, item: { ...thing.item, email: "x" } } : thing]));
    const input = { name: "acme", homeRegion: "eu-west-1", desired, statements: NO_STATEMENTS, seed: "s", emit: () => {} };
    await expect(rehearse({ ...input, observation: { ...observed, items } })).rejects.toThrow(/LF5007/);
  });

  it("goes on after trouble, and makes nothing twice", async () => {
    stage = await openStage();
    await stage.apply(SMALL);
    const done = await rehearsed(GOAL, [
      { name: "lost-response", operations: ["CreateAccount", "CreateOrganizationalUnit", "AttachPolicy"], rate: 0.5 },
      { name: "throttle", rate: 0.2 },
    ]);
    expect((done.resumed ?? done.result).failed).toEqual([]);
    expect(done.after.changes).toEqual([]);
  });
});
