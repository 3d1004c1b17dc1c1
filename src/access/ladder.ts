import type { Address } from "../ids/index.ts";
import { EXEMPTION_TEXTS, type Explanation, type Gate, type PolicyUse, type StatementMatch } from "../policy/index.ts";
import type { AccessAccount, KnownPolicies, Permissions } from "./model.ts";

/**
 * What a step of the ladder says to the request. `closed`: it must allow and does not. `silent`: it neither allows nor
 * denies, and need not. `unknown`: its policies are not known. `none`: there are none of the kind. `exempt`: this kind has no say.
 */
export type Verdict = "allows" | "may allow" | "denies" | "may deny" | "closed" | "silent" | "unknown" | "none" | "exempt";

/** A statement that decided, for people to find. */
export interface Decider {
  readonly policy: string;
  readonly kind: PolicyUse;
  readonly sid?: string;
  /** Counts from 0. */
  readonly statementIndex: number;
  /** Keys that the match hangs on. */
  readonly missingKeys: readonly string[];
}

/** One step from the root of the organization down to the principal's own policies. */
export interface Rung {
  readonly kind: PolicyUse;
  /** Of SCPs and RCPs: the root, the OU or the account. */
  readonly node?: Address;
  readonly verdict: Verdict;
  readonly deciders: readonly Decider[];
  /** In words: names of policies that are not known, why a kind has no say. */
  readonly note?: string;
}

export interface LadderParts {
  readonly principalAccount?: AccessAccount;
  readonly resourceAccount?: AccessAccount;
  readonly permissions: Permissions;
  /** Whether the resource's policy is not known and would have to grant. */
  readonly resourceUnknown: boolean;
  readonly resourcePolicy?: string;
}

/** The steps in the order in which one reads an organization: SCPs from the root, RCPs, then the principal's own and the resource's policies. */
export function ladderOf(explanation: Explanation, parts: LadderParts): Rung[] {
  const { gates, denies, exemptions } = explanation;
  const rungs = gates.map((gate) => rungOf(gate, denies.filter((deny) => deny.kind === gate.kind && deny.level?.index === gate.level?.index), parts));
  const exempt = exemptions.map((exemption): Rung => ({ kind: exemption.startsWith("rcp") ? "rcp" : "scp", verdict: "exempt", deciders: [], note: EXEMPTION_TEXTS[exemption] }));
  const boundary = rungs.some(({ kind }) => kind === "boundary") || !rungs.some(({ kind }) => kind === "identity") ? [] : [{ kind: "boundary", verdict: "none", deciders: [] } as const];
  return [...exempt, ...rungs, ...boundary].toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

const ORDER: readonly PolicyUse[] = ["scp", "rcp", "endpoint", "boundary", "session", "identity", "resource"];

function rungOf(gate: Gate, denies: readonly StatementMatch[], parts: LadderParts): Rung {
  const { kind } = gate;
  const node = nodeOf(gate, parts);
  const base = { kind, ...(node === undefined ? {} : { node }) };
  const sure = denies.filter(({ matches }) => matches === "yes");
  if (sure.length > 0) return { ...base, verdict: "denies", deciders: sure.map(decider) };
  if (denies.length > 0) return { ...base, verdict: "may deny", deciders: denies.map(decider) };
  const known = unknownOf(kind, parts);
  if (known !== undefined && known.length > 0 && !gate.statements.some(isKnown)) return { ...base, verdict: "unknown", deciders: [], note: known.join(", ") };
  const deciders = gate.statements.filter(isKnown).slice(0, 1).map(decider);
  if (gate.allows === "yes") return { ...base, verdict: "allows", deciders, ...(known === undefined || known.length === 0 ? {} : { note: known.join(", ") }) };
  if (kind === "resource" && parts.resourcePolicy === undefined) return { ...base, verdict: parts.resourceUnknown ? "unknown" : "none", deciders: [] };
  if (!gate.required) return { ...base, verdict: "silent", deciders };
  return { ...base, verdict: gate.allows === "unknown" ? "may allow" : "closed", deciders };
}

/** What stands in for policies that are not known is no statement of the user's. */
const STAND_INS = new Set(["unknown policies", "its policy"]);
const isKnown = ({ policy }: StatementMatch): boolean => !STAND_INS.has(policy);

function nodeOf({ kind, level }: Gate, { principalAccount, resourceAccount }: LadderParts): Address | undefined {
  return level === undefined ? undefined : (kind === "rcp" ? resourceAccount : principalAccount)?.path[level.index];
}

function unknownOf(kind: PolicyUse, { permissions, resourceUnknown }: LadderParts): readonly string[] | undefined {
  if (kind === "resource") return resourceUnknown ? ["its policy is not known"] : undefined;
  const part: KnownPolicies | undefined = kind === "identity" ? permissions.identity : kind === "boundary" ? permissions.boundary : kind === "session" ? permissions.session : undefined;
  return part?.unknown;
}

const decider = ({ policy, kind, sid, statementIndex, missingKeys }: StatementMatch): Decider => ({ policy, kind, ...(sid === undefined ? {} : { sid }), statementIndex, missingKeys });
