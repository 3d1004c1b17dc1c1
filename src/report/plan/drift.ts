import type { Drift, Plan } from "../../plan/index.ts";
import { clean } from "../clean.ts";
import { labelOf } from "../label.ts";
import { hang } from "../layout.ts";
import { list } from "../list.ts";
import { glyphs, paint, type Style } from "../style.ts";
import { count } from "../words.ts";
import { inlineDifference } from "./differences.ts";

const MOST = 10;

/** What somebody else changed since the last run, and what the plan does about it. Nothing of it is the file's doing. */
export function driftBlock({ drift }: Pick<Plan, "drift">, style: Style, full: boolean): string[] {
  if (drift === undefined || drift.things.length === 0) return [];
  const shown = full ? drift.things : drift.things.slice(0, MOST);
  const left = drift.things.length - shown.length;
  const rows = shown.map((thing) => {
    const { kind, name } = labelOf(thing.address, glyphs(style).arrow);
    return { prefix: `  ${paint(style, "warning", "!")} `, head: [{ text: kind }, { text: clean(style, name) }], text: clean(style, sentenceOf(thing, style)) };
  });
  const told = drift.by === "fingerprint" ? ", by its fingerprint in AWS" : "";
  const since = drift.run === undefined ? `since ${day(drift.at)}` : `since run ${drift.run}, ${day(drift.at)}`;
  return [
    ...hang(`${paint(style, "bold", "Drift")} `, clean(style, `(changed outside landfall ${since}${told})`), style),
    ...list(rows, style).flat(),
    ...(left === 0 ? [] : hang("  ", `and ${count(left, "more", "more")}; --full shows all`, style)),
  ];
}

const day = (at: string): string => at.slice(0, 10);

/** More differences than these are only counted: the change that takes them back shows each. */
const MOST_DIFFERENCES = 2;

function sentenceOf(thing: Drift, style: Style): string {
  const outcome = thing.what === "added" && thing.outcome === "put-back" ? "apply takes it away" : OUTCOMES[thing.outcome];
  if (thing.what !== "changed") return `${thing.what}; ${outcome}`;
  if (thing.differences.length === 0) return `changed, from what is not known here; ${outcome}`;
  const said = thing.differences.length > MOST_DIFFERENCES ? count(thing.differences.length, "difference") : thing.differences.map((difference) => inlineDifference(difference, style)).join(", ");
  return `changed: ${said}; ${outcome}`;
}

const OUTCOMES: Readonly<Record<Drift["outcome"], string>> = {
  "put-back": "apply puts it back",
  "changed-further": "the file says something else by now",
  left: "left alone",
};
