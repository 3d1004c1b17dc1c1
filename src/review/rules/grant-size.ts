import type { ValuePath } from "../../diagnostics/index.ts";
import { figure } from "../../diagnostics/index.ts";
import { IAM_QUOTAS, IDENTITY_CENTER_QUOTAS } from "../../limits/index.ts";
import { type PolicyContent, policySize, policyText } from "../../policy/index.ts";
import type { Finding, Rule } from "../rule.ts";

/** Measured as AWS does: without white space. */
export const grantSize: Rule = {
  code: "LF2031",
  name: "grant-size",
  severity: "error",
  source: "Identity Center User Guide, AWS IAM Identity Center quotas; IAM User Guide, IAM and AWS STS quotas",
  check: ({ organization }) => [
    ...Object.entries(organization.identityCenter?.permissionSets ?? {}).flatMap(([name, { inlinePolicy }]) =>
      tooLarge(`The inline policy of permission set "${name}"`, inlinePolicy, IDENTITY_CENTER_QUOTAS.inlinePolicySize, ["identityCenter", "permissionSets", name, "inlinePolicy"]),
    ),
    ...Object.entries(organization.roles ?? {}).flatMap(([name, { inlinePolicy, trust }]) => [
      ...tooLarge(`The inline policy of role "${name}"`, inlinePolicy, IAM_QUOTAS.roleInlineSize, ["roles", name, "inlinePolicy"]),
      ...tooLarge(`The trust policy of role "${name}"`, trust, IAM_QUOTAS.trustPolicySize, ["roles", name, "trust"]),
    ]),
  ],
};

function tooLarge(words: string, document: PolicyContent | undefined, most: number, path: ValuePath): Finding[] {
  const size = document === undefined ? 0 : policySize(policyText(document));
  return size <= most ? [] : [{ path, summary: `${words} has ${figure(size)} characters without white space; AWS takes ${figure(most)}.` }];
}
