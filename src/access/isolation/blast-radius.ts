import { exemptArns, unlessExempt } from "../../guardrails/index.ts";
import type { NamedPolicy, PolicyStatement } from "../../policy/index.ts";
import { ChainCache } from "../chain-cache.ts";
import { decideAccess, OPEN } from "../decide.ts";
import type { AccessAccount, AccessModel, OrganizationChain } from "../model.ts";
import { ADMINISTRATOR_PERMISSIONS } from "../permissions.ts";
import { type AccessPrincipal, principalIn } from "../principal.ts";
import { reachFrom } from "./hops.ts";
import type { BlastRadius, Containment, Hop } from "./model.ts";

/**
 * What a compromised principal of an account reaches, and what stays once an SCP on the account denies it everything: one
 * role by its ARN; where the principal is `administrator` or `root`, who could act under any name, everybody there but
 * those whom guardrails let through, as `suspended-deny-all` does.
 */
export function blastRadius(model: AccessModel, word: string, account: AccessAccount, exemptRoles: readonly string[] = []): BlastRadius {
  const principal = principalIn(model, word, account);
  const before = reachFrom(model, principal);
  return { principal, account, before, containment: containment(model, principal, account, before.hops, exemptRoles) };
}

function containment(model: AccessModel, principal: AccessPrincipal, account: AccessAccount, hops: readonly Hop[], exemptRoles: readonly string[]): Containment {
  if (account.management) return { possible: false, why: "management" };
  if (account.chain.scps === undefined) return { possible: false, why: "scps-off" };
  const denies = principal.kind === "administrator" || principal.kind === "root" ? "account" : "principal";
  const contained = withScp(model, account, { name: "containment", document: { Version: "2012-10-17", Statement: [statement(model, principal, denies, exemptRoles)] } });
  const there = contained.accounts.get(account.address) ?? account;
  return { possible: true, denies, after: reachFrom(contained, { ...principal, account: there }), open: hops.filter((hop) => hop.account !== account || !isEnded(model, contained, hop)) };
}

function statement({ partition }: AccessModel, { principal }: AccessPrincipal, denies: "principal" | "account", exemptRoles: readonly string[]): PolicyStatement {
  const everything = { Effect: "Deny", Action: "*", Resource: "*" } as const;
  const arn = "roleArn" in principal ? principal.roleArn : "arn" in principal ? principal.arn : undefined;
  if (denies === "principal" && arn !== undefined) return { ...everything, Condition: { ArnEquals: { "aws:PrincipalArn": arn } } };
  return { ...everything, Condition: unlessExempt({ exempt: exemptArns(partition === "aws-cn" || partition === "aws-us-gov" ? partition : "aws", exemptRoles) }) };
}

/** The model with one more SCP attached to an account. */
function withScp(model: AccessModel, account: AccessAccount, policy: NamedPolicy): AccessModel {
  const levels = account.chain.scps ?? [];
  const chain: OrganizationChain = { ...account.chain, index: model.chains.length, scps: levels.map((level, index) => (index === levels.length - 1 ? { ...level, policies: [...level.policies, policy] } : level)), accounts: [account.address] };
  const changed = { ...account, chain };
  return {
    ...model,
    accounts: new Map(model.accounts).set(account.address, changed),
    accountsById: new Map(model.accountsById).set(account.id, changed),
    chains: [...model.chains, chain],
    // Chains are remembered by their numbers, and this model has one more.
    cache: new ChainCache(model.managementAccount.id),
  };
}

/** Whether the new SCP, and none before it, denies what a session in the contained account does. */
function isEnded(model: AccessModel, contained: AccessModel, { word, account }: Hop): boolean {
  const [before, after] = [model, contained].map((one) => {
    const principal = { ...principalIn(one, word, one.accounts.get(account.address) ?? account), permissions: ADMINISTRATOR_PERMISSIONS };
    return decideAccess(one, { principal, action: "sts:AssumeRole", resource: `arn:${one.partition}:iam::${account.id}:role/any`, resourcePolicy: OPEN }).outcome;
  });
  return before !== "denied" && after === "denied";
}
