import { effectivePolicyJson } from "../../../../policy/index.ts";
import { describeMember, findAccount } from "../accounts.ts";
import { ACCOUNT, EFFECTIVE_POLICY_TYPE, PAGE, required, TARGET } from "../constraints.ts";
import { isDelegated } from "../delegation/delegated.ts";
import { accessDenied, effectivePolicyNotFound, invalidInput, targetNotFound } from "../errors.ts";
import { findNode, pathOf } from "../nodes.ts";
import type { OrganizationCall } from "../operation.ts";
import { operation } from "../operation.ts";
import type { PageInput } from "../page.ts";
import { page } from "../page.ts";
import { emulatedType } from "../policy-kinds.ts";
import type { AccountRecord } from "../state.ts";
import { accountsTable, allAccounts } from "../state.ts";
import { EffectivePolicies, madeAt } from "./effective-policy.ts";

interface DescribeInput {
  readonly PolicyType: string;
  readonly TargetId?: string;
}

const TYPE = { PolicyType: required(EFFECTIVE_POLICY_TYPE) };

/** A type that is not enabled has no effective policies. */
function refuseDisabled({ organization }: OrganizationCall, type: string): void {
  emulatedType(type);
  if (organization.policyTypes[type] !== "ENABLED") throw effectivePolicyNotFound();
}

/** Every member may ask about itself; about others those may ask who administer policies. */
function findTarget(call: OrganizationCall, input: DescribeInput): AccountRecord {
  const own = call.principal.accountId;
  const id = input.TargetId ?? own;
  const mayAskForOthers = own === call.organization.managementAccountId || isDelegated(call, "DescribeEffectivePolicy", input);
  if (id !== own && !mayAskForOthers) throw accessDenied();
  const node = findNode(call.world, call.organization, id);
  if (node !== undefined && node.type !== "ACCOUNT") throw invalidInput("TARGET_NOT_SUPPORTED", "You can get the effective policy of an account only.");
  const account = accountsTable(call.world).get(id);
  if (node === undefined || account === undefined) throw targetNotFound();
  return account;
}

/**
 * An account without any policy of the type: asked by itself there is no effective policy, asked from the management
 * account it is empty. Source of the difference: API Reference, EffectivePolicyNotFoundException, which speaks of
 * the type for the management account and of the policy for a member. Unconfirmed: that it is empty then.
 */
const describeEffectivePolicy = operation<DescribeInput, object>({
  name: "DescribeEffectivePolicy",
  callers: "member",
  input: { ...TYPE, TargetId: TARGET },
  errors: ["EffectivePolicyNotFoundException", "InvalidInputException.TARGET_NOT_SUPPORTED", "NotImplemented", "TargetNotFoundException"],
  run(call, input) {
    refuseDisabled(call, input.PolicyType);
    const account = findTarget(call, input);
    const effective = new EffectivePolicies(call, input.PolicyType).of(account);
    if (effective === undefined && call.principal.accountId !== call.organization.managementAccountId) throw effectivePolicyNotFound();
    return {
      EffectivePolicy: {
        PolicyContent: JSON.stringify(effective === undefined ? {} : effectivePolicyJson(effective.merged)),
        LastUpdatedTimestamp: madeAt(call, account, input.PolicyType),
        TargetId: account.id,
        PolicyType: input.PolicyType,
      },
    };
  },
});

const listAccountsWithInvalidEffectivePolicy = operation<{ PolicyType: string } & PageInput, object>({
  name: "ListAccountsWithInvalidEffectivePolicy",
  callers: "delegated",
  input: { ...TYPE, ...PAGE },
  errors: ["EffectivePolicyNotFoundException", "InvalidInputException.INVALID_NEXT_TOKEN", "NotImplemented"],
  run(call, input) {
    refuseDisabled(call, input.PolicyType);
    const [policies, accounts] = [new EffectivePolicies(call, input.PolicyType), accountsTable(call.world)];
    const rows = allAccounts(call.world, call.organization.id);
    const { items, NextToken } = page(call, ["ListAccountsWithInvalidEffectivePolicy", input.PolicyType], rows, input, (id) => {
      const account = accounts.get(id);
      if (account === undefined) return undefined;
      return (policies.of(account)?.problems ?? []).length > 0 ? describeMember(call, account) : undefined;
    });
    return { Accounts: items, PolicyType: input.PolicyType, NextToken };
  },
});

const listEffectivePolicyValidationErrors = operation<{ AccountId: string; PolicyType: string } & PageInput, object>({
  name: "ListEffectivePolicyValidationErrors",
  callers: "delegated",
  input: { AccountId: required(ACCOUNT), ...TYPE, ...PAGE },
  errors: ["AccountNotFoundException", "EffectivePolicyNotFoundException", "InvalidInputException.INVALID_NEXT_TOKEN", "NotImplemented"],
  run(call, input) {
    const { world, organization } = call;
    const account = findAccount(call, input.AccountId);
    refuseDisabled(call, input.PolicyType);
    const problems = new EffectivePolicies(call, input.PolicyType).of(account)?.problems ?? [];
    const rows = problems.map((_, index) => [String(index), { seq: index + 1 }] as const);
    const list = ["ListEffectivePolicyValidationErrors", account.id, input.PolicyType];
    const { items, NextToken } = page(call, list, rows, input, (index) => {
      const problem = problems[Number(index)];
      return problem && { ErrorCode: problem.code, ErrorMessage: problem.message, PathToError: problem.path, ContributingPolicies: problem.policies };
    });
    return {
      AccountId: account.id,
      PolicyType: input.PolicyType,
      Path: pathOf(world, organization, account.id),
      EvaluationTimestamp: madeAt(call, account, input.PolicyType),
      EffectivePolicyValidationErrors: items,
      NextToken,
    };
  },
});

export const effectivePolicyOperations = [describeEffectivePolicy, listAccountsWithInvalidEffectivePolicy, listEffectivePolicyValidationErrors];
