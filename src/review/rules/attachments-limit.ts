import { isAuthorizationKind, POLICY_TYPES } from "../../limits/index.ts";
import type { Rule } from "../rule.ts";
import { capital } from "../words.ts";

/** What AWS attaches itself counts, and so do the policies that guardrails become. What is inherited does not. */
export const attachmentsLimit: Rule = {
  code: "LF2011",
  name: "attachments-limit",
  severity: "error",
  source: "Organizations User Guide, Quotas and service limits",
  check: ({ targets, policies, guardrails, packs }) =>
    targets.flatMap(({ address, path, name, declared }) => {
      if (declared.policies === undefined) return [];
      const keys = [...new Set(declared.policies)];
      return POLICY_TYPES.flatMap(({ kind, maxPerTarget, awsManaged }) => {
        const own = keys.filter((key) => policies.get(key)?.type === kind && !guardrails.has(key)).length + packs.filter((pack) => pack.kind === kind && pack.targets.includes(address)).length;
        const byAws = awsManaged === undefined || (awsManaged.detachable && declared.fullAwsAccess === false) ? 0 : 1;
        if (own + byAws <= maxPerTarget) return [];
        const withAws = byAws === 0 ? "" : `, ${awsManaged?.name ?? ""} among them`;
        const what = isAuthorizationKind(kind) ? `${kind.toUpperCase()}s` : `policies of type ${kind}`;
        const summary = `${capital(name)} has ${own + byAws} ${what}${withAws}; AWS allows ${maxPerTarget}.`;
        return [{ address, path: [...path, "policies"], summary }];
      });
    }),
};
