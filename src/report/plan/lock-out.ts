import { nameOfAddress } from "../../ids/index.ts";
import type { LockOut } from "../../plan/index.ts";
import { ACTIONS } from "../actions.ts";
import { clean } from "../clean.ts";
import { labelOf, placeName } from "../label.ts";
import { commandLines, hang } from "../layout.ts";
import { glyphs, paint, type Style } from "../style.ts";
import { listing, shellWord } from "../words.ts";

const MOST = 6;

/** Whom steps of the plan shut out. Apply refuses such a plan, so nothing here is counted instead of named. */
export function lockOutBlock(lockOuts: readonly LockOut[] | undefined, style: Style): string[] {
  if (lockOuts === undefined || lockOuts.length === 0) return [];
  const steps = [...new Set(lockOuts.map(({ step }) => step))];
  return [
    paint(style, "danger", "Lock-out"),
    ...lockOuts.flatMap((lockOut) => lines(lockOut, style)),
    "",
    ...hang("  ", "Apply refuses this: let the roles through in these policies. If it is meant, add:", style),
    "",
    ...steps.flatMap((step) => commandLines(`--accept-lock-out ${shellWord(clean(style, step))}`, "    ", style.width)),
  ];
}

function lines({ step, action, who, without, actions, accounts, policy, sid, node }: LockOut, style: Style): string[] {
  const { kind, name } = labelOf(step, glyphs(style).arrow);
  const by = policy === undefined ? "nothing allows it" : `denied by ${sid === undefined ? "" : `"${sid}" of `}${policy}`;
  const what = `${by}${node === undefined ? "" : ` at ${placeName(node)}`}${actions.length === 0 ? "" : `: ${listing(actions, MOST)}`}`;
  return [
    ...hang(`  ${paint(style, "danger", "!")} `, clean(style, `${ACTIONS[action].word} ${kind} ${name} shuts ${who} out of ${listing(accounts.map(nameOfAddress), MOST)}`), style, "danger"),
    ...hang("      ", clean(style, without), style),
    ...hang("      ", clean(style, what), style, "dim"),
  ];
}
