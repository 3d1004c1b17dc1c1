import { figure } from "../../diagnostics/index.ts";
import { DELEGATION_POLICY, policyAddress } from "../../ids/index.ts";
import { ORGANIZATIONS_QUOTAS, policyTypeFacts } from "../../limits/index.ts";
import type { Organization } from "../../organization/index.ts";
import { policySize, policyText } from "../../policy/index.ts";
import { pathOfPolicy } from "../guardrails-as-policies.ts";
import type { Finding, Rule } from "../rule.ts";

/** Measured as landfall sends it: without white space. */
export const policySizeLimit: Rule = {
  code: "LF2012",
  name: "policy-size",
  severity: "error",
  source: "Organizations User Guide, Quotas and service limits",
  check: ({ policies, organization, guardrails, targets }) => [
    ...[...policies].flatMap(([key, { type, name, document }]) => {
      if (document === undefined) return [];
      const size = policySize(policyText(document));
      const { maxSize, title } = policyTypeFacts(type);
      if (size <= maxSize) return [];
      const summary = `The policy "${key}" has ${figure(size)} characters without white space; a ${title} may have ${figure(maxSize)}.`;
      return [{ address: policyAddress(type, name ?? key), path: pathOfPolicy(key, organization, guardrails, targets.find(({ declared }) => declared.policies?.includes(key) === true)?.path ?? []), summary }];
    }),
    ...delegationPolicySize(organization),
  ],
};

function delegationPolicySize({ delegationPolicy }: Organization): Finding[] {
  if (delegationPolicy?.document === undefined) return [];
  const size = policySize(policyText(delegationPolicy.document));
  const most = ORGANIZATIONS_QUOTAS.resourcePolicyLength;
  if (size <= most) return [];
  return [{ address: DELEGATION_POLICY, path: ["delegationPolicy"], summary: `The delegation policy has ${figure(size)} characters without white space; AWS takes ${figure(most)}.` }];
}
