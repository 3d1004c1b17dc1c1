import { apply } from "../apply/index.ts";
import { type Aws, connect } from "../aws/index.ts";
import { LandfallError } from "../diagnostics/index.ts";
import { type Emulator, manualClock, type ManualClock, openEmulator } from "../emulator/index.ts";
import { type Address, DELEGATION_POLICY } from "../ids/index.ts";
import type { Inventory, Observation } from "../inventory/index.ts";
import { makePlan } from "../plan/index.ts";
import { COMPARERS, observe } from "../resources/index.ts";
import { withIdsOfCopy } from "./own-ids.ts";

/** A throw-away embedded AWS that holds what was observed of another. */
export interface Copy {
  readonly emulator: Emulator;
  readonly aws: Aws;
  /** A second way to the same copy, by which one can look without being counted. */
  readonly aside: Aws;
  /** The copy's ids, by address. */
  readonly ids: ReadonlyMap<Address, string>;
  /** What of the observation could not be copied, in words. */
  readonly notCopied: readonly string[];
  close(): Promise<void>;
}

/** Room for any organization that AWS would hold. */
const ACCOUNTS = 50_000;

/**
 * Builds the copy the way landfall builds everything: by declaring what was observed and applying it. Things keep their
 * names, tags and owners; ids are the copy's own.
 * @throws LandfallError LF5007 when the copy cannot be made.
 */
export async function copyOf(observation: Observation, homeRegion: string, seed: string): Promise<Copy> {
  const clock = jumpingClock();
  const emulator = await openEmulator({ clock, seed, accountLimit: ACCOUNTS, throttle: false });
  const way = (): Aws => connect({ homeRegion, clock, requestHandler: emulator.requestHandler, credentials: emulator.credentials });
  const aws = way();
  try {
    const { declared, notCopied } = declaredBy(observation);
    if (declared.size > 0) await build(aws, new Map([...declared].filter(([address]) => address !== DELEGATION_POLICY)), homeRegion);
    const ids = await idsIn(aws, declared);
    const delegation = declared.get(DELEGATION_POLICY);
    // It names accounts by their ids, which the copy gives only now.
    if (delegation !== undefined) await build(aws, new Map([...declared, [DELEGATION_POLICY, withIdsOfCopy(delegation, observation, ids)]]), homeRegion);
    return { emulator, aws, aside: way(), notCopied, ids, close: () => emulator.close() };
  } catch (error) {
    await emulator.close();
    throw error;
  }
}

async function idsIn(aws: Aws, desired: Inventory): Promise<Map<Address, string>> {
  const { items } = await observe(aws, { desired });
  return new Map([...items].map(([address, { id }]) => [address, id]));
}

async function build(aws: Aws, desired: Inventory, homeRegion: string): Promise<void> {
  const observation = await observe(aws, { desired });
  const plan = makePlan({ name: "copy", homeRegion, desired, observation, comparers: COMPARERS });
  const { failed } = await apply({ plan, observation, aws, emit: () => {}, run: "copy", standsIn: true, signal: new AbortController().signal });
  if (failed.length === 0) return;
  const reasons = failed.flatMap(({ diagnostics }) => diagnostics.map(({ summary }) => summary));
  throw new LandfallError({
    code: "LF5007",
    severity: "error",
    summary: `The organization could not be copied for the rehearsal: ${reasons[0] ?? ""}`,
    detail: reasons.slice(1).join(" "),
    fix: "The embedded AWS may lack something that your organization has; the message names it.",
  });
}

/** Accounts that are to be invited exist in the copy too, outside of its organization, and those already invited are so there. */
export async function addOutside({ emulator, aws }: Copy, desired: Inventory, { items, invitations = [] }: Observation): Promise<void> {
  const open = new Set(invitations.filter(({ state }) => state === "open").map(({ accountId }) => accountId));
  for (const item of desired.values()) {
    if (item.kind !== "account" || item.invite !== true || item.statedId === undefined || items.has(item.address)) continue;
    await emulator.addAccount({ id: item.statedId, email: item.email === "" ? `${item.statedId}@outside.example` : item.email, name: item.name });
    if (open.has(item.statedId)) await (await aws.organizations()).inviteAccountToOrganization({ Target: { Type: "ACCOUNT", Id: item.statedId } });
  }
}

/** What was observed, as a declaration: AWS brings its own policies, and closed accounts cannot be made. */
function declaredBy({ items }: Observation): { declared: Inventory; notCopied: string[] } {
  const closed = new Set([...items.values()].flatMap(({ item }) => (item.kind === "account" && item.state === "closed" ? [item.address] : [])));
  const copied = [...items.values()].filter(({ item, owner }) => {
    if (item.kind === "policy") return owner !== "aws";
    if (item.kind === "attachment") return !closed.has(item.target);
    if (item.kind === "contact") return !closed.has(item.account);
    return !closed.has(item.address);
  });
  return {
    declared: new Map(copied.map(({ item }) => [item.address, item])),
    notCopied: closed.size === 0 ? [] : [`closed accounts: ${[...closed].join(", ")}`],
  };
}

/** Nobody watches a copy being made or used: whoever waits is woken at once, at the time it waited for. */
function jumpingClock(): ManualClock {
  const clock = manualClock(Date.now());
  return {
    ...clock,
    async sleep(millis, signal) {
      signal?.throwIfAborted();
      clock.advance(millis);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
