import { parseArn } from "../../ids/index.ts";
import { type PolicyDocument, type PolicyStatement, patternsMeet } from "../../policy/index.ts";
import type { AccessAccount, AccessModel, KnownRole, OrganizationChain } from "../model.ts";
import { ORGANIZATION_ACCESS_ROLE } from "../known-roles.ts";
import { ADMINISTRATOR_PERMISSIONS } from "../permissions.ts";
import { type AccessPrincipal, principalIn } from "../principal.ts";
import { plain } from "../space/samples.ts";
import type { GrantSources } from "./model.ts";

/** Somebody of another account whom a trust policy names. */
export interface Trusted {
  readonly from: string;
  /** Where it is; absent outside of the organization, and where it is more than one account. */
  readonly account?: AccessAccount;
  readonly sources: GrantSources;
  /** One such caller whose own policies allow everything; undefined where there can be none. */
  asker(target: AccessAccount): AccessPrincipal | undefined;
}

const organizationTrust = new WeakMap<AccessModel, PolicyDocument>();

/** Who may assume a role. AWS makes the organization's access role with a trust in the management account. */
export function trustOfRole(model: AccessModel, role: KnownRole): PolicyDocument | undefined {
  if (role.trust !== undefined || role.name !== ORGANIZATION_ACCESS_ROLE) return role.trust;
  const known = organizationTrust.get(model) ?? trusting(`arn:${model.partition}:iam::${model.managementAccount.id}:root`);
  organizationTrust.set(model, known);
  return known;
}

export const trusting = (...arns: readonly string[]): PolicyDocument => ({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: arns }, Action: "sts:AssumeRole" }] });

/** The accounts, as ids, that a trust policy names in any way; `*` stands for all. */
export const accountsTrusted = (document: PolicyDocument): string[] => accountsNamed(allows(document));

/** The same of statements that allow. */
export function accountsNamed(statements: readonly PolicyStatement[]): string[] {
  return [...new Set(statements.flatMap((statement) => namedIn(statement).map((name) => accountIdIn(name) ?? "*")))];
}

/** Everybody whom a trust policy lets in from accounts, one for each name. Providers of identities are no accounts. */
export const trustedBy = (model: AccessModel, document: PolicyDocument): Trusted[] => callersOf(model, allows(document), "accounts");

/** Everybody whom statements that allow let in from accounts; `anybody`: also who does not sign in. */
export function callersOf(model: AccessModel, statements: readonly PolicyStatement[], among: "accounts" | "anybody"): Trusted[] {
  const found = statements.flatMap((statement) => {
    const callers = conditionValues(statement, "aws:principalarn");
    return namedIn(statement).flatMap((name) => {
      const id = accountIdIn(name);
      if (id === undefined) return name === "*" ? everybody(model, statement, among) : [gone(name)];
      const isAccount = name === id || name.endsWith(":root");
      const narrowed = isAccount ? callers.filter((arn) => [id, "*"].includes(accountIdIn(arn) ?? "*")).map((arn) => arn.replace(/^(arn:[^:]*:iam::)[^:]*:/, `$1${id}:`)) : [];
      return (narrowed.length > 0 ? narrowed : [isAccount ? id : name]).map((one) => named(model, one, statement));
    });
  });
  return [...new Map(found.map((one) => [one.from, one])).values()];
}

const allows = ({ Statement }: PolicyDocument): PolicyStatement[] =>
  [Statement].flat().filter(({ Effect, Action = [] }) => Effect === "Allow" && [Action].flat().some((action) => patternsMeet(action.toLowerCase(), "sts:assumerole")));

function namedIn({ Principal, NotPrincipal }: PolicyStatement): string[] {
  if (NotPrincipal !== undefined || Principal === "*") return ["*"];
  return [Principal?.AWS ?? []].flat();
}

const accountIdIn = (name: string): string | undefined => (/^\d{12}$/.test(name) ? name : /^\d{12}$/.exec(parseArn(name)?.accountId ?? "")?.[0]);

/** The values of a key under operators that ask for equality. */
function conditionValues({ Condition = {} }: PolicyStatement, name: string): string[] {
  return Object.entries(Condition).filter(([operator]) => !/Not/.test(operator)).flatMap(([, keys]) => Object.entries(keys).filter(([key]) => key.toLowerCase() === name).flatMap(([, values]) => [values].flat().map(String)));
}

/** An account, by id, or a principal, by ARN. */
function named(model: AccessModel, name: string, statement: PolicyStatement): Trusted {
  const id = accountIdIn(name) ?? "";
  const account = model.accountsById.get(id);
  const where = account === undefined ? `account ${id}, outside` : account.key;
  const isAccount = name === id;
  const arn = isAccount ? `arn:${model.partition}:iam::${id}:role/administrator` : plain(name);
  return {
    from: isAccount ? where : `${name.replace(/^.*?:(?=(?:role|user|assumed-role)\/)/, "")} in ${where}`,
    ...(account === undefined ? {} : { account }),
    sources: account === undefined ? "outside" : [account],
    asker: (target) => ({ ...principalIn(model, arn, account ?? model.managementAccount), permissions: ADMINISTRATOR_PERMISSIONS, ...(account === undefined && !namesOthers(model, target, statement) ? { organizationId: ANOTHER } : {}) }),
  };
}

/** An organization of nobody. */
const ANOTHER = "o-another000";

const rcpTexts = new WeakMap<OrganizationChain, string>();

/** Whether policies tell other organizations apart: then it matters which one an account outside is in, and nobody knows that. */
function namesOthers(model: AccessModel, { chain }: AccessAccount, statement: PolicyStatement): boolean {
  const rcps = rcpTexts.get(chain) ?? JSON.stringify(chain.rcps ?? []);
  rcpTexts.set(chain, rcps);
  return [...`${rcps} ${JSON.stringify(statement)}`.matchAll(/\bo-[a-z0-9]{10,32}\b/g)].some(([id]) => id !== model.organizationId.id);
}

/** A principal that was deleted leaves its id behind, which nobody has any more. Source: IAM User Guide, "AWS JSON policy elements: Principal". */
const gone = (id: string): Trusted => ({ from: `a deleted principal (${id})`, sources: [], asker: () => undefined });

/** Whom `*` stands for, less those whom the conditions leave out by account, organization or ARN. */
function everybody(model: AccessModel, statement: PolicyStatement, among: "accounts" | "anybody"): Trusted[] {
  const [accounts, arns, organizations] = (["aws:principalaccount", "aws:principalarn", "aws:principalorgid"] as const).map((key) => conditionValues(statement, key));
  const callers = [...(accounts ?? []), ...(arns ?? [])];
  if (callers.length > 0 && callers.every((caller) => accountIdIn(caller) !== undefined)) return callers.map((caller) => named(model, caller, statement));
  const foreign = (organizations ?? []).filter((id) => /^o-[a-z0-9]+$/.test(id) && id !== model.organizationId.id);
  if ((organizations ?? []).length > 0) return [...(foreign.length === organizations?.length ? [] : [ours(model)]), ...foreign.map((id) => organization(model, id, `organization ${id}, outside`))];
  if (conditionValues(statement, "aws:principalorgpaths").length > 0) return [ours(model)];
  return [ours(model), organization(model, ANOTHER, "any AWS account"), ...(among === "accounts" ? [] : [nobodyNamed(model)])];
}

const organization = (model: AccessModel, id: string, from: string): Trusted => ({ from, sources: "outside", asker: (target) => principalIn(model, `organization:${id}`, target) });

const nobodyNamed = (model: AccessModel): Trusted => ({ from: "anybody, without signing in", sources: "outside", asker: (target) => principalIn(model, "anonymous", target) });

const ours = (model: AccessModel): Trusted => ({
  from: "any account of the organization",
  sources: "organization",
  asker: (target) => {
    const other = [...model.accounts.values()].find((one) => one !== target && !one.management && one.state === "active");
    return other && principalIn(model, "administrator", other);
  },
});
