import type { PolicyDocumentKind } from "../document.ts";
import { RCP } from "./rcp.ts";
import type { PolicyKindRules } from "./rules.ts";
import { SCP } from "./scp.ts";

export const POLICY_KINDS: readonly PolicyKindRules[] = [SCP, RCP];

const byKind = new Map(POLICY_KINDS.map((rules) => [rules.kind, rules]));

export function rulesOf(kind: PolicyDocumentKind): PolicyKindRules {
  const rules = byKind.get(kind);
  if (rules === undefined) throw new RangeError(`no rules for policies of kind ${kind}`);
  return rules;
}
