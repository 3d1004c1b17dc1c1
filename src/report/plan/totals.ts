import { figure } from "../../diagnostics/index.ts";
import type { Action, Plan } from "../../plan/index.ts";

/** What the last line counts, in its order. Each change is in one of them. */
const TOTALS: readonly { readonly words: string; readonly actions: readonly Action[]; readonly always?: boolean }[] = [
  { words: "to create", actions: ["create", "enable"] },
  { words: "to invite", actions: ["invite"] },
  { words: "to attach", actions: ["attach"] },
  { words: "to change", actions: ["update"] },
  { words: "to move", actions: ["move"] },
  { words: "to detach", actions: ["detach"] },
  { words: "to close", actions: ["close"] },
  // Stated even when it is none: it is what a reviewer looks for.
  { words: "to remove", actions: ["delete", "disable", "remove"], always: true },
];

/** `3 to create, 1 to change, 0 to remove. 212 unchanged. 1 drifted.` */
export function totals({ changes, unchanged, drift }: Pick<Plan, "changes" | "unchanged" | "drift">): string {
  const counts = TOTALS.map(({ words, actions, always }) => ({ words, always, number: changes.filter(({ action }) => actions.includes(action)).length }));
  const parts = counts.filter(({ always, number }) => always === true || number > 0).map(({ words, number }) => `${figure(number)} ${words}`);
  const drifted = drift === undefined || drift.things.length === 0 ? "" : ` ${figure(drift.things.length)} drifted.`;
  return `${parts.join(", ")}. ${figure(unchanged)} unchanged.${drifted}`;
}
