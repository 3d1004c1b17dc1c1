import { type Assignment, type Budget, type IdentityCenter, keysOf } from "../organization/index.ts";
import { type Draft, ouAt, ousOf } from "./draft.ts";
import { expectationsOf } from "./expectations.ts";
import type { Budgets } from "./budgets.ts";
import { literal, memberName } from "./source-text.ts";

/** Puts other OUs where one is named, in whatever names it. */
export function withOuReplaced(draft: Draft, path: string, others: readonly string[]): Draft {
  const { people, budgets } = draft;
  const instead = <T extends { readonly ous?: readonly string[] }>(named: T): T => (named.ous === undefined ? named : { ...named, ous: named.ous.flatMap((ou) => (ou === path ? others : [ou])) });
  return {
    ...draft,
    ...(people === undefined ? {} : { people: { ...people, assignments: (people.assignments ?? []).map(instead) } }),
    ...(budgets === undefined ? {} : { budgets: Object.fromEntries(Object.entries(budgets).map(([name, budget]) => [name, instead(budget)])) }),
  };
}

/** The blocks about people, money and what must hold, where they name only what the draft has. */
export function accessBlocks(draft: Draft): string[][] {
  return [draft.people === undefined ? [] : peopleLines(draft.people, draft), draft.budgets === undefined ? [] : budgetLines(draft.budgets, draft), expectationLines(draft)];
}

function peopleLines({ permissionSets = {}, groups = {}, assignments = [] }: IdentityCenter, draft: Draft): string[] {
  return [
    "  // Who enters which accounts. It is checked here; landfall does not yet write it to AWS.",
    "  identityCenter: {",
    "    permissionSets: {",
    ...Object.entries(permissionSets).flatMap(([name, set]) => member(6, name, set)),
    "    },",
    "    groups: {",
    ...Object.entries(groups).flatMap(([name, group]) => member(6, name, group)),
    "    },",
    "    assignments: [",
    ...assignments.flatMap((one) => there(one, draft)).flatMap((assignment) => item(6, "", assignment)),
    "    ],",
    "  },",
  ];
}

function budgetLines(budgets: Budgets, draft: Draft): string[] {
  const entries = Object.entries(budgets).flatMap(([name, budget]) => there<Budget>(budget, draft).flatMap((one) => member(4, name, ordered("budget", one))));
  return ["  // A budget tells and stops nothing; the amounts are for you to set. Checked here, and not yet written to AWS.", "  budgets: {", ...entries, "  },"];
}

function expectationLines(draft: Draft): string[] {
  const entries = Object.entries(expectationsOf(draft)).flatMap(([name, expectation]) => member(4, name, ordered("expectation", expectation)));
  return entries.length === 0 ? [] : ["  // What must hold of access, whatever administrators allow themselves: every check and plan proves it.", "  expectations: {", ...entries, "  },"];
}

/** Without the places that the draft has not; nothing where none is left of those that were named. */
function there<T extends Pick<Assignment, "accounts" | "ous">>({ accounts, ous, ...rest }: T, draft: Draft): Omit<T, "accounts" | "ous">[] {
  if (accounts === undefined && ous === undefined) return [rest];
  const keys = new Set(ousOf(draft).flatMap(({ ou }) => Object.keys(ou.accounts ?? {})));
  const some = (list: readonly string[]): readonly string[] | undefined => (list.length === 0 ? undefined : list);
  const places = { accounts: some((accounts ?? []).filter((key) => keys.has(key))), ous: some((ous ?? []).filter((ou) => ou === "root" || ouAt(draft, ou) !== undefined)) };
  return places.accounts === undefined && places.ous === undefined ? [] : [{ ...rest, ...places }];
}

/** Fields in the order of the file's schema. */
const ordered = (shape: "budget" | "expectation", value: object): object => Object.fromEntries(Object.entries(value).sort(([a], [b]) => keysOf(shape).indexOf(a) - keysOf(shape).indexOf(b)));

const LINE_WIDTH = 120;

/** A member with its value: on one line where it fits, else a line per field. */
export const member = (indent: number, name: string, value: object): string[] => item(indent, `${memberName(name)}: `, value);

/** A value with what stands before it: on one line where it fits, else a line per field. */
function item(indent: number, lead: string, value: object): string[] {
  const margin = " ".repeat(indent);
  const line = `${margin}${lead}${sourceText(value)},`;
  if (line.length <= LINE_WIDTH) return [line];
  return [`${margin}${lead}{`, ...fields(value).flatMap(([key, field]) => fieldLines(indent + 2, key, field)), `${margin}},`];
}

function fieldLines(indent: number, key: string, value: unknown): string[] {
  const margin = " ".repeat(indent);
  const line = `${margin}${memberName(key)}: ${sourceText(value)},`;
  if (line.length <= LINE_WIDTH || !Array.isArray(value)) return [line];
  return [`${margin}${memberName(key)}: [`, ...value.map((one) => `${margin}  ${sourceText(one)},`), `${margin}],`];
}

const fields = (value: object): [string, unknown][] => Object.entries(value).filter(([, field]) => field !== undefined);

function sourceText(value: unknown): string {
  if (typeof value === "string") return literal(value);
  if (Array.isArray(value)) return `[${value.map(sourceText).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  return `{ ${fields(value).map(([key, field]) => `${memberName(key)}: ${sourceText(field)}`).join(", ")} }`;
}
