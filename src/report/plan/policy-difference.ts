import {
  comparePolicies,
  isEmptyDifference,
  type PartDifference,
  type PolicyDifference,
  type PolicyDocument,
  type PolicyStatement,
  type StatementDifference,
} from "../../policy/index.ts";
import { clean, leftOut } from "../clean.ts";
import { hang } from "../layout.ts";
import { glyphs, type Mark, paint, type Style } from "../style.ts";
import { count } from "../words.ts";
import { spellingOf } from "./spelling.ts";

/** Two documents that differ in meaning, ready to be drawn. */
export interface DocumentDifference {
  readonly difference: PolicyDifference;
  readonly spell: (text: string) => string;
}

/** What differs between two documents; undefined when they mean the same. */
export function documentDifference(before: PolicyDocument, after: PolicyDocument): DocumentDifference | undefined {
  const difference = comparePolicies(before, after);
  return isEmptyDifference(difference) ? undefined : { difference, spell: spellingOf(before, after) };
}

/** `1 statement changed, 2 added` */
export function policySummary({ difference: { statements } }: DocumentDifference): string {
  const of = (action: StatementDifference["action"]): number => statements.filter((statement) => statement.action === action).length;
  const actions = (["changed", "added", "removed"] as const).filter((action) => of(action) > 0);
  const words = actions.map((action, index) => (index === 0 ? `${count(of(action), "statement")} ${action}` : `${of(action)} ${action}`));
  return words.length === 0 ? "document changed" : words.join(", ");
}

/** A line before it is wrapped; its text is not cleaned yet. */
interface Line {
  readonly depth: number;
  readonly sign?: "+" | "-";
  readonly text: string;
}

type Spell = DocumentDifference["spell"];

/** A policy's difference by statement, element and value; what stays the same is left out. */
export function policyDifferenceLines({ difference, spell }: DocumentDifference, style: Style, indent: string): string[] {
  const { arrow } = glyphs(style);
  const lines = [...wholeLines(difference, arrow), ...difference.statements.flatMap((statement) => statementLines(statement, arrow, spell))];
  return lines.flatMap((line) => {
    const mark: Mark | undefined = line.sign === undefined ? undefined : line.sign === "+" ? "added" : "removed";
    const sign = line.sign === undefined ? "" : `${paint(style, mark, line.sign)} `;
    return hang(`${indent}${"  ".repeat(line.depth)}${sign}`, shown(style, line.text), style, mark);
  });
}

/** Two values that differ in what cannot be shown would look the same, so that is said. */
function shown(style: Style, text: string): string {
  const missing = leftOut(text);
  return missing === 0 ? clean(style, text) : `${clean(style, text)}  (${count(missing, "control or invisible character")} left out)`;
}

const fromTo = (before: string | undefined, after: string | undefined, arrow: string): string => `${before ?? "(none)"} ${arrow} ${after ?? "(none)"}`;

function wholeLines({ version, id }: PolicyDifference, arrow: string): Line[] {
  const note = version?.changesVariables === true ? "  (changes what ${...} means in it)" : "";
  return [
    ...(version === undefined ? [] : [{ depth: 0, text: `Version  ${fromTo(version.before, version.after, arrow)}${note}` }]),
    ...(id === undefined ? [] : [{ depth: 0, text: `Id  ${fromTo(id.before, id.after, arrow)}` }]),
  ];
}

function statementLines(difference: StatementDifference, arrow: string, spell: Spell): Line[] {
  if (difference.action === "added") return wholeStatement(difference.after, "+", spell);
  if (difference.action === "removed") return wholeStatement(difference.before, "-", spell);
  const { sid, effect, parts, after } = difference;
  return [
    { depth: 0, text: title(after) },
    ...(sid === undefined ? [] : [{ depth: 1, text: `Sid  ${fromTo(sid.before, sid.after, arrow)}` }]),
    ...(effect === undefined ? [] : [{ depth: 1, text: `Effect  ${fromTo(effect.before, effect.after, arrow)}` }]),
    ...parts.flatMap((part) => partLines(part, spell)),
  ];
}

const title = (statement: PolicyStatement): string => (statement.Sid === undefined ? "statement without Sid" : `statement "${statement.Sid}"`);

function partLines(part: PartDifference, spell: Spell): Line[] {
  const name = part.operator === undefined ? part.element : `${part.element} ${part.operator} ${spell(part.key ?? "")}`;
  const sign = part.whole === undefined ? undefined : part.whole === "added" ? "+" : "-";
  return [
    { depth: 1, sign, text: name },
    ...part.valuesRemoved.map((text): Line => ({ depth: 2, sign: "-", text: spell(text) })),
    ...part.valuesAdded.map((text): Line => ({ depth: 2, sign: "+", text: spell(text) })),
  ];
}

const ELEMENTS = ["Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource"] as const;

/** A statement that only one side has, one line per element. */
function wholeStatement(statement: PolicyStatement, sign: "+" | "-", spell: Spell): Line[] {
  const elements = ELEMENTS.filter((element) => statement[element] !== undefined).map((element) => `${element}  ${listed(statement[element], spell)}`);
  const conditions = Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => `Condition ${operator} ${spell(key)}  ${listed(values, spell)}`),
  );
  return [
    { depth: 0, sign, text: `${title(statement)}  ${statement.Effect}` },
    ...[...elements, ...conditions].map((text): Line => ({ depth: 2, sign, text })),
  ];
}

function listed(value: unknown, spell: Spell): string {
  if (Array.isArray(value)) return value.map((part) => spell(String(part))).join(", ");
  if (typeof value !== "object" || value === null) return spell(String(value));
  return Object.entries(value).map(([type, names]) => `${type} ${listed(names, spell)}`).join(", ");
}
