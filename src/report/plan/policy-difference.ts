import type { PartDifference, PolicyDifference, PolicyStatement, StatementDifference } from "../../policy/index.ts";
import { clean } from "../clean.ts";
import { hang } from "../layout.ts";
import { glyphs, type Mark, paint, type Style } from "../style.ts";
import { count } from "../words.ts";

/** `1 statement changed, 2 added` */
export function policySummary(difference: PolicyDifference): string {
  const of = (action: StatementDifference["action"]): number => difference.statements.filter((statement) => statement.action === action).length;
  const parts = (["changed", "added", "removed"] as const).filter((action) => of(action) > 0);
  const words = parts.map((action, index) => (index === 0 ? `${count(of(action), "statement")} ${action}` : `${of(action)} ${action}`));
  return words.length === 0 ? "document changed" : words.join(", ");
}

/** A line before it is wrapped. */
interface Line {
  readonly depth: number;
  readonly sign?: "+" | "-";
  readonly text: string;
}

/** A policy's difference by statement, element and value; what stays the same is left out. */
export function policyDifferenceLines(difference: PolicyDifference, style: Style, indent: string): string[] {
  return [...wholeLines(difference, style), ...difference.statements.flatMap((statement) => statementLines(statement, style))].flatMap((line) => {
    const mark: Mark | undefined = line.sign === undefined ? undefined : line.sign === "+" ? "added" : "removed";
    const sign = line.sign === undefined ? "" : `${paint(style, mark, line.sign)} `;
    return hang(`${indent}${"  ".repeat(line.depth)}${sign}`, line.text, style, mark);
  });
}

function wholeLines({ version, id }: PolicyDifference, style: Style): Line[] {
  const lines: Line[] = [];
  if (version !== undefined) {
    const note = version.changesVariables ? "  (changes what ${…} means in it)" : "";
    lines.push({ depth: 0, text: `Version  ${fromTo(version.before, version.after, style)}${note}` });
  }
  if (id !== undefined) lines.push({ depth: 0, text: `Id  ${fromTo(id.before, id.after, style)}` });
  return lines;
}

function statementLines(difference: StatementDifference, style: Style): Line[] {
  if (difference.action !== "changed") {
    const sign = difference.action === "added" ? "+" : "-";
    const statement = difference.action === "added" ? difference.after : difference.before;
    return [{ depth: 0, sign, text: `${title(statement, style)} ${statement.Effect}` }, ...contents(statement, sign, style)];
  }
  const { sid, effect, parts, after } = difference;
  return [
    { depth: 0, text: title(after, style) },
    ...(sid === undefined ? [] : [{ depth: 1, text: `Sid  ${fromTo(sid.before, sid.after, style)}` }]),
    ...(effect === undefined ? [] : [{ depth: 1, text: `Effect  ${fromTo(effect.before, effect.after, style)}` }]),
    ...parts.flatMap((part) => partLines(part, style)),
  ];
}

const title = (statement: PolicyStatement, style: Style): string =>
  statement.Sid === undefined ? "statement without Sid" : `statement "${clean(style, statement.Sid)}"`;

const fromTo = (before: string | undefined, after: string | undefined, style: Style): string =>
  `${clean(style, before ?? "(none)")} ${glyphs(style).arrow} ${clean(style, after ?? "(none)")}`;

function partLines(part: PartDifference, style: Style): Line[] {
  const name = part.operator === undefined ? part.element : `${part.element} ${part.operator} ${part.key ?? ""}`;
  const values = [
    ...part.valuesRemoved.map((text): Line => ({ depth: 2, sign: "-", text: clean(style, text) })),
    ...part.valuesAdded.map((text): Line => ({ depth: 2, sign: "+", text: clean(style, text) })),
  ];
  const sign = part.whole === undefined ? undefined : part.whole === "added" ? "+" : "-";
  return [{ depth: 1, sign, text: clean(style, name) }, ...values];
}

const ELEMENTS = ["Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource"] as const;

/** A whole statement, one line per element. */
function contents(statement: PolicyStatement, sign: "+" | "-", style: Style): Line[] {
  const lines = ELEMENTS.flatMap((element) => {
    const value: unknown = statement[element];
    return value === undefined ? [] : [`${element}  ${values(value)}`];
  });
  const conditions = Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) => `Condition ${operator} ${key}  ${values(value)}`),
  );
  return [...lines, ...conditions].map((text) => ({ depth: 2, sign, text: clean(style, text) }));
}

function values(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(", ");
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value).map(([type, names]) => `${type} ${values(names)}`).join(", ");
}
