import type { AccessModel, AccountReach, AttachedPolicy, PolicyReach } from "../../access/index.ts";
import { clean } from "../clean.ts";
import { enveloped } from "../json.ts";
import { hang, table, wrap } from "../layout.ts";
import { paint, type Style } from "../style.ts";
import { count } from "../words.ts";
import { nodeWords } from "./can.ts";
import { sourceJson } from "./can-json.ts";
import { placesWords } from "./places.ts";
import { sourceLines } from "./source.ts";
import type { AccessSource } from "./told.ts";

/** The guardrails in a policy, by the names that the file gives them; none where it is no pack. */
export type GuardrailsIn = (policy: AttachedPolicy) => readonly string[];

export interface PolicyReachScreen {
  /** The policy or guardrail as it was asked for. */
  readonly asked: string;
  readonly reach: PolicyReach;
  readonly model: AccessModel;
  readonly guardrailsIn: GuardrailsIn;
  readonly source: AccessSource;
}

export function policyReachHuman({ asked, reach, model, guardrailsIn, source }: PolicyReachScreen, style: Style): string {
  const line = (label: string, text: string): string[] => hang(`  ${label.padEnd(11)}  `, clean(style, text), style);
  const policies = reach.policies.map((policy) => `${policy.name} (${policy.kind})${packWords(policy, guardrailsIn, asked)}`).join(", ");
  const facts = [
    ...line("policy", policies),
    ...line("attached to", reach.attachedTo.map(nodeWords).join(", ")),
    ...line("reaches", reach.accounts.length === 0 ? "no account" : `${count(reach.accounts.length, "account")}: ${placesWords(model, reach.accounts)}`),
    ...(reach.unbound.length === 0 ? [] : line("not bound", `${reach.unbound.map(({ key }) => key).join(", ")}; service and resource control policies do not reach the management account`)),
  ];
  return `${[[paint(style, "bold", clean(style, asked))], facts, sourceLines(source, style)].map((part) => part.join("\n")).join("\n\n")}\n`;
}

function packWords(policy: AttachedPolicy, guardrailsIn: GuardrailsIn, asked: string): string {
  const others = guardrailsIn(policy).filter((name) => name !== asked);
  return others.length === 0 ? "" : `, shared with ${others.join(", ")}`;
}

export interface AccountReachScreen {
  readonly reach: AccountReach;
  readonly guardrailsIn: GuardrailsIn;
  readonly source: AccessSource;
}

export function accountReachHuman({ reach, guardrailsIn, source }: AccountReachScreen, style: Style): string {
  const lines = [accountTitle(reach, style), levelLines(reach, guardrailsIn, style), unboundLines(reach, style), sourceLines(source, style)];
  return `${lines.filter((part) => part.length > 0).map((part) => part.join("\n")).join("\n\n")}\n`;
}

export const accountTitle = ({ account }: AccountReach, style: Style): string[] =>
  wrap(clean(style, `${account.key}  ${account.id}${account.isStandIn ? " (a stand-in: AWS has given no id yet)" : ""}${account.state === "active" ? "" : `  ${account.state}`}`), style.width).map((line) => paint(style, "bold", line));

export const unboundLines = ({ unbound }: AccountReach, style: Style): string[] => (unbound ? wrap("Service and resource control policies do not bind the management account.", style.width) : []);

/** A row for each level: where, and what is attached there, AWS's own full access last. */
export function levelLines({ levels }: AccountReach, guardrailsIn: GuardrailsIn, style: Style): string[] {
  return table(
    levels.map(({ node, policies }) => {
      const text = policies.filter((policy) => !FULL_ACCESS.has(policy.name)).map((policy) => policyWords(policy, guardrailsIn)).join(", ");
      const isClosed = policies.some(({ kind }) => kind === "scp") && !policies.some(({ name }) => name === "FullAWSAccess");
      return [{ text: clean(style, nodeWords(node)) }, { text: clean(style, `${text === "" ? "nothing of its own" : text}${isClosed ? "; without FullAWSAccess" : ""}`), ...(text === "" ? { mark: "dim" as const } : {}) }];
    }),
    style,
  );
}

const FULL_ACCESS = new Set(["FullAWSAccess", "RCPFullAWSAccess"]);

function policyWords(policy: AttachedPolicy, guardrailsIn: GuardrailsIn): string {
  const names = guardrailsIn(policy);
  return names.length === 0 ? `${policy.name} (${policy.kind})` : `${names.length === 1 ? "guardrail" : "guardrails"} ${names.join(", ")} (${policy.kind})`;
}

/** Either kind as `landfall.reach/1`. */
export function reachJson({ source, reach, guardrailsIn }: (Omit<PolicyReachScreen, "model" | "asked"> | AccountReachScreen), tool: string): string {
  const policyJson = (policy: AttachedPolicy): object => ({ address: policy.address, kind: policy.kind, name: policy.name, guardrails: guardrailsIn(policy) });
  const facts = "account" in reach
    ? { account: reach.account.key, id: reach.account.id, isStandIn: reach.account.isStandIn, state: reach.account.state, bound: !reach.unbound, levels: reach.levels.map(({ node, policies }) => ({ node, policies: policies.map(policyJson) })) }
    : { policies: reach.policies.map(policyJson), attachedTo: reach.attachedTo, accounts: reach.accounts.map(({ key }) => key), notBound: reach.unbound.map(({ key }) => key) };
  return enveloped({ format: "landfall.reach/1", tool }, { ...facts, source: sourceJson(source) });
}
