import type { PolicyKind } from "../ids/index.ts";
import { POLICY_TYPES } from "../limits/index.ts";
import { checkEffectivePolicy, type EffectiveNode, effectivePolicyJson, type EffectivePolicyProblem, type Json, managementPolicyType, mergeManagementPolicies } from "../policy/index.ts";
import type { AccessAccount, AccessModel } from "./model.ts";
import { type AccountReach, attachedAt, reachOfAccount } from "./reach.ts";

/** The settings of one policy type as an account has them after AWS has merged what it inherits. */
export interface EffectiveSettings {
  readonly kind: PolicyKind;
  readonly title: string;
  readonly effective: EffectiveNode;
  /** As AWS shows it. */
  readonly json: { readonly [key: string]: Json };
  /** Why AWS would not enforce it whole. */
  readonly problems: readonly EffectivePolicyProblem[];
}

/** All that applies to an account: what grants or denies level by level, and settings merged. */
export interface EffectivePolicies extends AccountReach {
  readonly settings: readonly EffectiveSettings[];
}

/** Source of the merge: `mergeManagementPolicies`. Management policies reach the management account too. */
export function effectivePolicies(model: AccessModel, account: AccessAccount): EffectivePolicies {
  const levels = account.path.map((node) => attachedAt(model, node));
  const settings = POLICY_TYPES.filter(({ hasEffectivePolicy }) => hasEffectivePolicy).flatMap(({ kind, title, type }): EffectiveSettings[] => {
    const attached = levels.map((policies) => policies.flatMap((policy) => (policy.kind === kind && policy.settings !== undefined ? [policy.settings] : [])));
    if (attached.every((level) => level.length === 0)) return [];
    const effective = mergeManagementPolicies(attached);
    const management = managementPolicyType(type);
    return [{ kind, title, effective, json: effectivePolicyJson(effective), problems: management === undefined ? [] : checkEffectivePolicy(effective, management) }];
  });
  return { ...reachOfAccount(model, account), settings };
}
