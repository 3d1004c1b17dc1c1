import { type Diagnostic, LandfallError } from "../diagnostics/index.ts";
import { type Address, DELEGATION_POLICY, ORGANIZATION, policyTypeAddress } from "../ids/index.ts";
import type { Inventory, Observation } from "../inventory/index.ts";
import { isAuthorizationKind } from "../limits/index.ts";
import { attachmentOf } from "./attachment-of.ts";
import { findOrder } from "./find-order.ts";
import { Passage } from "./passage.ts";
import type { Change } from "./plan.ts";
import { inOrderOfWaits } from "./run-order.ts";
import { isSwapping } from "./swaps.ts";

/**
 * Phases keep every level of the tree from allowing what it allows neither before nor after. They cannot where an SCP
 * that both allows and denies comes or goes, or one list of what is allowed takes the place of another. There the
 * changes are put in one row, each step judged by what the policies say, and made one after the other.
 * @throws LandfallError LF4010 where every order may open something.
 */
export function withoutGaps(changes: readonly Change[], desired: Inventory, items: Observation["items"]): Change[] {
  if (!isSwapping(changes, desired, items)) return [...changes];
  const created = new Set(changes.filter(({ action }) => action === "create").map(({ address }) => address));
  const isOnNewAccount = (change: Change): boolean => change.kind === "attachment" && attachmentOf(change).target.startsWith("account:") && created.has(attachmentOf(change).target);
  const steps = inOrderOfWaits(changes.filter((change) => bearsOnAccess(change) && !isOnNewAccount(change)));
  const passage = new Passage(steps, changes, desired, items);
  const { order, stuck } = findOrder(steps, passage);
  if (order === undefined) throw new LandfallError([noOrder(stuck, passage, passage.placeOf(steps))], "refused");
  return inOneRow(changes, order);
}

function bearsOnAccess({ kind, action, desired, observed }: Change): boolean {
  if (kind === "account") return action === "move";
  const policy = desired ?? observed?.item;
  if (policy?.kind === "attachment") return /^policy:(scp|rcp)\//.test(policy.policy);
  return policy?.kind === "policy" && action === "update" && isAuthorizationKind(policy.policyKind);
}

/** Each step waits for the one before it and for the things it is about; new accounts come to their places after all of them. */
function inOneRow(changes: readonly Change[], order: readonly Change[]): Change[] {
  const row = new Map(order.map(({ address }, index) => [address, order[index - 1]?.address]));
  const last = order.at(-1)?.address;
  const built = new Set(changes.filter(({ phase, address }) => phase === "build" && !row.has(address)).map(({ address }) => address));
  return changes.map((change) => {
    if (change.kind === "account" && change.action === "create" && last !== undefined) return { ...change, waitsFor: [...new Set([...change.waitsFor, last])].toSorted() };
    if (!row.has(change.address)) return change;
    const before = row.get(change.address);
    const first = [...change.waitsFor, ...thingsOf(change)].filter((address) => built.has(address));
    return { ...change, phase: "build", waitsFor: [...new Set([...first, ...(before === undefined ? [] : [before])])].toSorted() };
  });
}

function thingsOf(change: Change): Address[] {
  const always = [ORGANIZATION, DELEGATION_POLICY];
  if (change.kind !== "attachment") return always;
  const { policy, target } = attachmentOf(change);
  return [...always, policy, target, policyTypeAddress("scp"), policyTypeAddress("rcp")];
}

/** How many addresses a message names before it only counts. */
const NAMED = 4;

function noOrder(stuck: readonly Change[], passage: Passage, place: Address): Diagnostic {
  const [first] = stuck;
  const opened = stuck.map((step) => passage.openedBy(step)).find((account) => account !== undefined);
  const steps = stuck.map(({ action, address }) => `${action} ${address}`);
  return {
    code: "LF4010",
    severity: "error",
    summary: `No order of these steps keeps denied what is denied both before and after: ${steps.slice(0, NAMED).join(", ")}${steps.length > NAMED ? ` and ${steps.length - NAMED} more` : ""}.`,
    detail: `Whichever comes first, ${opened ?? "an account"} may for a moment be allowed what neither the policies of now nor those of the file allow.`,
    fix: `Make two applies of it. Attach to ${place} a policy that denies everything, together with these changes, and apply; then take that policy out of the file and apply again. In between the accounts there can do nothing.`,
    ...(first === undefined ? {} : { address: first.address }),
  };
}
