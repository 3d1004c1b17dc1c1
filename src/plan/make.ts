import { type Diagnostic, LandfallError } from "../diagnostics/index.ts";
import type { Address } from "../ids/index.ts";
import { adopted, type Inventory, type Item, NO_STATEMENTS, type Observation, type Observed, type Statements } from "../inventory/index.ts";
import { awaited } from "./awaited.ts";
import { isMadeByAws, removableByAws } from "./aws-made.ts";
import { change } from "./change.ts";
import { controlTowerRefusals } from "./control-tower.ts";
import { withDangers } from "./dangers.ts";
import { driftOf, withCauses } from "./drift.ts";
import { replacedLast } from "./last-policy.ts";
import { withoutGaps } from "./gapless.ts";
import type { KeptFingerprint } from "./fingerprint/fingerprint.ts";
import type { LastRun } from "./last-run.ts";
import { fingerprintFindings, type Memory, memoryOf } from "./memory.ts";
import { trustForNames } from "./needed-trust.ts";
import { overlayRefusals } from "./overlays.ts";
import { type Change, type Difference, PHASES, type Plan, type Unmanaged } from "./plan.ts";
import { reasonOfDifferences, withReasons } from "./reasons.ts";
import { refusals } from "./refusals.ts";
import { leftovers } from "./removals.ts";
import { timeFloor } from "./time-floor.ts";
import { unstagedRemarks } from "./unstaged.ts";
import { withWaits } from "./waits.ts";
import { accountSteps } from "./your-accounts.ts";
import { withYourSteps } from "./your-steps.ts";

/** The comparing half of a resource: all that a plan needs of it. */
export interface Comparer {
  readonly kind: Item["kind"];
  compare(desired: Item, observed: Observed): readonly Difference[];
}

export interface PlanInput {
  readonly name: string;
  readonly homeRegion: string;
  readonly desired: Inventory;
  readonly observation: Observation;
  readonly statements?: Statements;
  readonly comparers: readonly Comparer[];
  readonly findings?: readonly Diagnostic[];
  /** What the runs of this project left, where that is remembered. */
  readonly last?: LastRun;
  /** What AWS keeps of the last run, for machines that do not remember it. Default: nothing. */
  readonly kept?: KeptFingerprint;
}

/**
 * Compares what is declared with what AWS has.
 * @throws LandfallError when the two cannot be told to be about the same organization or accounts (LF40xx).
 */
export function makePlan(given: PlanInput): Plan {
  const statements = given.statements ?? NO_STATEMENTS;
  const items = new Map([...given.observation.items].map(([address, observed]) => [address, adopted(observed, statements)]));
  const waiting = awaited(given.desired, given.observation);
  const input = { ...given, desired: waiting.desired, observation: { ...given.observation, items } };
  const refused = refusals(given.desired, input.observation);
  if (refused.length > 0) throw new LandfallError(refused, "refused");
  const comparers = new Map(input.comparers.map((comparer) => [comparer.kind, comparer]));
  const changes: Change[] = [];
  let unchanged = 0;
  for (const item of input.desired.values()) {
    const observed = input.observation.items.get(item.address);
    const made = observed === undefined ? creation(item, input, comparers.get(item.kind)) : difference(item, observed, comparers.get(item.kind));
    if (made !== undefined) changes.push(made);
    else if (!isMadeByAws(item)) unchanged += 1;
  }
  const { removals, unmanaged } = leftovers(input.desired, input.observation, statements);
  const added = [...removableByAws(input.desired, input.observation, changes), ...trustForNames(changes, input.desired, input.observation)];
  const made = [...changes, ...removals, ...added, ...waiting.invitations];
  const governed = [...controlTowerRefusals(made, input.observation, statements), ...overlayRefusals(made, input.observation)];
  if (governed.length > 0) throw new LandfallError(governed, "refused");
  const ordered = inOrder(withWaits([...made, ...replacedLast(input.observation, made, input.desired)], input.desired, items));
  const memory = memoryOf(given.last, given.kept ?? { state: "none" }, given.observation);
  const drift = driftOf(memory, { ...given, moved: statements.moved, comparers }, ordered);
  const told = withDangers(withReasons(withCauses(ordered, drift), statements), input.desired, input.observation);
  const { changes: all, yours } = withYourSteps(inOrder(withoutGaps(told, input.desired, items)), input.observation, input.homeRegion);
  return {
    format: "landfall.plan/1",
    organization: {
      name: input.name,
      id: input.observation.organizationId,
      managementAccountId: input.observation.managementAccountId,
      homeRegion: input.homeRegion,
    },
    changes: all,
    unmanaged: byAddress(unmanaged),
    yours: [...yours, ...accountSteps(waiting, input.desired, input.observation, input.homeRegion)],
    drift,
    unchanged,
    notRead: input.observation.notRead,
    ...(statements.notWritten === undefined ? {} : { notWritten: statements.notWritten }),
    remarks: [...(input.observation.remarks ?? []), ...remarksOn(input, memory, all), ...unstagedRemarks(input.desired, input.observation)],
    timeFloor: timeFloor(all, [...input.observation.items.values()].filter(({ item }) => item.kind === "account" && !item.management).length),
    calls: input.observation.calls,
    findings: [...(input.findings ?? []), ...fingerprintFindings(given.kept ?? { state: "none" }, given.observation)],
  };
}

/** A run that never ended is told of: what it left is done by this plan. Where none is remembered, that drift is not told apart. */
function remarksOn({ kept }: PlanInput, memory: Memory | undefined, changes: readonly Change[]): string[] {
  const refused = kept?.state === "not-read" ? [`The fingerprint of the last run was not read: AWS answered ${kept.error}.`] : [];
  if (memory?.from === "open") return [`Run ${memory.run} is at work elsewhere, or was cut off: what it changed cannot be told from what others changed.`];
  if (memory?.from === "record" && memory.last.open) return [...refused, `Run ${memory.last.run ?? ""} was cut off; what it left to do is part of this plan.`];
  const mayBeDrift = changes.filter(({ observed }) => observed !== undefined).length;
  if (memory !== undefined || mayBeDrift === 0) return refused;
  return [...refused, "No run of this organization is on record, on this machine or in AWS: what differs may be changed in the file or outside landfall, and the plan puts both as the file says."];
}

function creation(item: Item, { desired, observation }: PlanInput, comparer: Comparer | undefined): Change | undefined {
  if (isOnClosed(item, desired)) return undefined;
  // Every account has the place for a contact; what stands there now could not be seen.
  if (item.kind === "contact") {
    const reason = observation.items.has(item.account) ? "declared; AWS shows what is there only with trusted access" : "declared with its account";
    const differences = comparer?.compare(item, { item: { ...item, contact: undefined }, id: item.address, owner: "watched" }) ?? [];
    return differences.length === 0 ? undefined : change.update(item, undefined, differences, reason);
  }
  // The root and the management account come with the organization; AWS attaches its own policies itself.
  if (item.kind === "root" || (item.kind === "account" && item.management)) {
    const differences = tagDifferences(item.tags);
    return differences.length === 0 ? undefined : change.update(item, undefined, differences, "its tags are declared");
  }
  if (item.kind === "account" && item.state === "closed") return undefined;
  if (isMadeByAws(item)) return attachedByAws(item, desired, observation) ? undefined : change.create(item);
  return change.create(item);
}

/** Whether a thing hangs on an account that the file closes: nothing is made there any more. */
function isOnClosed(item: Item, desired: Inventory): boolean {
  const account = desired.get(item.kind === "attachment" ? item.target : "account" in item ? item.account : "");
  return account?.kind === "account" && account.state === "closed";
}

const tagDifferences = (tags: Readonly<Record<string, string>>): Difference[] =>
  Object.entries(tags).map(([key, after]) => ({ field: `tag ${key}`, after }));

/** AWS attaches its own policy to whatever is new, and to all when the type is enabled. */
function attachedByAws(item: Item, desired: Inventory, observation: Observation): boolean {
  if (item.kind !== "attachment") return false;
  const policyKind = item.policy.slice("policy:".length).split("/", 1)[0];
  const typeIsOn = observation.items.has(`policy-type:${policyKind}`);
  return !typeIsOn || !observation.items.has(item.target) || !desired.has(item.target);
}

function difference(item: Item, observed: Observed, comparer: Comparer | undefined): Change | undefined {
  if (item.kind === "account" && item.state === "closed") {
    const closed = observed.item.kind === "account" && observed.item.state === "closed";
    return closed ? undefined : change.close(item, observed);
  }
  const differences = comparer?.compare(item, observed) ?? [];
  return differences.length === 0 ? undefined : change.update(item, observed, differences, reasonOfDifferences(differences));
}

const KIND_ORDER: readonly Item["kind"][] = ["organization", "root", "trusted-access", "root-access", "policy-type", "ou", "policy", "attachment", "account", "contact", "delegated-administrator", "delegation-policy"];

/** Phases, then kinds, then addresses as text: the same plan always reads the same. */
const inOrder = (changes: readonly Change[]): Change[] =>
  changes.toSorted(
    (a, b) =>
      PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) ||
      KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
      compareText(a.address, b.address),
  );

const byAddress = (things: readonly Unmanaged[]): Unmanaged[] => things.toSorted((a, b) => compareText(a.address, b.address));
const compareText = (a: Address, b: Address): number => (a < b ? -1 : Number(a > b));
