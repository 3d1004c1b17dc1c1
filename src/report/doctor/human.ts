import type { Examination, Finding, Status } from "../../doctor/index.ts";
import { clean } from "../clean.ts";
import { commandLines, displayWidth, hang, pad, wrap } from "../layout.ts";
import { type Mark, paint, type Style } from "../style.ts";
import { count } from "../words.ts";

const MARKS: Readonly<Record<Status, Mark | undefined>> = { ok: "added", warn: "warning", fail: "error", skip: "dim" };
const STATUS_WIDTH = 4;
/** On a wide terminal the right side stays near the left one. */
const WIDEST = 100;

/** What the doctor found: a line for each thing, what to do below it, and the sum at the end. */
export function doctorHuman({ checks }: Examination, style: Style, about: string): string {
  const rows = checks.flatMap(({ check, findings }) => findings.map((finding) => ({ check, finding })));
  const width = Math.max(...rows.map(({ check }) => check.length));
  const lines = rows.flatMap(({ check, finding }) => rowLines(check, finding, width, style));
  return `${[...heading(about, style), "", ...lines, "", ...wrap(sum(rows.map(({ finding }) => finding)), style.width)].join("\n")}\n`;
}

function heading(about: string, style: Style): string[] {
  const command = "landfall doctor";
  const gap = Math.min(style.width, WIDEST) - command.length - displayWidth(about);
  return gap >= 3 ? [`${paint(style, "bold", command)}${" ".repeat(gap)}${about}`] : [paint(style, "bold", command), ...wrap(about, style.width)];
}

function rowLines(check: string, { status, text, fix }: Finding, width: number, style: Style): string[] {
  const head = `  ${paint(style, MARKS[status], pad(status, STATUS_WIDTH))}  ${pad(check, width)}  `;
  const below = " ".repeat(2 + STATUS_WIDTH + 2 + width + 2);
  const found = hang(head, clean(style, text), style, status === "skip" ? "dim" : undefined);
  const todo = (fix ?? "").split("\n").map((line) => line.trim()).filter((line) => line !== "");
  return [...found, ...todo.flatMap((line) => todoLines(line, below, style))];
}

/** A command is to be copied whole; where there is little room it stands further left. */
function todoLines(line: string, below: string, style: Style): string[] {
  if (!/^(?:landfall|aws) /.test(line)) return hang(below, clean(style, line), style);
  return commandLines(clean(style, line), style.width < below.length + 40 ? " ".repeat(8) : below, style.width);
}

function sum(findings: readonly Finding[]): string {
  const of = (status: Status): number => findings.filter((finding) => finding.status === status).length;
  const parts = [
    of("fail") === 0 ? "" : `${of("fail")} failed`,
    of("warn") === 0 ? "" : count(of("warn"), "warning"),
    `${of("ok")} ok`,
    of("skip") === 0 ? "" : `${of("skip")} not looked at`,
  ];
  return `${parts.filter((part) => part !== "").join(", ")}.`;
}
