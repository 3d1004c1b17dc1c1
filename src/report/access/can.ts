import type { AccessAnswer, ProbableAnswer, Rung, Verdict } from "../../access/index.ts";
import { type Address, kindOfAddress, nameOfAddress, ROOT } from "../../ids/index.ts";
import type { PolicyUse } from "../../policy/index.ts";
import { clean } from "../clean.ts";
import { type Cell, hang, table, wrap } from "../layout.ts";
import { type Mark, paint, type Style } from "../style.ts";
import { listing } from "../words.ts";
import { sourceLines } from "./source.ts";
import { type AccessSource, placeWords, statementWords, type TellStatement } from "./told.ts";

export interface CanScreen {
  /** The question in the user's words: who, what, on what. */
  readonly question: readonly string[];
  readonly answer: AccessAnswer;
  /** What an unknown answer probably is. */
  readonly probably?: ProbableAnswer | undefined;
  readonly tell: TellStatement;
  readonly source: AccessSource;
}

/** The answer, the ladder that led to it, what was assumed, and where all that is known from. */
export function canHuman({ question, answer, probably, tell, source }: CanScreen, style: Style): string {
  const asked = wrap(question.map((part) => clean(style, part)).join("  "), style.width);
  const assumptions = answer.assumptions.flatMap(({ text, matters }) => (matters ? hang("Assumed: ", clean(style, text), style) : []));
  const guess = probably === undefined ? [] : hang("Probably: ", clean(style, `${probably.outcome}. ${probably.because} The text is not kept here, so this is unconfirmed.`), style);
  const unknown = [...guess, ...unknownLines(answer, style)];
  const parts = [asked.map((line) => paint(style, "bold", line)), verdictLines(answer, style), ladderLines(answer, tell, style), [...unknown, ...assumptions], sourceLines(source, style)];
  return `${parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** Every level that has a say, from the root down. */
export const ladderLines = (answer: AccessAnswer, tell: TellStatement, style: Style): string[] => table(answer.rungs.filter((rung) => !isPlainRcp(rung)).flatMap((rung) => rungRows(rung, tell, style)), style);

const OUTCOMES: Readonly<Record<AccessAnswer["outcome"], readonly [word: string, mark: Mark]>> = { allowed: ["ALLOWED", "added"], denied: ["DENIED", "danger"], unknown: ["UNKNOWN", "warning"] };

function verdictLines(answer: AccessAnswer, style: Style): string[] {
  const [word, mark] = OUTCOMES[answer.outcome];
  return hang(`${paint(style, mark, word)} `, reason(answer), style);
}

const USES: Readonly<Record<PolicyUse, string>> = {
  scp: "a service control policy", rcp: "a resource control policy", identity: "a policy of the principal itself", boundary: "the permissions boundary", session: "a session policy", resource: "the policy of the resource", endpoint: "the policy of the VPC endpoint",
};
const CLOSED: Readonly<Partial<Record<PolicyUse, string>>> = { scp: "because no service control policy allows it there", identity: "because no policy of the principal allows it", boundary: "because it is outside the permissions boundary", session: "because no session policy allows it", resource: "because the policy of the resource does not allow it" };

/** Why, in a few words: what denies, or the first that does not allow. */
export function reason({ outcome, rungs, missingKeys, unknownPolicies }: AccessAnswer): string {
  if (outcome === "allowed") return rungs.length === 0 ? "because IAM never denies it" : "by every policy that has a say";
  if (outcome === "unknown") return missingKeys.length > 0 ? `without ${listing(missingKeys, MOST_KEYS)}` : `without ${unknownPolicies.map((kind) => UNKNOWN[kind]).join(" and ")}`;
  const denies = rungs.find(({ verdict }) => verdict === "denies");
  if (denies !== undefined) return `by ${USES[denies.kind]}`;
  const closed = rungs.find(({ verdict }) => verdict === "closed");
  return (closed === undefined ? undefined : CLOSED[closed.kind]) ?? "whatever the missing keys are";
}

const MOST_KEYS = 5;
const UNKNOWN = { identity: "the principal's policies", boundary: "its permissions boundary", session: "its session policy", resource: "the policy of the resource" } as const;

/** What would settle an unknown answer. */
function unknownLines({ outcome, missingKeys, unknownPolicies }: AccessAnswer, style: Style): string[] {
  if (outcome !== "unknown") return [];
  if (missingKeys.length > 0) return missingKeys.slice(0, 3).flatMap((key) => hang("Give it: ", `--context ${key}=VALUE, or --without ${key}`, style));
  const ofResource = unknownPolicies.includes("resource") ? hang("Give it: ", "--resource-policy FILE", style) : [];
  const ofPrincipal = unknownPolicies.length === 1 && ofResource.length > 0 ? [] : wrap("Ask AWS with --live, or declare the policies in the file.", style.width);
  return [...ofResource, ...ofPrincipal];
}

/** An RCP level with nothing but AWS's own allowance says nothing to anybody. */
const isPlainRcp = ({ kind, verdict, deciders }: Rung): boolean => kind === "rcp" && verdict === "allows" && deciders.every(({ policy }) => policy === "RCPFullAWSAccess");

const VERDICTS: Readonly<Record<Verdict, readonly [word: string, mark: Mark | undefined]>> = {
  allows: ["allows", "added"],
  "may allow": ["may allow", "warning"],
  denies: ["DENIES", "danger"],
  "may deny": ["may deny", "warning"],
  closed: ["does not allow", "danger"],
  silent: ["silent", "dim"],
  unknown: ["not known", "warning"],
  none: ["none", "dim"],
  exempt: ["no say", "dim"],
};

function rungRows(rung: Rung, tell: TellStatement, style: Style): Cell[][] {
  const [word, mark] = VERDICTS[rung.verdict];
  const first = { text: clean(style, rungName(rung)) };
  if (rung.deciders.length === 0) return [[first, { text: "" }, { text: word, ...(mark === undefined ? {} : { mark }) }, { text: clean(style, rung.note ?? (rung.kind === "identity" && rung.verdict === "allows" ? "the root user needs no policy" : "")) }]];
  // Beside a policy that allows there are some that are not known, and one of them may deny.
  const others: Cell[][] = rung.note === undefined ? [] : [[{ text: "" }, { text: clean(style, rung.note) }, { text: "not known", mark: "warning" }, { text: "may deny" }]];
  const known = rung.deciders.map((decider, index) => {
    const { policy, at, sid = decider.sid } = tell(decider);
    const statement = isAwsOwn(decider.policy) ? "" : statementWords(decider, sid);
    const keys = decider.missingKeys.length === 0 ? "" : `needs ${decider.missingKeys.join(", ")}`;
    const text = [statement, placeWords(at), keys].filter((part) => part !== "").join("  ");
    return [index === 0 ? first : { text: "" }, { text: clean(style, policy) }, { text: word, ...(mark === undefined ? {} : { mark }) }, { text: clean(style, text) }];
  });
  return [...known, ...others];
}

const isAwsOwn = (policy: string): boolean => policy === "FullAWSAccess" || policy === "RCPFullAWSAccess";

function rungName({ kind, node }: Rung): string {
  const name = node === undefined ? kind : nodeWords(node);
  return kind === "rcp" && node !== undefined ? `${name}, RCP` : kind === "scp" && node === undefined ? "SCPs" : kind === "rcp" ? "RCPs" : name;
}

/** `root`, `ou Workloads/Prod`, `account shop-prod`. */
export const nodeWords = (node: Address): string => (node === ROOT ? "root" : `${kindOfAddress(node)} ${nameOfAddress(node)}`);
