import type { PolicyUse } from "../chain.ts";
import type { Answer, Gate } from "../decision.ts";
import type { CompiledLevel } from "./chain.ts";
import type { Found } from "./look.ts";
import { type Truth, UNKNOWN, YES } from "./truth.ts";

const answerOf = (truth: Truth): Answer => (truth === YES ? "yes" : truth === UNKNOWN ? "unknown" : "no");

export const gateOf = (kind: PolicyUse, found: readonly Found[], allows: Truth, required: boolean): Gate => ({
  kind,
  allows: answerOf(allows),
  required,
  statements: found.map(({ match }) => match),
});

/** A level of SCPs or RCPs; every level is required. */
export const levelGate = (kind: PolicyUse, { name, index }: CompiledLevel, found: readonly Found[], allows: Truth): Gate => ({
  kind,
  level: { name, index },
  allows: answerOf(allows),
  required: true,
  statements: found.map(({ match }) => match),
});
