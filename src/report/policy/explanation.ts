import { EXEMPTION_TEXTS, type Explanation, type Gate, type StatementMatch } from "../../policy/index.ts";
import { clean } from "../clean.ts";
import { hang } from "../layout.ts";
import { type Mark, paint, type Style } from "../style.ts";

/** What led to a decision, from the denials to the gates in AWS's order, one line each. */
export function explanationLines({ denies, gates, exemptions }: Explanation, style: Style, indent: string): string[] {
  const lines: (readonly [word: string, mark: Mark, text: string])[] = [
    ...denies.map((deny) => [deny.matches === "yes" ? "denies" : "may deny", "removed", statementText(deny)] as const),
    ...gates.map((gate) => gateLine(gate)),
    ...exemptions.map((exemption) => ["no say", "dim", EXEMPTION_TEXTS[exemption]] as const),
  ];
  return lines.flatMap(([word, mark, text]) => hang(`${indent}${paint(style, mark, word.padEnd(WIDEST))}  `, clean(style, text), style));
}

const WIDEST = "may deny".length;

function gateLine(gate: Gate): readonly [word: string, mark: Mark, text: string] {
  const [first] = gate.statements;
  const by = first === undefined ? `${placeText(gate)}: ${gate.allows === "yes" ? "needs no statement that allows it" : "no statement allows it"}` : statementText(first);
  // Only what AWS lets nobody grant has a statement that allows and a gate that does not.
  if (gate.allows === "no" && first !== undefined && gate.required) return ["stops", "removed", `${by}, which has no effect: AWS does not let policies grant this here`];
  if (gate.allows === "yes") return ["allows", "added", by];
  if (!gate.required) return ["silent", "dim", `${by}, and need not`];
  return gate.allows === "unknown" ? ["may allow", "bold", by] : ["stops", "removed", by];
}

const placeText = ({ kind, level }: Pick<Gate, "kind" | "level">): string => (level === undefined ? kind : `${kind} at ${level.name === "" ? `level ${level.index + 1}` : level.name}`);

function statementText(match: StatementMatch): string {
  const name = match.sid === undefined ? `statement ${match.statementIndex + 1}` : `statement "${match.sid}"`;
  const keys = match.missingKeys.length === 0 ? "" : `, if ${match.missingKeys.join(", ")} ${match.missingKeys.length === 1 ? "is" : "are"} given`;
  return `${placeText(match)}: ${match.policy}, ${name}${keys}`;
}
