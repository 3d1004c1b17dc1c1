import { nameOfStatement, namesInPack, parameterAt } from "../../guardrails/index.ts";
import type { Item } from "../../inventory/index.ts";
import type { Change } from "../../plan/index.ts";
import { comparePolicies, isPolicyDocument, type PartDifference, type PolicyDocument, type StatementDifference } from "../../policy/index.ts";
import { clean } from "../clean.ts";
import { hang } from "../layout.ts";
import type { Style } from "../style.ts";
import { listing } from "../words.ts";
import { spellingOf } from "./spelling.ts";

/** What a change does to one guardrail of a policy that holds several. */
export interface GuardrailDifference {
  readonly name: string;
  readonly action: "added" | "changed" | "removed";
  /** The policy that it goes to, where it only leaves this one. */
  readonly to?: string;
  /** What is set otherwise, for example `regions  + eu-west-1`. */
  readonly details: readonly string[];
}

/** How many values are named before they are only counted. */
const NAMED = 6;

/** What a change does guardrail by guardrail; undefined where its policy holds none. */
export function guardrailDifferences({ address, observed, desired }: Change, changes: readonly Change[] = []): readonly GuardrailDifference[] | undefined {
  const [before, after] = [observed?.item, desired];
  const [old, now] = [namesIn(before), namesIn(after)];
  const names = [...new Set([...old, ...now])];
  if (names.length === 0) return undefined;
  const [one, other] = [documentOf(before), documentOf(after)];
  const { statements } = comparePolicies(one, other);
  const spell = spellingOf(one, other);
  return names.flatMap((name): GuardrailDifference[] => {
    if (!old.includes(name)) return [{ name, action: "added", details: [] }];
    if (!now.includes(name)) {
      const taker = changes.find((change) => change.address !== address && namesIn(change.desired).includes(name) && !namesIn(change.observed?.item).includes(name))?.desired;
      return [{ name, action: "removed", details: [], ...(taker?.kind === "policy" ? { to: taker.name } : {}) }];
    }
    const own = statements.filter((difference) => nameOfStatement(statementOf(difference), names) === name);
    return own.length === 0 ? [] : [{ name, action: "changed", details: [...new Set(own.flatMap((difference) => detailsOf(difference, name, spell)))] }];
  });
}

const namesIn = (item: Item | undefined): readonly string[] => (item?.kind === "policy" ? namesInPack(item) : []);
const documentOf = (item: Item | undefined): PolicyDocument => (item?.kind === "policy" && isPolicyDocument(item.document) ? item.document : { Version: "2012-10-17", Statement: [] });
const statementOf = (difference: StatementDifference) => (difference.action === "removed" ? difference.before : difference.after);

function detailsOf(difference: StatementDifference, name: string, spell: (text: string) => string): string[] {
  const sid = statementOf(difference).Sid ?? "";
  if (difference.action !== "changed") return [`statement "${sid}" ${difference.action}`];
  return difference.parts.map((part) => {
    const values = [...part.valuesRemoved.map((value) => `- ${spell(value)}`), ...part.valuesAdded.map((value) => `+ ${spell(value)}`)];
    return `${parameterAt(name, sid, part) ?? placeOf(part, spell)}  ${listing(values, NAMED)}`;
  });
}

const placeOf = ({ element, operator, key }: PartDifference, spell: (text: string) => string): string => (operator === undefined ? element : `${operator} ${spell(key ?? "")}`);

/** `region-allow-list changed, deny-root-user added` */
export function guardrailSummary(differences: readonly GuardrailDifference[]): string {
  const words = differences.map(({ name, action, to }) => ({ name, what: to === undefined ? action : `goes to ${to}` }));
  return [...new Set(["changed", "added", "removed", ...words.map(({ what }) => what)])]
    .flatMap((what) => {
      const names = words.filter((one) => one.what === what).map(({ name }) => name);
      return names.length === 0 ? [] : [`${listing(names, NAMED)} ${what}`];
    })
    .join(", ");
}

/** `guardrail region-allow-list: regions  + eu-west-1` */
export const guardrailLines = (differences: readonly GuardrailDifference[], style: Style, indent: string): string[] =>
  differences.flatMap(({ name, details }) => details.flatMap((detail) => hang(indent, clean(style, `guardrail ${name}: ${detail}`), style)));
