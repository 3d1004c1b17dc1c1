import { type Diagnostic, figure } from "../../diagnostics/index.ts";
import { isVisitor } from "../visitors.ts";
import type { Rung } from "../ladder.ts";
import type { Counterexample, ExpectationResult } from "./model.ts";

/** What does not hold, is not proven or is not written so that it could be: for check and plan. */
export function expectationFindings(results: readonly ExpectationResult[]): Diagnostic[] {
  return results.flatMap((result) => [...mistakes(result), ...failures(result)]);
}

const mistakes = ({ mistakes: found }: ExpectationResult): Diagnostic[] => found.map((mistake) => ({ severity: "error", ...mistake }));

function failures({ name, expectation, outcome, counterexamples, heldFixed }: ExpectationResult): Diagnostic[] {
  if (outcome !== "fails" && outcome !== "unknown") return [];
  const [first] = counterexamples;
  const path = ["expectations", name];
  const because = expectation.because === undefined ? "" : `${expectation.because} `;
  if (first === undefined) return [{ code: "LF3306", severity: "error", path, summary: `"${name}" is not proven in every combination of condition keys.`, detail: `${because}Held as an ordinary request has them: ${heldFixed.join(", ")}.`, fix: "Say the values under `when`." }];
  const more = counterexamples.length - 1;
  return [{
    code: outcome === "fails" ? "LF3301" : "LF3306",
    severity: "error",
    path,
    address: isVisitor(first.account) ? first.account.key : first.account.address,
    summary: `"${name}" ${outcome === "fails" ? "does not hold" : "is not proven"}: ${requestWords(first)}.`,
    detail: `${because}${whyWords(first)}${more === 0 ? "" : ` ${more} more like this.`}`,
    fix: `See every level that has a say:\n\n  ${questionOf(first)}`,
  }];
}

/** `administrator in shop-prod can s3:PutBucketPolicy on arn:…`, or cannot, or may. */
export function requestWords({ expected, isUnknown, principal, account, into, action, resource, context, without }: Counterexample): string {
  const verb = isUnknown ? "may" : expected === "denied" ? "can" : "cannot";
  const keys = Object.entries(context).map(([key, value]) => `${key} ${[value].flat().join(" and ")}`);
  const said = [...(keys.length === 0 ? [] : [`with ${keys.join(", ")}`]), ...(without.length === 0 ? [] : [`without ${listed(without)}`])];
  return [principal, `in ${account.key}`, verb, action, ...(resource === undefined ? [] : [`on ${resource}`]), ...(into === undefined ? [] : [`in ${into.key}`]), ...said].join(" ");
}

const MOST_KEYS = 3;
const listed = (keys: readonly string[]): string => (keys.length <= MOST_KEYS + 1 ? keys.join(", ") : `${keys.slice(0, MOST_KEYS).join(", ")} and ${figure(keys.length - MOST_KEYS)} more keys`);

function whyWords({ answer: { rungs }, isUnknown, expected }: Counterexample): string {
  if (isUnknown) return "It hangs on policies that the file does not know.";
  if (expected === "denied") return "No policy on the way denies it.";
  const decides = rungs.find(({ verdict }) => verdict === "denies") ?? rungs.find(({ verdict }) => verdict === "closed");
  return decides === undefined ? "" : rungWords(decides);
}

function rungWords({ kind, node, verdict, deciders: [decider] }: Rung): string {
  const where = node === undefined ? "" : ` at ${node}`;
  return verdict === "denies" && decider !== undefined ? `Denied by ${decider.policy}${where}${decider.sid === undefined ? "" : `, statement ${decider.sid}`}.` : `No ${kind} policy${where} allows it.`;
}

/** The command that asks the same. A principal that is named by its ARN says itself where it is. */
export function questionOf({ asker, account, into, action, resource, context, without }: Counterexample): string {
  const isArn = asker.word.startsWith("arn:");
  const owner = into ?? (isArn && asker.account !== undefined && asker.account !== account ? account : undefined);
  return [
    "landfall can",
    quoted(asker.word),
    ...(isArn && asker.account !== undefined ? [] : ["in", quoted(account.key)]),
    action,
    ...(resource === undefined ? [] : [quoted(resource)]),
    ...(owner === undefined ? [] : [`--resource-account ${quoted(owner.key)}`]),
    ...Object.entries(context).flatMap(([key, value]) => [value].flat().map((one) => `--context ${quoted(`${key}=${one}`)}`)),
    ...without.map((key) => `--without ${quoted(key)}`),
  ].join(" ");
}

/** As a POSIX shell reads it back. */
const quoted = (text: string): string => (/^[\w./:@=+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`);
