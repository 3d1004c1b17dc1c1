import type { Partition } from "../../ids/index.ts";
import { exemptArns, permissionSetRoles } from "../../guardrails/index.ts";
import { type Organization } from "../../organization/index.ts";
import { patternsMeet, type Principal, wildcardExpression } from "../../policy/index.ts";
import { OPEN } from "../decide.ts";
import type { AccessAccount, AccessModel } from "../model.ts";
import { type AccessPrincipal, principalIn } from "../principal.ts";
import { type Asker, askersIn, statementsOf } from "../space/index.ts";

/** Everybody whom policies or the file name in the accounts; those from outside the organization; the roles that guardrails let through. */
export const ANYONE = "anyone";
export const OUTSIDERS = "outsiders";
export const EXEMPT = "exempt";

const FOREIGN: Readonly<Record<string, string>> = { "another organization": "organization:o-0000000000", anybody: "anonymous" };

/** Those whom the words name in an account. */
export function askersNamed(model: AccessModel, account: AccessAccount, words: readonly string[]): Asker[] {
  const found = words.flatMap((word): Asker[] => {
    if (word === ANYONE) return everybodyIn(model, account);
    if (word === OUTSIDERS) return Object.entries(FOREIGN).map(([name, principal]) => ({ word: name, principal: principalIn(model, principal, account), resourcePolicy: OPEN }));
    if (word.startsWith("arn:")) return [crossing(word, principalIn(model, word, account), account)];
    return (isKnownKind(word) ? rolesIn(model, account, word) : [word]).map((one) => ({ word: one, principal: principalIn(model, one, account) }));
  });
  return [...new Map(found.map((asker) => [asker.word, asker])).values()];
}

const everybody = new WeakMap<AccessAccount, readonly Asker[]>();

/** An account is of one model; most expectations are about all who are in it. */
function everybodyIn(model: AccessModel, account: AccessAccount): Asker[] {
  const known = everybody.get(account) ?? askersIn(model, account, statementsOf(account.chain).map(({ statement }) => statement), "inside");
  everybody.set(account, known);
  return [...known];
}

/** Somebody of another account gets in where the resource's policy lets it, which is taken to do so. */
const crossing = (word: string, principal: AccessPrincipal, account: AccessAccount): Asker => ({ word, principal, ...(principal.account === account ? {} : { resourcePolicy: OPEN }) });

const PERMISSION_SET = "permission-set/";

/** Permission sets are known by the file; other roles may be there without being told of, unless a pattern names them. */
const isKnownKind = (word: string): boolean => word.startsWith(PERMISSION_SET) || /[*?]/.test(word);

function rolesIn({ roles }: AccessModel, { address }: AccessAccount, pattern: string): string[] {
  return roles.filter(({ accounts }) => accounts.has(address)).map(({ kind, name }) => `${kind}/${name}`).filter((word) => patternsMeet(pattern, word));
}

/** Whether somebody is one of those who may. */
export function isOneOf(only: readonly string[], { exemptRoles }: Pick<Organization, "exemptRoles">, model: AccessModel): (asker: Asker) => boolean {
  const partition: Partition = model.partition === "aws-cn" || model.partition === "aws-us-gov" ? model.partition : "aws";
  const exempt = only.includes(EXEMPT) ? exemptArns(partition, exemptRoles) : [];
  const sets = only.flatMap((word) => (word.startsWith(PERMISSION_SET) ? [word.slice(PERMISSION_SET.length)] : []));
  const names = [...exempt, ...permissionSetRoles(partition, sets), ...only.filter((word) => word.startsWith("arn:"))].map((arn) => wildcardExpression(arn));
  return ({ word, principal: { principal } }) => only.some((pattern) => patternsMeet(pattern, word)) || names.some((name) => name.test(arnOf(principal)));
}

const arnOf = (principal: Principal): string => ("roleArn" in principal ? principal.roleArn : "arn" in principal ? principal.arn : "");
