import type { Plan } from "../../plan/index.ts";
import { commandLines, displayWidth, hang, wrap } from "../layout.ts";
import { clean } from "../clean.ts";
import { type Mark, paint, type Style } from "../style.ts";
import { accessBlock } from "./access.ts";
import { changesBlock } from "./changes.ts";
import { dangerBlock } from "./danger.ts";
import { driftBlock } from "./drift.ts";
import { findingsBlock } from "./findings.ts";
import { header } from "./header.ts";
import { lockOutBlock } from "./lock-out.ts";
import { costWords, timeLines } from "./time.ts";
import { totals } from "./totals.ts";
import { notReadBlock, notWrittenBlock, overlaysBlock, remarksBlock, unmanagedBlock } from "./unmanaged.ts";
import { yoursBlock } from "./yours.ts";

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
  const blocks = [
    header(plan, style, options.command ?? "landfall plan"),
    changesBlock(plan, style, full),
    driftBlock(plan, style, full),
    overlaysBlock(plan, style),
    unmanagedBlock(plan, style, full),
    notReadBlock(plan.notRead, style),
    notWrittenBlock(plan.notWritten, style),
    remarksBlock(plan.remarks, style),
    findingsBlock(plan.findings, style, full),
    yoursBlock(plan, style),
    accessBlock(plan.access, style, full),
    lockOutBlock(plan.lockOuts, style),
    dangerBlock(plan.changes, style),
    timeLines(plan, style),
    plan.changes.length === 0 ? nothing(plan, style, options) : [...withCost(totals(plan), plan, style), ...next(style, options)],
  ];
  return `${blocks.filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}\n`;
}

function nothing(plan: Plan, style: Style, options: PlanOptions): string[] {
  const file = clean(style, options.file ?? "landfall.config.ts");
  if ((plan.yours ?? []).length > 0) return withCost("No changes by landfall now: the next step is yours.", plan, style, "bold");
  const matches = plan.notWritten === undefined ? `No changes. AWS matches ${file}.` : `No changes. AWS matches ${file} in all that landfall writes.`;
  const sentence = plan.notRead.length === 0 ? matches : `No changes in what was read. What was not read may differ from ${file}.`;
  return withCost(sentence, plan, style, "bold");
}

/** A sentence, and dim behind it what it cost to know. */
function withCost(sentence: string, plan: Plan, style: Style, mark?: Mark): string[] {
  const lines = wrap(sentence, style.width);
  const cost = costWords(plan);
  const last = lines.at(-1) ?? "";
  if (cost === "") return lines.map((line) => paint(style, mark, line));
  const painted = lines.map((line) => paint(style, mark, line));
  if (displayWidth(last) + 1 + displayWidth(cost) > style.width) return [...painted, paint(style, "dim", cost)];
  return [...painted.slice(0, -1), `${painted.at(-1)} ${paint(style, "dim", cost)}`];
}

function next(style: Style, options: PlanOptions): string[] {
  const { savedTo } = options;
  const saved = savedTo === undefined ? [] : hang("", `Saved to ${clean(style, savedTo)}.`, style);
  const command = "next" in options ? options.next : `landfall apply${savedTo === undefined ? "" : ` ${savedTo}`}`;
  if (command === undefined) return saved;
  const words = savedTo === undefined ? "Apply it with:" : `Saved to ${clean(style, savedTo)}. Apply exactly this plan with:`;
  return [...wrap(words, style.width), "", ...commandLines(clean(style, command), "  ", style.width)];
}
