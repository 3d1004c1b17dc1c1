import type { Explanation } from "../../policy/index.ts";
import { clean } from "../clean.ts";
import { hang, wrap } from "../layout.ts";
import { explanationLines } from "../policy/explanation.ts";
import { type Mark, paint, type Style } from "../style.ts";
import { assumptionTexts, behindText, type TriedScreen } from "./tried.ts";

const OUTCOMES: Readonly<Record<Explanation["decision"]["outcome"], readonly [word: string, mark: Mark]>> = {
  allowed: ["ALLOWED", "added"],
  explicitDeny: ["DENIED", "danger"],
  implicitDeny: ["DENIED", "danger"],
  unknown: ["UNKNOWN", "warning"],
};

/** The answer, what led to it, what AWS would say, what was assumed, and that nothing stands behind it. */
export function tryHuman(screen: TriedScreen, style: Style): string {
  const { account, principal, action, resource, explanation, message } = screen;
  const [word, mark] = OUTCOMES[explanation.decision.outcome];
  const path = account.path.length === 0 ? "in no organization" : account.path.join(" / ");
  const blocks = [
    wrap(clean(style, `${principal}  ${action}  ${resource}`), style.width).map((line) => paint(style, "bold", line)),
    hang(`${paint(style, mark, word)}  `, clean(style, `in ${account.name} (${account.id}), ${path}`), style),
    explanationLines(named(explanation, screen.policyNames), style, ""),
    message === undefined || explanation.decision.outcome === "unknown" ? [] : hang("AWS would say: ", clean(style, message), style),
    unknownLines(explanation, style),
    assumptionTexts(screen).flatMap((text) => hang("Assumed: ", clean(style, text), style)),
    wrap(clean(style, behindText(screen)), style.width),
  ];
  return `${blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** People know policies by their names. RCP levels always allow: what they say is only whether they deny. */
function named(explanation: Explanation, names: Readonly<Record<string, string>>): Explanation {
  const rename = <T extends { readonly policy: string }>(match: T): T => ({ ...match, policy: names[match.policy] ?? match.policy });
  const gates = explanation.gates.filter(({ kind }) => kind !== "rcp").map((gate) => ({ ...gate, statements: gate.statements.map(rename) }));
  return { ...explanation, denies: explanation.denies.map(rename), gates };
}

const MOST_KEYS = 3;
/** AWS's own policies whose text is not reproduced are asked for by keys of this form. */
const UNKNOWN_DOCUMENT = /^landfall:/;

function unknownLines({ decision: { missingKeys } }: Explanation, style: Style): string[] {
  return missingKeys.slice(0, MOST_KEYS).flatMap((key) =>
    UNKNOWN_DOCUMENT.test(key)
      ? hang("Not known: ", clean(style, key.replace(UNKNOWN_DOCUMENT, "")), style)
      : hang("Give it: ", clean(style, `--context ${key}=VALUE, or --without ${key}`), style),
  );
}
