import type { AccessChange, AccessDifference, Cause } from "../../access/index.ts";
import { type Address, nameOfAddress, ROOT } from "../../ids/index.ts";
import { clean } from "../clean.ts";
import { placeName } from "../label.ts";
import { hang } from "../layout.ts";
import { type Mark, paint, type Style } from "../style.ts";
import { count, listing } from "../words.ts";

/** Lines of each direction, and names on a line, before the rest is counted. */
const MOST_LINES = 6;
const MOST_NAMES = 6;

/** Who gains and who loses access, the widest change first, with an example of each. */
export function accessBlock(access: AccessDifference | undefined, style: Style, full: boolean): string[] {
  if (access === undefined) return [];
  const { lost, gained, heldFixed } = access;
  const fixed = heldFixed.length === 0 ? [] : hang("  ", clean(style, `Too many combinations: ${heldFixed.join(", ")} held as an ordinary request has them.`), style, "dim");
  if (lost.length + gained.length === 0) return [...hang(`${paint(style, "bold", "Access")} `, "nobody gains or loses any", style), ...fixed];
  const directions = [{ word: "gains", mark: "added", sign: "+", changes: gained }, { word: "loses", mark: "removed", sign: "-", changes: lost }] as const;
  return [paint(style, "bold", "Access"), ...directions.flatMap((direction) => directionLines(direction, style, full)), ...fixed];
}

interface Direction {
  readonly word: "gains" | "loses";
  readonly mark: Mark;
  readonly sign: string;
  readonly changes: readonly AccessChange[];
}

function directionLines({ changes, ...direction }: Direction, style: Style, full: boolean): string[] {
  const widest = changes.toSorted((a, b) => b.accounts.length - a.accounts.length || width(b) - width(a));
  const shown = full ? widest : widest.slice(0, MOST_LINES);
  const left = widest.length - shown.length;
  return [...shown.flatMap((change) => changeLines(change, direction, style)), ...(left === 0 ? [] : hang("  ", `and ${count(left, "more", "more")}; --full shows all`, style))];
}

const width = ({ actions, except }: AccessChange): number => (except === undefined ? actions.length : Number.MAX_SAFE_INTEGER);

function changeLines(change: AccessChange, { word, mark, sign }: Omit<Direction, "changes">, style: Style): string[] {
  const { principals, places, accounts, because } = change;
  const who = `${listing(principals, MOST_NAMES)} ${principals.length === 1 ? word : word.slice(0, -1)} in ${listing(places.map(placeWord), MOST_NAMES)}${accounts.length > places.length ? ` (${count(accounts.length, "account")})` : ""}`;
  const inner = (text: string, dim = false): string[] => hang("      ", clean(style, text), style, dim ? "dim" : undefined);
  return [
    ...hang(`  ${paint(style, mark, sign)} `, clean(style, who), style),
    ...inner(`${actionWords(change)}${circumstances(change)}`),
    ...inner(causeWords(because, word), true),
    ...inner(`for example ${exampleWords(change)}`, true),
  ];
}

const placeWord = (place: Address): string => (place === ROOT ? "every member account" : place.startsWith("ou:") ? `OU ${nameOfAddress(place)}` : nameOfAddress(place));

function actionWords({ actions, except }: AccessChange): string {
  if (except !== undefined) return `every action but ${listing(except, MOST_NAMES)}`;
  return actions.length === 1 && actions[0] === "*" ? "every action" : listing(actions, MOST_NAMES);
}

function circumstances({ resources, when }: AccessChange): string {
  const on = resources.length === 0 ? "" : ` on ${listing(resources.map((resource) => (resource === "any other" ? "any other resource" : resource)), MOST_NAMES)}`;
  return `${on}${when.map(({ key, values }, index) => `${index === 0 ? " when" : " and"} ${key} is ${values.join(" or ")}`).join("")}`;
}

function causeWords({ kind, policy, sid, guardrail, node }: Cause, word: Direction["word"]): string {
  const denied = word === "loses" ? "denied by" : "until now denied by";
  const at = node === undefined ? "" : ` at ${placeName(node)}`;
  if (guardrail !== undefined) return `${denied} guardrail ${guardrail}${at}`;
  if (policy !== undefined) return `${denied} ${sid === undefined ? "" : `"${sid}" of `}${kind} ${policy}${at}`;
  return `${word === "loses" ? "no" : "until now no"} ${kind === "identity" ? "policy of its own" : kind} allows it${at}`;
}

function exampleWords({ example: { principal, account, action, resource, context } }: AccessChange): string {
  const given = Object.entries(context).map(([key, value]) => `${key} = ${[value ?? ""].flat().join(", ")}`);
  return `${principal} in ${nameOfAddress(account)}: ${action}${resource === undefined ? "" : ` on ${resource}`}${given.length === 0 ? "" : ` with ${given.join(", ")}`}`;
}
