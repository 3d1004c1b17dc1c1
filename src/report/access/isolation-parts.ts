import { type AccessModel, type HumanPath, type HumanPaths, OTHER_SHARING, type Separation, type Trend, type Unused, type UnusedWay, type WayInto } from "../../access/index.ts";
import { figure } from "../../diagnostics/index.ts";
import { clean } from "../clean.ts";
import { groupBy } from "../group.ts";
import { hang, wrap } from "../layout.ts";
import { type Mark, paint, type Style } from "../style.ts";
import { count, listing } from "../words.ts";
import { grantTitle } from "./isolation-grants.ts";
import { placesWords } from "./places.ts";

/** How accounts are kept apart, as numbers that add up. */
export function separationLines({ accounts, pairs, crossed, uncertain, closed, ungranted, byRolesOnly, rolesNotKnown, resourcesNotKnown }: Separation, model: AccessModel, style: Style): string[] {
  const width = figure(pairs).length;
  const line = (number: number, text: string, mark?: Mark): string[] => (number === 0 ? [] : hang(`  ${figure(number).padStart(width)}  `, text, style, mark));
  const names = (of: Separation["rolesNotKnown"]): string => placesWords(model, of, [...model.accounts.values()].filter(({ state }) => state !== "closed"));
  return [
    ...wrap(`From each of ${count(accounts, "account")} into each other one: ${count(pairs, "pair")}.`, style.width).map((text) => paint(style, "bold", text)),
    ...line(crossed, "crossed by a way that is listed below"),
    ...line(uncertain, "not known: a way hangs on what is not known, or who may become a role there is not known", "warning"),
    ...line(closed, "proven apart: control policies deny it to all but the roles that guardrails let through", "added"),
    ...line(ungranted, "proven apart: every policy of roles and resources there is known, and none lets anybody in", "added"),
    ...line(byRolesOnly, "apart as far as roles go; policies of resources there are not all known", "warning"),
    ...(rolesNotKnown.length === 0 ? [] : hang("  Roles not all known: ", `${names(rolesNotKnown)}.`, style)),
    ...(resourcesNotKnown.length === 0 ? [] : hang("  Policies of resources not all known: ", `${names(resourcesNotKnown)}.`, style)),
  ];
}

/** Whether people come in by Identity Center alone. */
export function peopleLines({ paths, unknown }: HumanPaths, model: AccessModel, style: Style): string[] {
  const sure = paths.filter(({ certain }) => certain);
  const title = paint(style, "bold", "People");
  const told = paths.flatMap((path) => pathLines(path, model, style));
  const gaps = groupBy(unknown, ({ accounts }) => placesWords(model, accounts, openOf(model))).flatMap((of) => hang("  Not known: ", `${listing(of.map(({ what }) => what), 9)} of ${placesWords(model, of[0]?.accounts ?? [], openOf(model))}.`, style, "warning"));
  const sum = sure.length > 0 ? `Identity Center is not people's only way in: there ${sure.length === 1 ? "is 1 other" : `are ${count(sure.length, "other")}`}.` : unknown.length + paths.length > 0 ? "Whether Identity Center is people's only way in is not known." : "Identity Center is people's only way in, besides the root user of the management account.";
  return [title, ...hang("  ", sum, style, sure.length > 0 ? "danger" : unknown.length + paths.length > 0 ? "warning" : "added"), ...told, ...gaps];
}

function pathLines({ who, as, accounts, purpose, certain }: HumanPath, model: AccessModel, style: Style): string[] {
  const line = (label: string, text: string, mark?: Mark): string[] => hang(`    ${label.padEnd(5)}  `, clean(style, text), style, mark);
  return [
    ...hang("  ", clean(style, who), style),
    ...line("by", certain ? as : `${as}; whether it lets anybody in is not known`, certain ? undefined : "warning"),
    ...line("to", `${count(accounts.length, "account")}: ${placesWords(model, accounts, openOf(model))}`),
    ...(purpose === undefined ? line("for", "nobody has said", "warning") : line("for", purpose)),
  ];
}

const openOf = (model: AccessModel) => [...model.accounts.values()].filter(({ state }) => state !== "closed");

/** Roles that are proposed to be taken away. */
export function unusedLines({ ways, told, notTold }: Unused, days: number, model: AccessModel, style: Style): string[] {
  if (told === 0) return [];
  const lines = groupBy(ways, useWords).flatMap((of) => hang("  ", clean(style, `${of.slice(0, 1).map(useWords).join("")}, in ${placesWords(model, of.map(({ account }) => account), openOf(model))}`), style, "warning"));
  const sum = ways.length === 0 ? `No role that lets other accounts in has gone unused for ${count(days, "day")}.` : `Unused for ${count(days, "day")} or more; these could be taken away:`;
  return [paint(style, "bold", "Unused ways"), ...hang("  ", sum, style), ...lines, ...(notTold === 0 ? [] : hang("  ", `When it was last used is not known of ${count(notTold, "other way")}.`, style))];
}

const useWords = ({ by, lastUsedAt, createdAt }: UnusedWay): string => `${by}: ${lastUsedAt === undefined ? `never used since it was made on ${createdAt.slice(0, 10)}` : `last used on ${lastUsedAt.slice(0, 10)}`}`;

/** How many ways there were and are. */
export function trendLines({ before, after, added, gone, notCompared, accountsNotCompared }: Trend, since: string, style: Style): string[] {
  const way = ({ by, from, to }: WayInto): string => clean(style, `${by} in ${to}, from ${from}`);
  const some = (prefix: string, ways: readonly WayInto[], mark: Mark): string[] => [...ways.slice(0, 12).flatMap((one) => hang(`  ${prefix} `, way(one), style, mark)), ...(ways.length > 12 ? hang(`  ${prefix} `, `${figure(ways.length - 12)} more; --format json has all.`, style) : [])];
  return [
    paint(style, "bold", `Since ${since}`),
    ...hang("  ", `${count(before, "way")} into single accounts then, ${figure(after)} now: ${figure(added.length)} came, ${figure(gone.length)} went.`, style),
    ...some("+", added, "warning"),
    ...some("-", gone, "added"),
    ...(notCompared.length === 0 ? [] : hang("  Not compared: ", `${listing(notCompared.map(grantTitle), 9)}.`, style)),
    ...(accountsNotCompared.length === 0 ? [] : hang("  Not compared: ", `roles of ${count(accountsNotCompared.length, "account")}, which only one of the two knows.`, style)),
  ];
}

/** What no line above can tell of. */
export const limitLines = (resourcesTold: number, style: Style): string[] =>
  wrap(`${resourcesTold === 0 ? "Policies of resources were not looked at: nobody has told any (--resource-policies)." : `${count(resourcesTold, "policy of a resource was", "policies of resources were")} told and looked at.`} Not looked at: ${OTHER_SHARING}; calls that services make for others.`, style.width);
