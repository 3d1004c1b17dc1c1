import { type Diagnostic, LandfallError } from "../diagnostics/index.ts";
import { type Inventory, type Item, NO_STATEMENTS, type Statements } from "../inventory/index.ts";
import type { Change, Plan } from "./plan.ts";

/** A plan as it is kept in a file: with all that is declared, so that it can be made again and compared. */
export interface SavedPlan {
  readonly plan: Plan;
  readonly desired: readonly Item[];
  readonly statements: { readonly moved: readonly (readonly [string, string])[]; readonly adopt: readonly string[]; readonly remove: readonly string[] };
}

export function savePlan(plan: Plan, desired: Inventory, { moved, adopt, remove }: Statements = NO_STATEMENTS): string {
  const statements = { moved: [...moved], adopt: [...adopt], remove: [...remove] };
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
  const { moved = [], adopt = [], remove = [] } = saved.statements ?? {};
  const statements = { moved: new Map(moved), adopt: new Set(adopt), remove: new Set(remove) };
  return { plan: saved.plan, desired: new Map(saved.desired.map((item) => [item.address, item])), statements };
}

const notAPlan = (file: string, why: string): Diagnostic => ({
  code: "LF4007",
  severity: "error",
  summary: `${file} is no saved plan: ${why}.`,
  fix: "Make one:\n\n  landfall plan --out plan.json",
});

/**
 * Compares an approved plan with the same plan made again now.
 * @throws LandfallError LF4006 that names each address whose change is not what was approved.
 */
export function refuseStale(approved: Plan, now: Plan): void {
  const before = byAddress(approved.changes);
  const after = byAddress(now.changes);
  const stale = [...new Set([...before.keys(), ...after.keys()])].filter((address) => before.get(address) !== after.get(address)).toSorted();
  const otherOrganization = approved.organization.managementAccountId !== now.organization.managementAccountId;
  if (stale.length === 0 && !otherOrganization) return;
  const named = otherOrganization ? "the management account" : stale.join(", ");
  throw new LandfallError(
    {
      code: "LF4006",
      severity: "error",
      summary: `AWS has changed since the plan was saved: ${named}.`,
      detail: "Applying it would not do what was approved.",
      fix: "Make a new plan:\n\n  landfall plan --out plan.json",
    },
    "refused",
  );
}

/** Each change as text, keys in a fixed order, so that equal changes are equal texts. */
const byAddress = (changes: readonly Change[]): Map<string, string> => new Map(changes.map((change) => [change.address, JSON.stringify(sorted(change))]));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}
