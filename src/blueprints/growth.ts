import { type Draft, type OuPath, ouAt, ousOf, withAccounts, withOu, withoutAccounts } from "./draft.ts";
import { GROWTH, type GrowthStep } from "./growth-steps.ts";

/** A blueprint's draft and its name. */
export interface Drafted {
  readonly name: string;
  readonly draft: Draft;
}

/**
 * A larger blueprint as an organization gets it that was begun with a smaller one: its accounts are kept under their keys
 * and take the place of those that would do the same work, its guardrails stay, and `moved` says which OU is
 * which. So the plan creates no account and no OU again.
 */
export function grown(larger: Drafted, smaller: Drafted, service: string): Draft {
  const steps = way(smaller.name, larger.name);
  const there = ousOf(smaller.draft);
  const moved = steps.flatMap((step) => Object.entries(step.renamed)).filter(([before]) => there.some(({ path }) => path === before));
  const settled = steps.reduce((draft, step) => settle(draft, smaller.draft, step, service), larger.draft);
  const guarded = there.reduce((draft, { path, ou }) => keepGuardrails(draft, renamed(path, moved), ou.guardrails ?? []), settled);
  const growth = steps.at(-1)?.growth ?? guarded.growth;
  const settledDown = growth === undefined ? guarded : { ...guarded, growth };
  if (moved.length === 0) return settledDown;
  return { ...settledDown, moved: Object.fromEntries(moved.map(([before, after]) => [`ou:${before}`, `ou:${after}`])) };
}

/** The names of the blueprints that an organization can have been begun with to grow into this one, the nearest first. */
export const growsFrom = (to: string): string[] => GROWTH.filter((step) => step.to === to).flatMap(({ from }) => [from, ...growsFrom(from)]);

/** The steps from one blueprint to another; none where they lead elsewhere. */
function way(from: string, to: string): GrowthStep[] {
  const last = GROWTH.find((step) => step.to === to && (step.from === from || growsFrom(step.from).includes(from)));
  if (last === undefined) return [];
  return last.from === from ? [last] : [...way(from, last.from), last];
}

/** Puts the accounts of the smaller organization where the larger one has a place for them. */
function settle(larger: Draft, smaller: Draft, { places }: GrowthStep, service: string): Draft {
  const accounts = new Map(ousOf(smaller).flatMap(({ ou }) => Object.entries(ou.accounts ?? {})));
  return places.reduce((draft, { account, ou, insteadOf = [], stages = [] }) => {
    const kept = accounts.get(account);
    if (kept === undefined) return draft;
    const free = withoutAccounts(draft, (key, other) => insteadOf.includes(key) || (other.service === service && stages.includes(other.stage ?? "")));
    const { purpose, stage = "prod", ...others } = kept;
    return withAccounts(free, ou, { [account]: { purpose, stage, ...others } });
  }, larger);
}

const renamed = (path: OuPath, moved: readonly (readonly [OuPath, OuPath])[]): OuPath =>
  moved.find(([before]) => before === path)?.[1] ?? path;

/** Attaches what the smaller organization has attached, unless the larger one has it there or above. */
function keepGuardrails(draft: Draft, path: OuPath, guardrails: readonly string[]): Draft {
  const names = path.split("/").filter((name) => name !== "");
  const above = ["", ...names.map((_, index) => names.slice(0, index + 1).join("/"))];
  const inForce = new Set(above.flatMap((place) => ouAt(draft, place)?.guardrails ?? []));
  const missing = guardrails.filter((name) => !inForce.has(name));
  return missing.length === 0 ? draft : withOu(draft, path, (ou) => ({ ...ou, guardrails: [...(ou.guardrails ?? []), ...missing] }));
}
