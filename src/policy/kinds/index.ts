import type { PolicyDocumentKind } from "../document.ts";
import { BOUNDARY } from "./boundary.ts";
import { DELEGATION } from "./delegation.ts";
import { ENDPOINT } from "./endpoint.ts";
import { IDENTITY } from "./identity.ts";
import { RCP } from "./rcp.ts";
import { withArticle } from "./article.ts";
import type { PolicyKindRules } from "./rules.ts";
import { RESOURCE } from "./resource.ts";
import { SCP } from "./scp.ts";
import { SESSION } from "./session.ts";
import { TRUST } from "./trust.ts";

export const POLICY_KINDS: readonly PolicyKindRules[] = [SCP, RCP, IDENTITY, BOUNDARY, SESSION, RESOURCE, TRUST, ENDPOINT, DELEGATION];

const byKind = new Map(POLICY_KINDS.map((rules) => [rules.kind, rules]));

export function rulesOf(kind: PolicyDocumentKind): PolicyKindRules {
  const rules = byKind.get(kind);
  if (rules === undefined) throw new RangeError(`no rules for policies of kind ${kind}`);
  return rules;
}

/** As in "an SCP". */
export const policyKindName = (kind: PolicyDocumentKind): string => withArticle(rulesOf(kind).title);

export { withArticle } from "./article.ts";
