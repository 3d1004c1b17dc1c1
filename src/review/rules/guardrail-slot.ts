import { isAuthorizationKind, POLICY_TYPES } from "../../limits/index.ts";
import type { Rule } from "../rule.ts";
import { capital } from "../words.ts";

/** Speaks where guardrails share what there is; a place that is over the limit has a rule of its own. */
export const guardrailSlot: Rule = {
  code: "LF2205",
  name: "guardrail-slot",
  severity: "warning",
  source: "Organizations User Guide, Quotas and service limits",
  check: ({ targets, policies, guardrails, packs }) =>
    targets.flatMap(({ address, path, name, declared }) =>
      POLICY_TYPES.flatMap(({ kind, maxPerTarget, awsManaged }) => {
        const held = packs.filter((pack) => pack.kind === kind && pack.targets.includes(address)).length;
        const own = (declared.policies ?? []).filter((key) => policies.get(key)?.type === kind && !guardrails.has(key)).length;
        const byAws = awsManaged === undefined || (awsManaged.detachable && declared.fullAwsAccess === false) ? 0 : 1;
        if (!isAuthorizationKind(kind) || held === 0 || held + own + byAws !== maxPerTarget) return [];
        return [{ address, path: [...path, "guardrails"], summary: `${capital(name)} has ${maxPerTarget} ${kind.toUpperCase()}s, all that AWS takes: none can change places.` }];
      }),
    ),
};
