import { type Diagnostic, LandfallError } from "../diagnostics/index.ts";
import type { Address } from "../ids/index.ts";
import { type Inventory, type Item, NO_STATEMENTS, type Observation, type Observed, type Statements } from "../inventory/index.ts";
import { comparePolicies, isEmptyDifference, isPolicyDocument } from "../policy/index.ts";
import { isRemoval } from "./change.ts";
import type { Change, Plan } from "./plan.ts";
import { textOf } from "./text-of.ts";

/** A plan as it is kept in a file: with all that is declared, so that it can be made again and compared. */
export interface SavedPlan {
  readonly plan: Plan;
  readonly desired: readonly Item[];
  readonly statements: { readonly moved: readonly (readonly [string, string])[]; readonly adopt: readonly string[]; readonly remove: readonly string[]; readonly notWritten?: readonly string[] };
}

export function savePlan(plan: Plan, desired: Inventory, { moved, adopt, remove, notWritten }: Statements = NO_STATEMENTS): string {
  const statements = { moved: [...moved], adopt: [...adopt], remove: [...remove], ...(notWritten === undefined ? {} : { notWritten }) };
  return `${JSON.stringify({ plan, desired: [...desired.values()], statements } satisfies SavedPlan, undefined, 2)}\n`;
}

/**
 * Reads a saved plan.
 * @throws LandfallError LF4007 when the text is none.
 */
export function readSavedPlan(text: string, file: string): { plan: Plan; desired: Inventory; statements: Statements } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new LandfallError(notAPlan(file, "it is not JSON"), "usage", { cause: error });
  }
  const saved = value as Partial<SavedPlan> | null;
  if (saved?.plan?.format !== "landfall.plan/1" || !Array.isArray(saved.plan.changes) || !Array.isArray(saved.desired)) {
    throw new LandfallError(notAPlan(file, "it is not in the format landfall.plan/1"), "usage");
  }
  const { moved = [], adopt = [], remove = [], notWritten } = saved.statements ?? {};
  const statements = { moved: new Map(moved), adopt: new Set(adopt), remove: new Set(remove), ...(notWritten === undefined ? {} : { notWritten }) };
  return { plan: saved.plan, desired: new Map(saved.desired.map((item) => [item.address, item])), statements };
}

const notAPlan = (file: string, why: string): Diagnostic => ({
  code: "LF4007",
  severity: "error",
  summary: `${file} is no saved plan: ${why}.`,
  fix: "Make one:\n\n  landfall plan --out plan.json",
});

/**
 * The addresses of changes that go beyond what was approved, and of approved removals that would no longer be made
 * though the thing is still there. What has been done since, by an earlier run of the same plan, is among neither.
 * `there` is what AWS has now.
 */
export function notApproved(approved: Plan, now: Plan, there: Observation["items"]): Address[] {
  const before = new Map(approved.changes.map((change) => [change.address, change]));
  const after = new Set(now.changes.map(({ address }) => address));
  const beyond = now.changes.filter((change) => !isCovered(change, before.get(change.address)));
  const dropped = approved.changes.filter((change) => !after.has(change.address) && isStillToGo(change, there.get(change.address)));
  return [...beyond, ...dropped].map(({ address }) => address);
}

/**
 * Refuses a saved plan that is not what would be done now.
 * @throws LandfallError LF4006 that names the organization, or each address whose change is not what was approved.
 */
export function refuseStale(approved: Plan, now: Plan, there: Observation["items"]): void {
  const [one, other] = [approved.organization, now.organization];
  const elsewhere = one.managementAccountId !== other.managementAccountId || (one.id !== undefined && other.id !== undefined && one.id !== other.id);
  const stale = notApproved(approved, now, there).toSorted();
  if (stale.length === 0 && !elsewhere) return;
  const more = stale.length > NAMED ? ` and ${stale.length - NAMED} more` : "";
  throw new LandfallError(
    {
      code: "LF4006",
      severity: "error",
      summary: elsewhere
        ? `The saved plan is for organization ${one.id ?? "of account"} (${one.managementAccountId}), and this is ${other.id ?? "of account"} (${other.managementAccountId}).`
        : `AWS has changed since the plan was saved: ${stale.slice(0, NAMED).join(", ")}${more}.`,
      detail: "Applying it would not do what was approved.",
      fix: "Make a new plan:\n\n  landfall plan --out plan.json",
    },
    "refused",
  );
}

/** How many addresses a message names before it only counts. */
const NAMED = 8;

/** Whether a change is the approved one, or what a run of it that was stopped left to do. */
function isCovered(change: Change, approved: Change | undefined): boolean {
  if (approved === undefined || (change.danger !== undefined && change.danger !== approved.danger) || textOf(change.desired) !== textOf(approved.desired)) return false;
  if (approved.action === "create" && approved.kind === "account" && change.action !== "create") {
    // AWS finished the creation meanwhile: moving the account was approved with it. One that others made is another.
    return (change.action === "move" || change.action === "update") && change.observed?.owner === "ours";
  }
  const isRest = approved.action === "move" && change.action === "update";
  if (change.action !== approved.action && !isRest) return false;
  if (change.action !== "move" && change.action !== "update") return textOf(change.observed) === textOf(approved.observed);
  const known = new Set(approved.differences.map(textOf));
  const rest = isGuardOf(approved, change) ? change.differences.filter(({ field }) => !OF_A_POLICY_TEXT.test(field)) : change.differences;
  // A contact is seen from the moment that a run gave trusted access.
  const isSame = change.observed?.id === approved.observed?.id || (change.kind === "contact" && approved.observed === undefined);
  return isSame && rest.every((difference) => known.has(textOf(difference)));
}

const OF_A_POLICY_TEXT = /^(?:statement |Version$|Id$)/;

/** Whether the policy has, for now, the text that an approved plan writes on the way. */
function isGuardOf({ guard }: Change, { observed }: Change): boolean {
  if (guard === undefined || observed?.item.kind !== "policy" || !isPolicyDocument(observed.item.document)) return false;
  return isEmptyDifference(comparePolicies(guard, observed.item.document));
}

function isStillToGo(change: Change, there: Observed | undefined): boolean {
  if (!isRemoval(change) || there === undefined) return false;
  return there.item.kind !== "account" || there.item.state !== "closed";
}
