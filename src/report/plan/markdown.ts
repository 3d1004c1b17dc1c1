import { figure } from "../../diagnostics/index.ts";
import type { Change, Plan } from "../../plan/index.ts";
import { ACTIONS } from "../actions.ts";
import { labelOf } from "../label.ts";
import { codeSpan, details, fence, plainText } from "../markdown.ts";
import type { Style } from "../style.ts";
import { elapsed, listing } from "../words.ts";
import { accessBlock } from "./access.ts";
import { changesBlock } from "./changes.ts";
import { driftBlock } from "./drift.ts";
import { totals } from "./totals.ts";
import { findingsBlock } from "./findings.ts";
import { notReadBlock, notWrittenBlock, overlaysBlock, unmanagedBlock } from "./unmanaged.ts";
import { yoursBlock } from "./yours.ts";

export interface MarkdownOptions {
  /** Where the whole plan is, for when it is cut; a path or a URL. */
  readonly whole?: string;
  /** Most bytes of the comment. Default: 60,000, since GitHub and GitLab hold about 64 KiB. */
  readonly most?: number;
}

const MOST_BYTES = 60_000;
const STYLE: Style = { width: 100, color: false, unicode: true };

/** A plan as a comment on a pull request: summary first, what is dangerous next, details folded. */
export function planMarkdown(plan: Plan, options: MarkdownOptions = {}): string {
  const head = [title(plan), "", summary(plan), ...lockedOut(plan.lockOuts), ...dangers(plan.changes)];
  const folded = [
    { summary: "Yours to do", lines: outdented(yoursBlock(plan, STYLE).slice(1)), language: "" },
    { summary: "Access: who gains and who loses", lines: outdented(accessBlock(plan.access, STYLE, false)), language: "diff" },
    { summary: "Changes", lines: outdented(changesBlock(plan, STYLE, false).slice(1)), language: "diff" },
    { summary: "Findings", lines: outdented(findingsBlock(plan.findings, STYLE, false).join("\n").split("\n")), language: "" },
    { summary: "Drift: changed outside landfall", lines: outdented(driftBlock(plan, STYLE, false).slice(1)), language: "" },
    { summary: "Overlays: put there for a time", lines: outdented(overlaysBlock(plan, STYLE).slice(1)), language: "" },
    { summary: "Unmanaged: in AWS, not in the file", lines: outdented(unmanagedBlock(plan, STYLE, false).slice(1)), language: "" },
    { summary: "Not read", lines: outdented(notReadBlock(plan.notRead, STYLE).slice(1)), language: "" },
    { summary: "Not written to AWS", lines: outdented(notWrittenBlock(plan.notWritten, STYLE).slice(1)), language: "" },
  ].filter(({ lines }) => lines.some((line) => line !== ""));
  let text = head.join("\n");
  for (const part of folded) {
    const room = (options.most ?? MOST_BYTES) - bytes(text) - 400;
    const { kept, left } = cut(part.lines, room);
    const note = left === 0 ? [] : [`${figure(left)} more lines are left out here.${options.whole === undefined ? "" : ` The whole plan: ${codeSpan(options.whole)}`}`];
    if (kept.length > 0 || left > 0) text += `\n\n${[...details(part.summary, fence(kept, part.language)), ...note].join("\n")}`;
  }
  return `${text}\n`;
}

function title({ organization: { name, id, homeRegion } }: Plan): string {
  return `### landfall plan: ${codeSpan(name)} ${codeSpan(id ?? "not created yet")} ${codeSpan(homeRegion)}`;
}

function summary(plan: Plan): string {
  const { timeFloor, notRead, notWritten } = plan;
  const all = notWritten === undefined ? "**No changes.** AWS matches the file." : "**No changes.** AWS matches the file in all that landfall writes.";
  const matches = notRead.length === 0 ? all : "**No changes** in what was read.";
  if (plan.changes.length === 0) return (plan.yours ?? []).length > 0 ? "**No changes by landfall now:** the next step is yours." : matches;
  const time = timeFloor.seconds < 60 ? "" : ` Takes at least ${elapsed(timeFloor.seconds * 1000)}.`;
  return `**${totals(plan)}**${time}`;
}

function lockedOut(lockOuts: Plan["lockOuts"] = []): string[] {
  if (lockOuts.length === 0) return [];
  return ["", "**Lock-out**: apply refuses this plan", "", ...lockOuts.map(({ step, who, without, accounts }) => `- ${codeSpan(step)} shuts ${plainText(who)} out of ${codeSpan(listing(accounts, 3))}: ${plainText(without)}`)];
}

function dangers(changes: readonly Change[]): string[] {
  const dangerous = changes.filter(({ danger }) => danger !== undefined);
  if (dangerous.length === 0) return [];
  const items = dangerous.map(({ action, address, danger, observed }) => {
    const { kind, name } = labelOf(address);
    const id = observed?.item.kind === "account" ? ` (${observed.id})` : "";
    return `- ${ACTIONS[action].word} ${codeSpan(`${kind} ${name}${id}`)}: ${plainText(danger ?? "")}`;
  });
  return ["", "**Danger**: needs confirmation by name", "", ...items];
}

/** The screen's lines with their symbol in the first column, where a `diff` fence gives it its color. */
const outdented = (lines: readonly string[]): string[] => lines.map((line) => (line.startsWith("  ") ? line.slice(2) : line));

const bytes = (text: string): number => Buffer.byteLength(text);

/** As many lines as the room holds. */
function cut(lines: readonly string[], room: number): { kept: string[]; left: number } {
  const kept: string[] = [];
  let used = 0;
  for (const line of lines) {
    used += bytes(line) + 1;
    if (used > room) break;
    kept.push(line);
  }
  return { kept, left: lines.length - kept.length };
}
