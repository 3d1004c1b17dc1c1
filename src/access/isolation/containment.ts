import { exemptArns, unlessExempt } from "../../guardrails/index.ts";
import { type NamedPolicy, type PolicyStatement, RCP_SERVICES } from "../../policy/index.ts";
import { ChainCache } from "../chain-cache.ts";
import { decideAccess, OPEN } from "../decide.ts";
import type { AccessAccount, AccessModel, OrganizationChain } from "../model.ts";
import { ADMINISTRATOR_PERMISSIONS } from "../permissions.ts";
import { type AccessPrincipal, principalIn } from "../principal.ts";

/** The model with one more SCP on an account, which denies everything to one principal there or to all but those whom guardrails let through. */
export const containedBy = (model: AccessModel, account: AccessAccount, statement: PolicyStatement): AccessModel => attached(model, account, "scps", [statement]);

/** The model with one more RCP on an account besides, which closes its resources to everybody but the management account, those whom guardrails let through, and AWS's services. */
export const sealed = (model: AccessModel, account: AccessAccount, exemptRoles: readonly string[]): AccessModel => attached(model, account, "rcps", [sealing(model, exemptRoles)]);

/** What an SCP denies to contain a principal. */
export function containing(model: AccessModel, { principal }: AccessPrincipal, denies: "principal" | "account", exemptRoles: readonly string[]): PolicyStatement {
  const everything = { Effect: "Deny", Action: "*", Resource: "*" } as const;
  const arn = "roleArn" in principal ? principal.roleArn : "arn" in principal ? principal.arn : undefined;
  if (denies === "principal" && arn !== undefined) return { ...everything, Condition: { ArnEquals: { "aws:PrincipalArn": arn } } };
  return { ...everything, Condition: unlessExempt({ exempt: exemptIn(model, exemptRoles) }) };
}

/**
 * An RCP names services one by one. Callers without an ARN are none of those let through.
 * Source: Organizations User Guide, "RCP syntax"; IAM User Guide, "aws:PrincipalIsAWSService".
 */
function sealing(model: AccessModel, exemptRoles: readonly string[]): PolicyStatement {
  // Those who answer the incident come in from the management account.
  return {
    Effect: "Deny",
    Principal: "*",
    Action: Array.from(RCP_SERVICES, (service) => `${service}:*`),
    Resource: "*",
    Condition: { ...unlessExempt({ exempt: exemptIn(model, exemptRoles) }), StringNotEqualsIfExists: { "aws:PrincipalAccount": model.managementAccount.id }, BoolIfExists: { "aws:PrincipalIsAWSService": "false" } },
  };
}

const exemptIn = ({ partition }: AccessModel, exemptRoles: readonly string[]): string[] => [...exemptArns(partition === "aws-cn" || partition === "aws-us-gov" ? partition : "aws", exemptRoles)];

function attached(model: AccessModel, account: AccessAccount, side: "scps" | "rcps", statements: readonly PolicyStatement[]): AccessModel {
  const policy: NamedPolicy = { name: "containment", document: { Version: "2012-10-17", Statement: statements } };
  const there = model.accounts.get(account.address) ?? account;
  const levels = there.chain[side] ?? [];
  const added = levels.map((level, index) => (index === levels.length - 1 ? { ...level, policies: [...level.policies, policy] } : level));
  const chain: OrganizationChain = { ...there.chain, index: model.chains.length, [side]: added, accounts: [account.address] };
  const changed = { ...there, chain };
  return {
    ...model,
    accounts: new Map(model.accounts).set(account.address, changed),
    accountsById: new Map(model.accountsById).set(account.id, changed),
    chains: [...model.chains, chain],
    // Chains are remembered by their numbers, and this model has one more.
    cache: new ChainCache(model.managementAccount.id),
  };
}

/** Whether the new policies, and none before them, deny what a session in an account does. */
export function isEnded(model: AccessModel, contained: AccessModel, { word, account }: { readonly word: string; readonly account: AccessAccount }): boolean {
  const [before, after] = [model, contained].map((one) => {
    const principal = { ...principalIn(one, word, one.accounts.get(account.address) ?? account), permissions: ADMINISTRATOR_PERMISSIONS };
    return decideAccess(one, { principal, action: "sts:AssumeRole", resource: `arn:${one.partition}:iam::${account.id}:role/any`, resourcePolicy: OPEN }).outcome;
  });
  return before !== "denied" && after === "denied";
}
