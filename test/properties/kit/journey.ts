import { apply, type ApplyResult, breakLock, keepFingerprint, takeLock } from "../../../src/apply/index.ts";
import type { Aws, WriteListener } from "../../../src/aws/index.ts";
import { tagsTable } from "../../../src/emulator/services/organizations/state.ts";
import type { World } from "../../../src/emulator/world.ts";
import { expand, statementsOf, withPacksOf } from "../../../src/inventory/index.ts";
import type { Organization } from "../../../src/organization/index.ts";
import { type Drift, fingerprintLeftBy, type LastRun, leftBy, makePlan, type Plan, type RunEnd } from "../../../src/plan/index.ts";
import { COMPARERS, observe, readFingerprint } from "../../../src/resources/index.ts";
import { Broken } from "./broken.ts";
import { BY_HAND, makeByHand } from "./by-hand.ts";
import { firstOfTwo } from "./in-two.ts";
import { interfere } from "./interfere.ts";
import { type Beginning, judge, type Moment } from "./judge.ts";
import { Choices } from "./random.ts";
import { runOnDisk, type RunOnDisk } from "./record.ts";
import { type Call, type Gate, HOME_REGION, OPEN, openStage, type Stage } from "./stage.ts";
import { deadly, faulty, shared, type Trouble } from "./trouble.ts";
import { accountViews, placeLevels } from "./view.ts";

/** Two organizations, and what goes wrong on the way from one to the other. */
export interface Journey {
  readonly seed: number;
  readonly before: Organization;
  readonly after: Organization;
  readonly trouble: Trouble;
  /** Whether others made an OU and a policy by hand before the second organization. */
  readonly byHand?: boolean;
}

/** How it went. */
export interface Traveled {
  /** Whether a plan was refused since each order of its steps would have opened something. */
  readonly inTwo: boolean;
}

type Way = Omit<Journey, "seed" | "before">;

/** As many runs as it may take: some end early, and after a foreign change one more is due. */
const MOST_RUNS = 6;

/** Makes the first organization out of a bare account; then the second can be tried from there, as often as wanted. */
export async function start(before: Organization, seed: number): Promise<(way: Way) => Promise<Traveled>> {
  const stage = await openStage(seed);
  let last: LastRun | undefined;
  await chancesOf(seed, async () => {
    // A delegation policy names accounts by ids, which come with them.
    const { delegationPolicy, ...without } = before;
    last = await begin(stage, without);
    if (await stage.acceptInvitations()) last = await begin(stage, without);
    if (delegationPolicy !== undefined) last = await begin(stage, withIds(before, stage.world));
    await requireNothingLeft(stage, withIds(before, stage.world));
  });
  const beginning = stage.world.savepoint();
  return (way) =>
    chancesOf(seed, async () => {
      try {
        return await go(stage, before, { ...way, last, after: withIds(way.after, stage.world) });
      } finally {
        stage.world.rollback(beginning);
      }
    });
}

/** What a machine remembers that made the organization. */
async function begin(stage: Stage, organization: Organization): Promise<LastRun | undefined> {
  const result = await run(stage, organization, OPEN);
  if (result !== undefined && isWhole(result)) return leftBy(undefined, result.end);
  throw new Broken("goes through", `the first organization could not be made: ${result === undefined ? "" : toldOf(result)}`);
}

/** Goes from one organization to the other and checks everything that must hold; rejects with what did not. */
export async function travel({ seed, before, ...way }: Journey): Promise<Traveled> {
  const tryOut = await start(before, seed);
  return tryOut(way);
}

async function go(stage: Stage, before: Organization, { after, trouble, byHand = false, last }: Way & { readonly last?: LastRun }): Promise<Traveled> {
  const { world } = stage;
  const events: string[] = [];
  const other = stage.take(OPEN);
  if (byHand) await makeByHand(other.aws, world);
  if (trouble.kind === "foreign") {
    const choices = new Choices(trouble.seed ^ 0x5eed);
    for (let count = trouble.before; count > 0; count -= 1) events.push(`before: ${await interfere(choices, other.aws, world)}`);
  }
  if (trouble.kind === "foreign" || byHand) await requireAlike(stage, withIds(before, world), last);
  const beginning: Beginning = { accounts: accountViews(world), places: placeLevels(world) };
  const moments: Moment[] = [];
  const watching = (gate: Gate): Gate => (call, reach) =>
    gate(call, async () => {
      const response = await reach();
      if (call.writes) moments.push({ call, views: accountViews(world) });
      return response;
    });
  const gates = gatesOf(trouble, world, other.aws, (what) => void events.push(`at write: ${what}`));
  const others = trouble.kind !== "foreign" ? "absent" : trouble.atWrites.length === 0 ? "before" : "meanwhile";
  // A plan that no order keeps closed is refused, and made in two as the message says.
  let first: Organization | undefined;
  let isInTwo = false;
  const inTwo = <T>(work: Promise<T>): Promise<T | "refused"> =>
    work.catch((error: unknown) => {
      if (first !== undefined) throw error;
      first = firstOfTwo(error, after);
      if (first === undefined) throw error;
      isInTwo = true;
      events.push("the plan was refused");
      return "refused";
    });
  try {
    for (let count = 0; ; count += 1) {
      const { gate, killed } = gates[count] ?? { gate: OPEN };
      const record = killed !== undefined && trouble.kind === "kills" && trouble.keepsRecord ? await runOnDisk(stage.clock) : undefined;
      const made = moments.length;
      const goal = first ?? after;
      const result = await inTwo(run(stage, goal, watching(gate), { killed, record }));
      await record?.check(moments.slice(made).filter(({ call }) => !isOfLock(call)).length);
      await record?.close();
      if (count > 2 * MOST_RUNS) throw new Broken("goes through", "it is refused again and again");
      if (result === "refused") continue;
      const isThere = result !== undefined && isWhole(result);
      if (!isThere && others !== "meanwhile") requireNoDrift(await planOf(stage, after).catch(() => undefined), byHand);
      if (isThere && (await stage.acceptInvitations())) {
        events.push("a guest accepted");
        continue;
      }
      if (isThere && goal === first) {
        first = undefined;
        events.push("the first of two applies went through");
        continue;
      }
      if (isThere && (others !== "meanwhile" || (await inTwo(leftToDo(stage, after))).length === 0)) break;
      events.push(result === undefined ? "the run was killed" : isThere ? "the run went through" : `the run stopped: ${toldOf(result)}`);
      if (trouble.kind === "none") throw new Broken("goes through", "a run failed though nothing went wrong");
      if (count >= MOST_RUNS) throw new Broken("goes through", `${MOST_RUNS} runs were not enough`);
    }
    const rest = await requireNothingLeft(stage, after);
    if (others !== "meanwhile") requireNoDrift(rest, byHand);
    judge({ world, before, after, others, byHand, beginning, moments });
    stage.giveBack(other);
    return { inTwo: isInTwo };
  } catch (error) {
    if (error instanceof Broken) throw new Broken(error.rule, [error.message.slice(error.rule.length + 2), ...events].join("\n"), { cause: error });
    throw new Broken("goes through", [String(error), ...events].join("\n"), { cause: error });
  }
}

type Gates = readonly { readonly gate: Gate; readonly killed?: Promise<void> }[];

function gatesOf(trouble: Trouble, world: World, other: Aws, did: (what: string) => void): Gates {
  switch (trouble.kind) {
    case "none":
      return [];
    case "faults":
      return [{ gate: faulty(trouble.seed, trouble.oneIn) }];
    case "kills":
      return trouble.atWrites.map((atWrite) => deadly(atWrite, trouble.afterEffect));
    case "foreign":
      return [{ gate: shared(trouble.seed, trouble.atWrites, other, world, did) }];
  }
}

/** How a run may end early, and where it writes down what it does. */
interface Ending {
  readonly killed?: Promise<void>;
  readonly record?: RunOnDisk;
}

const isOfLock = ({ operation }: Call): boolean => operation.endsWith("Parameter");

/** A run, and what is remembered of it. */
interface Ran extends ApplyResult {
  readonly end: RunEnd;
}

/** One run of the program: plan, lock, journal, apply; undefined when it was killed, and its lock broken, as its owner would. */
async function run(stage: Stage, organization: Organization, gate: Gate, { killed, record }: Ending = {}): Promise<Ran | undefined> {
  const journaled = new Set<string>();
  const line = stage.take((call, reach) => {
    if (call.writes && !isOfLock(call) && !journaled.has(asText(call))) throw new Broken("journaled first", asText(call));
    return gate(call, reach);
  });
  const { aws } = line;
  const working = async (): Promise<Ran> => {
    const lock = await takeLock(aws, { holder: "test", run: "test" });
    const keeper = keepFingerprint(aws, "test", readFingerprint(aws));
    try {
      const { plan, observation, desired, kept } = await planned(aws, organization);
      await keeper.opened;
      await record?.open(plan, desired);
      aws.listen(journal(journaled, record));
      const result = await apply({ plan, observation, aws, emit: () => {}, run: "test", signal: lock.lost, standsIn: true });
      const end: RunEnd = { open: false, run: "test", at: new Date(stage.clock.now()).toISOString(), plan, desired, observation, done: result.done, whole: true };
      await keeper.prepare({ organizationId: result.organizationId ?? "", left: fingerprintLeftBy(kept.state === "closed" ? kept.fingerprint : undefined, end) });
      return { ...result, end };
    } finally {
      aws.listen(undefined);
      await Promise.all([keeper.close(false), lock.release()]);
    }
  };
  const result = await (killed === undefined ? working() : Promise.race([working(), killed.then(() => undefined)]));
  const free = result === undefined ? stage.take(OPEN) : line;
  if (result === undefined) await breakLock(free.aws);
  stage.giveBack(free);
  return result;
}

/** As a machine plans that remembers no run, unless one is given. */
async function planned(aws: Aws, organization: Organization, last?: LastRun) {
  const wanted = expand(organization);
  const statements = statementsOf(organization);
  const observation = await observe(aws, { desired: wanted, moved: statements.moved, remove: statements.remove });
  const desired = withPacksOf(wanted, observation);
  const { kept } = await readFingerprint(aws);
  return { plan: makePlan({ name: organization.name, homeRegion: HOME_REGION, desired, observation, statements, comparers: COMPARERS, last, kept }), observation, desired, kept };
}

async function planOf(stage: Stage, organization: Organization, last?: LastRun): Promise<Plan> {
  const line = stage.take(OPEN);
  const { plan } = await planned(line.aws, organization, last);
  stage.giveBack(line);
  return plan;
}

const leftToDo = async (stage: Stage, organization: Organization): Promise<Plan["changes"]> => (await planOf(stage, organization)).changes;

async function requireNothingLeft(stage: Stage, organization: Organization): Promise<Plan> {
  const plan = await planOf(stage, organization);
  const { changes } = plan;
  if (changes.length === 0) return plan;
  throw new Broken("second plan empty", changes.map(({ action, address, differences }) => `${action} ${address}${differences.map(({ field }) => ` [${field}]`).join("")}`).join(", "));
}

/** However a run ended, no other machine takes what it did for the doing of somebody else. What somebody else did before may be told. */
function requireNoDrift(plan: Plan | undefined, byHand: boolean): void {
  const things = (plan?.drift?.things ?? []).filter(({ address, what }) => !(byHand && what === "added" && BY_HAND.addresses.some((made) => made === address)));
  if (things.length > 0) throw new Broken("own work no drift", told(things));
}

/** What others changed is told alike by the record of a run and by its fingerprint. */
async function requireAlike(stage: Stage, organization: Organization, last: LastRun | undefined): Promise<void> {
  const [record, fingerprint] = await Promise.all([last, undefined].map(async (remembered) => (await planOf(stage, organization, remembered).catch(() => undefined))?.drift));
  if (JSON.stringify(record?.things) === JSON.stringify(fingerprint?.things)) return;
  throw new Broken("drift told alike", `${told(record?.things ?? [])} by the record, ${told(fingerprint?.things ?? [])} by the fingerprint`);
}

const told = (things: readonly Drift[]): string => things.map(({ address, what, outcome }) => `${address} ${what} ${outcome}`).join(", ") || "nothing";

/** Members in one order, whichever the SDK sends them in. */
const asText = ({ operation, input }: Pick<Call, "operation" | "input">): string =>
  `${operation} ${JSON.stringify(input, (_key, value: unknown) => (typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value))}`;

function journal(journaled: Set<string>, record: RunOnDisk | undefined): WriteListener {
  return {
    async before(operation, input) {
      await record?.write({ operation, input });
      journaled.add(asText({ operation: operation.split(":").at(-1) ?? "", input: input as Call["input"] }));
      return journaled.size;
    },
    after: async (_call, outcome) => record?.write({ outcome }),
  };
}

const isWhole = ({ failed, skipped }: ApplyResult): boolean => failed.length === 0 && skipped.length === 0;

const toldOf = ({ failed, skipped }: ApplyResult): string =>
  [...failed.map(({ change, diagnostics }) => `${change.action} ${change.address}: ${diagnostics[0]?.summary ?? ""} ${diagnostics[0]?.detail ?? ""}`), `${skipped.length} skipped`].join("; ");

/** Puts the ids of accounts, known by now, in the places that speak of them. */
function withIds(organization: Organization, world: World): Organization {
  const ids = new Map([...tagsTable(world).entries()].flatMap(([id, { tags }]) => tags.filter(({ Key }) => Key === "landfall:address").map(({ Value }) => [Value, id] as const)));
  return JSON.parse(JSON.stringify(organization).replaceAll(/"the id of ([^"]+)"/g, (_all, key: string) => JSON.stringify(ids.get(`account:${key}`) ?? "000000000000"))) as Organization;
}

/** Pauses between retries are random: here they are as the seed says. */
async function chancesOf<T>(seed: number, work: () => Promise<T>): Promise<T> {
  const { random } = Math;
  const choices = new Choices(seed);
  try {
    Math.random = () => choices.next();
    return await work();
  } finally {
    Math.random = random;
  }
}
