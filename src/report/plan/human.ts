import type { Plan } from "../../plan/index.ts";
import { diagnosticsHuman } from "../diagnostics/human.ts";
import { commandLines, hang, wrap } from "../layout.ts";
import { clean } from "../clean.ts";
import { paint, type Style } from "../style.ts";
import { changesBlock } from "./changes.ts";
import { dangerBlock } from "./danger.ts";
import { header } from "./header.ts";
import { timeLines } from "./time.ts";
import { totals } from "./totals.ts";
import { notReadBlock, unmanagedBlock } from "./unmanaged.ts";

export interface PlanOptions {
  /** The command the user typed. Default: `landfall plan`. */
  readonly command?: string;
  /** The organization file, as the user would name it. Default: `landfall.config.ts`. */
  readonly file?: string;
  /** Where the plan was saved, when it was. */
  readonly savedTo?: string;
  /** The command that applies it; `undefined` gives none, for a pipeline. Default: `landfall apply`, with the saved plan. */
  readonly next?: string | undefined;
  /** Show everything: each change on its own, all reasons, all unmanaged things. Default: false. */
  readonly full?: boolean;
}

/** A plan for a person to judge: what changes, what is dangerous, and as the last thing what to do next. */
export function planHuman(plan: Plan, style: Style, options: PlanOptions = {}): string {
  const full = options.full ?? false;
  const findings = diagnosticsHuman(plan.findings, style, { counts: false, full }).trimEnd();
  const blocks = [
    header(plan, style, options.command ?? "landfall plan"),
    changesBlock(plan, style, full),
    unmanagedBlock(plan.unmanaged, style, full),
    notReadBlock(plan.notRead, style),
    findings === "" ? [] : [findings],
    dangerBlock(plan.changes, style),
    timeLines(plan, style),
    plan.changes.length === 0 ? nothing(plan, style, options) : [...wrap(totals(plan.changes, plan.unchanged), style.width), ...next(style, options)],
  ];
  return `${blocks.filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}\n`;
}

function nothing(plan: Plan, style: Style, options: PlanOptions): string[] {
  const file = clean(style, options.file ?? "landfall.config.ts");
  const sentence = plan.notRead.length === 0 ? `No changes. AWS matches ${file}.` : `No changes in what was read. What was not read may differ from ${file}.`;
  return wrap(sentence, style.width).map((line) => paint(style, "bold", line));
}

function next(style: Style, options: PlanOptions): string[] {
  const { savedTo } = options;
  const saved = savedTo === undefined ? [] : hang("", `Saved to ${clean(style, savedTo)}.`, style);
  const command = "next" in options ? options.next : `landfall apply${savedTo === undefined ? "" : ` ${savedTo}`}`;
  if (command === undefined) return saved;
  const words = savedTo === undefined ? "Apply it with:" : `Saved to ${clean(style, savedTo)}. Apply exactly this plan with:`;
  return [...wrap(words, style.width), "", ...commandLines(clean(style, command), "  ", style.width)];
}
