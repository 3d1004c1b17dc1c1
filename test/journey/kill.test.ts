import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { breakLock } from "../../src/apply/index.ts";
import { carryOut } from "../../src/cli/carry-out.ts";
import { Flags } from "../../src/cli/flags.ts";
import { planAgainst } from "../../src/cli/planning.ts";
import type { Terminal } from "../../src/cli/terminal.ts";
import { expand, statementsOf } from "../../src/inventory/index.ts";
import type { Organization } from "../../src/organization/index.ts";
import { type Plan, readSavedPlan, savePlan } from "../../src/plan/index.ts";
import { type Gate, OPEN, openStage, type Stage } from "../properties/kit/stage.ts";
import { SMALL } from "./organizations.ts";

const listeners = process.getMaxListeners();
/** A program that was killed never takes its signal handlers off. */
beforeAll(() => void process.setMaxListeners(0));
afterAll(() => void process.setMaxListeners(listeners));

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

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
const emptyFolder = (): string => {
  folders.push(mkdtempSync(path.join(tmpdir(), "landfall-kill-")));
  return folders.at(-1) ?? "";
};

interface Program {
  readonly stage: Stage;
  readonly organization: Organization;
  readonly folder: string;
  readonly gate?: Gate;
  readonly approved?: Plan;
}

/** `landfall apply --yes`, with every danger confirmed. */
async function program({ stage, organization, folder, gate = OPEN, approved }: Program): Promise<{ reason: string; said: string }> {
  const line = stage.take(gate);
  let said = "";
  const say = (text: string): void => void (said += text);
  const style = { width: 100, color: false, unicode: true };
  const terminal: Terminal = { out: () => {}, err: say, note: say, detail: () => {}, voice: "normal", automated: true, outStyle: style, errStyle: style, interactive: false, live: false, screen: { write: say, columns: 100, rows: 24 }, ask: async () => "", answer: async () => undefined, cwd: folder, env: {} };
  const confirm = ["ou:Old", "ou:Apps/SDLC", "ou:Workloads/SDLC", "attachment:scp/deny-leave>root", "policy:scp/p", "policy:scp/q"];
  const invocation = { args: [], commands: [], flags: new Flags({ yes: true, confirm }), terminal };
  const view = { emit: () => {}, machine: false, start: () => {}, note: say, fail: (all: readonly { summary: string }[]) => say(all.map(({ summary }) => summary).join("\n")), close: () => {} };
  const session = { aws: line.aws, where: "local", close: async () => {} };
  const replan = () => planned(line.aws, organization, folder);
  const reason = await carryOut({ command: "landfall apply", file: "x", folder, whole: true, approved, replan }, invocation, session, view);
  stage.giveBack(line);
  return { reason, said };
}

const planned = (aws: Parameters<typeof planAgainst>[0], organization: Organization, folder: string) =>
  planAgainst(aws, { name: organization.name, folder, desired: expand(organization), statements: statementsOf(organization), exclude: [], findings: [] });

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
    const second = await program({ stage, organization, folder: keepsRecords ? folder : emptyFolder(), approved });
    expect(second.reason, `killed after ${calls} calls: ${second.said}`).toBe("done");
    expect((await planOf(stage, organization)).changes, `killed after ${calls} calls`).toEqual([]);
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
