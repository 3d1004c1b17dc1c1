import { type NamedPolicy, type PolicyStatement, wildcardExpression } from "../../policy/index.ts";
import { OPEN } from "../decide.ts";
import type { AccessAccount, AccessModel } from "../model.ts";
import { type AccessPrincipal, principalIn } from "../principal.ts";
import { plain } from "./samples.ts";

/** Somebody who may ask for things in an account, and the policy of what is asked for where it must grant. */
export interface Asker {
  readonly word: string;
  readonly principal: AccessPrincipal;
  /** It is outside of the account, so that the resource's policy is taken to let it in. */
  readonly resourcePolicy?: NamedPolicy;
}

/**
 * Everybody whom policies may tell apart in an account: its root user, an administrator, one with each name that
 * conditions mention, the roles and permission sets that are known; and where RCPs speak, those who come from outside.
 */
export function askersIn(model: AccessModel, account: AccessAccount, statements: readonly PolicyStatement[], from: "inside" | "everywhere"): Asker[] {
  const inside = ["root", "administrator", ...rolesIn(model, account)].map((word) => ({ word, principal: principalIn(model, word, account) }));
  const named = namesIn(statements).flatMap((pattern) => namedAsker(model, pattern, account));
  if (from === "inside") return unique([...inside, ...named]);
  const outside = Object.entries(OUTSIDE).map(([word, principal]) => ({ word, principal: principalIn(model, principal, account), resourcePolicy: OPEN }));
  return unique([...inside, ...named, ...outside, elsewhere(model, account)].flatMap((asker) => asker ?? []));
}

const OUTSIDE: Readonly<Record<string, string>> = { "an AWS service": "service:cloudtrail.amazonaws.com", "another organization": "organization:o-0000000000", "anybody": "anonymous" };

function rolesIn(model: AccessModel, { address }: AccessAccount): string[] {
  return model.roles.filter(({ accounts }) => accounts.has(address)).map(({ kind, name }) => `${kind}/${name}`);
}

/** An administrator of another account of the organization. */
function elsewhere(model: AccessModel, account: AccessAccount): Asker | undefined {
  const other = [...model.accounts.values()].find((one) => one !== account && !one.management && one.state === "active");
  return other && { word: "another account of the organization", principal: principalIn(model, "administrator", other), resourcePolicy: OPEN };
}

/** The patterns of principals that conditions mention. */
function namesIn(statements: readonly PolicyStatement[]): string[] {
  const values = statements.flatMap(({ Condition = {} }) =>
    Object.values(Condition).flatMap((keys) => Object.entries(keys).flatMap(([key, value]) => [value].flat().map(String).flatMap((text) => (key.toLowerCase() === "aws:principalarn" ? text : key.toLowerCase() === "aws:username" ? `arn:*:iam::*:user/${text}` : [])))));
  return [...new Set(values)];
}

/** Who has such a name in the account: a role or user with AWS's AdministratorAccess, so that only SCPs and RCPs hold it back. */
function namedAsker(model: AccessModel, pattern: string, account: AccessAccount): Asker[] {
  const filled = pattern.replaceAll("${aws:PrincipalAccount}", account.id);
  const [, kind, name] = /(?:^|[:*])(role|user)\/(.+)$/.exec(filled) ?? [];
  if (kind === undefined || name === undefined) return [];
  const arn = `arn:${model.partition}:iam::${account.id}:${kind}/${plain(name)}`;
  if (!wildcardExpression(filled).test(arn)) return [];
  const word = `${kind}/${name}`;
  const administrator = principalIn(model, "administrator", account);
  if (kind === "role") return [{ word, principal: { ...administrator, word: `administrator/${plain(name)}`, principal: { type: "role-session", roleArn: arn, accountId: account.id } } }];
  return [{ word, principal: { ...administrator, kind: "user", word: `user/${plain(name)}`, principal: { type: "user", arn, accountId: account.id } } }];
}

const unique = (askers: readonly Asker[]): Asker[] => [...new Map(askers.map((asker) => [asker.word, asker])).values()];
