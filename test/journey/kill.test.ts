import { describe, expect, it } from "vitest";
import { breakLock } from "../../src/apply/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { type Plan, readSavedPlan, savePlan } from "../../src/plan/index.ts";
import { type Gate, OPEN, openStage, type Stage } from "../properties/kit/stage.ts";
import { SMALL } from "./organizations.ts";
import { emptyFolder, planned, program } from "./program.ts";

const denying = (...Action: string[]) => ({ type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action, Resource: "*" }] } }) as const;
const { Workloads, ...others } = SMALL.ous ?? {};
const FIRST: Organization = { ...SMALL, policies: { ...SMALL.policies, p: denying("s3:*"), q: denying("ec2:*") }, root: { policies: ["deny-leave", "p", "q"] }, ous: { ...SMALL.ous, Old: {} } };
/** A rename, a move, a new account, two texts that hand over to each other, a tag, a detach and two deletions. */
const SECOND: Organization = {
  ...SMALL,
  policies: { "deny-leave": SMALL.policies?.["deny-leave"] ?? denying("s3:*"), p: denying("ec2:*"), q: denying("s3:*") },
  root: { policies: ["p", "q"] },
  ous: {
    ...others,
    Apps: { tags: { team: "apps" }, ous: { Prod: { accounts: { ...Workloads?.ous?.["Prod"]?.accounts, ...Workloads?.ous?.["SDLC"]?.accounts, extra: {} } } } },
  },
  moved: { "ou:Workloads": "ou:Apps" },
};

/** A program that is killed hears nothing more. */
const SILENCE = new Promise<never>(() => {});

/**
 * Lets so many calls through that change something, and then nothing; the one it dies at may still reach AWS. A read
 * changes nothing: dying at one leaves what dying after the write before it does.
 */
function deadly(writes: number, reaches: boolean): { gate: Gate; killed: Promise<void> } {
  let seen = 0;
  let dead = false;
  let kill = (): void => {};
  const killed = new Promise<void>((resolve) => (kill = resolve));
  const gate: Gate = async (call, reach) => {
    if (dead) return SILENCE;
    seen += Number(call.writes);
    if (!call.writes || seen <= writes) return reach();
    dead = true;
    if (reaches) await reach();
    kill();
    return SILENCE;
  };
  return { gate, killed };
}

async function planOf(stage: Stage, organization: Organization): Promise<Plan> {
  const line = stage.take(OPEN);
  const { plan, desired, statements } = await planned(line.aws, organization, emptyFolder());
  stage.giveBack(line);
  return readSavedPlan(savePlan(plan, desired, statements), "plan.json").plan;
}

/** Kills the program at each of its writes, one after the other, and lets it run again; says how many there were. */
async function killEverywhere(stage: Stage, organization: Organization, accounts: number, keepsRecords: boolean): Promise<number> {
  const beginning = stage.world.savepoint();
  const saved = await planOf(stage, organization);
  for (let calls = 0; ; calls += 1) {
    const folder = emptyFolder();
    // With the records kept a write reaches AWS where it does not without them, and the other way around.
    const { gate, killed } = deadly(calls, (calls % 2 === 0) === keepsRecords);
    const approved = calls % 4 < 2 ? saved : undefined;
    const first = await Promise.race([program({ stage, organization, folder, gate, approved }), killed.then(() => undefined)]);
    if (first !== undefined) {
      expect(first.reason, first.said).toBe("done");
      return calls;
    }
    const free = stage.take(OPEN);
    await breakLock(free.aws);
    stage.giveBack(free);
    // Elsewhere nobody takes what the dead run did for the doing of others.
    expect((await planOf(stage, organization)).drift?.things ?? [], `killed after ${calls} calls`).toEqual([]);
    const second = await program({ stage, organization, folder: keepsRecords ? folder : emptyFolder(), approved });
    expect(second.reason, `killed after ${calls} calls: ${second.said}`).toBe("done");
    const after = await planOf(stage, organization);
    expect([after.changes, after.drift?.things], `killed after ${calls} calls`).toEqual([[], []]);
    expect(await accountNames(stage), `killed after ${calls} calls`).toHaveLength(accounts);
    stage.world.rollback(beginning);
  }
}

async function accountNames(stage: Stage): Promise<string[]> {
  const line = stage.take(OPEN);
  const { Accounts = [] } = await (await line.aws.organizations()).listAccounts({ NextToken: undefined });
  stage.giveBack(line);
  return Accounts.map(({ Name = "" }) => Name);
}

describe.each([true, false])("an apply killed at each of its writes in turn (the records of the run are kept: %s)", (keepsRecords) => {
  it("goes on, from a bare account, also from a saved plan", { timeout: 300_000 }, async () => {
    expect(await killEverywhere(await openStage(7), FIRST, 4, keepsRecords)).toBeGreaterThan(20);
  });

  it("goes on, from an organization to another, also from a saved plan", { timeout: 300_000 }, async () => {
    const stage = await openStage(7);
    expect((await program({ stage, organization: FIRST, folder: emptyFolder() })).reason).toBe("done");
    expect(await killEverywhere(stage, SECOND, 5, keepsRecords)).toBeGreaterThan(15);
  });
});
