import type { ActionDifference, AttachedPolicy, PlaceComparison } from "../../access/index.ts";
import { clean } from "../clean.ts";
import { enveloped } from "../json.ts";
import { hang, wrap } from "../layout.ts";
import { type Mark, paint, type Style } from "../style.ts";
import { count, listing } from "../words.ts";
import { sourceJson } from "./can-json.ts";
import { nodeWords } from "./can.ts";
import type { GuardrailsIn } from "./reach.ts";
import { sourceLines } from "./source.ts";
import type { AccessSource } from "./told.ts";

export interface CompareScreen {
  readonly comparison: PlaceComparison;
  readonly guardrailsIn: GuardrailsIn;
  readonly source: AccessSource;
}

/** Services that are told before the rest is counted, and actions of each. */
const MOST_SERVICES = 12;
const MOST_ACTIONS = 4;

/** What applies in one place and not in the other, and what an administrator may do in one only. */
export function compareHuman({ comparison, guardrailsIn, source }: CompareScreen, style: Style): string {
  const { left, right, onlyLeft, onlyRight, access, actionsAsked } = comparison;
  const [a, b] = [nodeWords(left.address), nodeWords(right.address)];
  const policies = [...policyLines(`only in ${a}`, onlyLeft, guardrailsIn, style), ...policyLines(`only in ${b}`, onlyRight, guardrailsIn, style)];
  const title = wrap(clean(style, `${a} and ${b}`), style.width).map((line) => paint(style, "bold", line));
  const differences = GROUPS.flatMap(([name, mark, is]) => accessLines(name({ a, b }), mark, access.filter(is), style));
  const none = access.length === 0 ? wrap(`An administrator may do the same in both, of ${count(actionsAsked, "action")} of AWS in the home Region.`, style.width) : [];
  return `${[title, policies.length === 0 ? ["The same policies apply in both."] : policies, differences, none, sourceLines(source, style)].filter((part) => part.length > 0).map((part) => part.join("\n")).join("\n\n")}\n`;
}

interface Names {
  readonly a: string;
  readonly b: string;
}

const GROUPS: readonly (readonly [name: (names: Names) => string, mark: Mark, is: (difference: ActionDifference) => boolean])[] = [
  [({ a, b }) => `An administrator may in ${a}, not in ${b}`, "added", ({ left, right }) => left === "allowed" && right === "denied"],
  [({ a, b }) => `An administrator may in ${b}, not in ${a}`, "added", ({ left, right }) => left === "denied" && right === "allowed"],
  [({ a, b }) => `Hangs on keys of the request in ${b}, allowed in ${a}`, "warning", ({ left, right }) => left === "allowed" && right === "unknown"],
  [({ a, b }) => `Hangs on keys of the request in ${a}, allowed in ${b}`, "warning", ({ left, right }) => left === "unknown" && right === "allowed"],
  [({ a, b }) => `Hangs on keys of the request in ${a}, denied in ${b}`, "warning", ({ left, right }) => left === "unknown" && right === "denied"],
  [({ a, b }) => `Hangs on keys of the request in ${b}, denied in ${a}`, "warning", ({ left, right }) => left === "denied" && right === "unknown"],
];

function policyLines(title: string, policies: readonly AttachedPolicy[], guardrailsIn: GuardrailsIn, style: Style): string[] {
  if (policies.length === 0) return [];
  const words = policies.flatMap((policy) => (guardrailsIn(policy).length === 0 ? [`${policy.name} (${policy.kind})`] : guardrailsIn(policy).map((name) => `guardrail ${name}`)));
  return hang(`  ${title}: `, clean(style, words.join(", ")), style);
}

function accessLines(title: string, mark: Mark, differences: readonly ActionDifference[], style: Style): string[] {
  if (differences.length === 0) return [];
  const services = new Map<string, string[]>();
  for (const { action } of differences) {
    const [prefix = "", name = ""] = action.split(":");
    services.set(prefix, [...(services.get(prefix) ?? []), name]);
  }
  const rows = [...services].slice(0, MOST_SERVICES).flatMap(([prefix, names]) => hang(`  ${prefix}: `, listing(names, MOST_ACTIONS), style));
  const more = services.size > MOST_SERVICES ? [`  ${count(services.size - MOST_SERVICES, "more service")}; --format json names all.`] : [];
  return [...hang("", `${title}: ${count(differences.length, "action")}`, style, mark), ...rows, ...more, ""].slice(0, -1);
}

/** As `landfall.comparison/1`, with every action. */
export function compareJson({ comparison, guardrailsIn, source }: CompareScreen, tool: string): string {
  const { left, right, onlyLeft, onlyRight, both, access, actionsAsked } = comparison;
  const policyJson = ({ address, ...policy }: AttachedPolicy): object => ({ address, guardrails: guardrailsIn({ address, ...policy }) });
  return enveloped({ format: "landfall.comparison/1", tool }, { left: left.address, right: right.address, onlyLeft: onlyLeft.map(policyJson), onlyRight: onlyRight.map(policyJson), both: both.map(policyJson), access, actionsAsked, source: sourceJson(source) });
}
