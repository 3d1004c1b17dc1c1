import { ouAddress, ouPath } from "../../ids/index.ts";
import type { Change, Difference } from "../../plan/index.ts";
import { comparePolicies, isEmptyDifference } from "../../policy/index.ts";
import { clean } from "../clean.ts";
import { displayWidth, hang } from "../layout.ts";
import { placeName } from "../label.ts";
import { glyphs, paint, type Style } from "../style.ts";
import { policyDifferenceLines } from "./policy-difference.ts";

/** Fields that are drawn from the two documents, by statement, instead of from their texts. */
const OF_THE_DOCUMENT = /^(?:statement|document|version|id)\b/i;

/** The differences of a change that are plain: fields with a value before and after. */
export function plainDifferences(change: Change): readonly Difference[] {
  const drawnByDocument = documents(change) !== undefined;
  return change.differences.filter(({ field }) => {
    if (change.action === "move" && field === "parent") return false;
    return !(drawnByDocument && OF_THE_DOCUMENT.test(field));
  });
}

/** What a policy's document had and will have, when they differ in meaning. */
export function documents(change: Change): ReturnType<typeof comparePolicies> | undefined {
  const { desired, observed } = change;
  if (desired?.kind !== "policy" || observed?.item.kind !== "policy") return undefined;
  const difference = comparePolicies(observed.item.document, desired.document);
  return isEmptyDifference(difference) ? undefined : difference;
}

/** One difference in one line: `tag owner  shop → payments`, `tag stage  + prod`. */
export function inlineDifference(difference: Difference, style: Style): string {
  const field = clean(style, difference.field);
  const before = value(difference.before, style);
  const after = value(difference.after, style);
  if (before === undefined) return `${field}  + ${after ?? ""}`;
  if (after === undefined) return `${field}  - ${before}`;
  return `${field}  ${before} ${glyphs(style).arrow} ${after}`;
}

const value = (text: string | undefined, style: Style): string | undefined => {
  if (text === undefined) return undefined;
  return text === "" ? "(empty)" : clean(style, placeOf(text));
};

/** A parent is named as a place, not by its address. */
const placeOf = (text: string): string => (text === "root" || /^ou:/.test(text) ? placeName(ouAddress(ouPath(text))) : text);

/** The differences of a change, one below the other. */
export function differenceLines(change: Change, style: Style, indent: string): string[] {
  const plain = plainDifferences(change);
  const width = Math.max(0, ...plain.map(({ field }) => displayWidth(clean(style, field))));
  const lines = plain.flatMap((difference) => plainLines(difference, width, style, indent));
  const difference = documents(change);
  return difference === undefined ? lines : [...lines, ...policyDifferenceLines(difference, style, indent)];
}

function plainLines(difference: Difference, fieldWidth: number, style: Style, indent: string): string[] {
  const field = clean(style, difference.field);
  const line = inlineDifference(difference, style);
  const aligned = `${indent}${field}${" ".repeat(fieldWidth - displayWidth(field))}${line.slice(field.length)}`;
  if (displayWidth(aligned) <= style.width) return [aligned];
  const before = value(difference.before, style);
  const after = value(difference.after, style);
  return [
    ...hang(indent, field, style),
    ...(before === undefined ? [] : hang(`${indent}  ${paint(style, "removed", "-")} `, before, style)),
    ...(after === undefined ? [] : hang(`${indent}  ${paint(style, "added", "+")} `, after, style)),
  ];
}
