import { parseArn } from "../../ids/index.ts";
import { type PolicyDocument, type PolicyStatement, patternsMeet, wildcardExpression } from "../../policy/index.ts";
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
  /** Such callers whose own policies allow everything: one for each place and name that policies may tell apart. */
  askers(target: AccessAccount): readonly AccessPrincipal[];
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
      const narrowed = isAccount && callers.every((arn) => arn.startsWith("arn:")) ? callers.filter((arn) => [id, "*"].includes(accountIdIn(arn) ?? "*")).map((arn) => arn.replace(/^(arn:[^:]*:iam::)[^:]*:/, `$1${id}:`)) : [];
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

/** The values of a key under operators that ask for equality, and for the key to be there. */
function conditionValues({ Condition = {} }: PolicyStatement, name: string): string[] {
  return Object.entries(Condition).filter(([operator]) => !/not|null$|ifexists$/i.test(operator)).flatMap(([, keys]) => Object.entries(keys).filter(([key]) => key.toLowerCase() === name).flatMap(([, values]) => [values].flat().map(String)));
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
    askers: (target) => {
      const caller = { ...principalIn(model, arn, account ?? model.managementAccount), permissions: ADMINISTRATOR_PERMISSIONS, ...(account === undefined && !namesOthers(model, target, statement) ? { organizationId: ANOTHER } : {}) };
      return isAccount ? underNames(model, caller, statement) : [caller];
    },
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
const gone = (id: string): Trusted => ({ from: `a deleted principal (${id})`, sources: [], askers: () => [] });

/** Whom `*` stands for, less those whom the conditions leave out by account, organization or ARN. */
function everybody(model: AccessModel, statement: PolicyStatement, among: "accounts" | "anybody"): Trusted[] {
  const [accounts, arns, organizations] = (["aws:principalaccount", "aws:principalarn", "aws:principalorgid"] as const).map((key) => conditionValues(statement, key));
  const callers = [...(accounts ?? []), ...(arns ?? [])];
  if (callers.length > 0 && callers.every((caller) => accountIdIn(caller) !== undefined)) return callers.map((caller) => named(model, caller, statement));
  const foreign = (organizations ?? []).filter((id) => /^o-[a-z0-9]+$/.test(id) && id !== model.organizationId.id);
  if ((organizations ?? []).length > 0) return [...(foreign.length === organizations?.length ? [] : [ours(model, statement)]), ...foreign.map((id) => organization(model, statement, id, `organization ${id}, outside`))];
  if (conditionValues(statement, "aws:principalorgpaths").length > 0) return [ours(model, statement)];
  return [ours(model, statement), organization(model, statement, ANOTHER, "any AWS account"), ...(among === "accounts" ? [] : [nobodyNamed(model)])];
}

const organization = (model: AccessModel, statement: PolicyStatement, id: string, from: string): Trusted => ({
  from,
  sources: "outside",
  askers: (target) => underNames(model, principalIn(model, `organization:${id}`, target), statement),
});

const nobodyNamed = (model: AccessModel): Trusted => ({ from: "anybody, without signing in", sources: "outside", askers: (target) => [principalIn(model, "anonymous", target)] });

function ours(model: AccessModel, statement: PolicyStatement): Trusted {
  const alike = membersAlike(model, isByPaths(statement));
  return {
    from: "any account of the organization",
    sources: "organization",
    askers: (target) => alike.flatMap((members) => {
      const other = members.find((one) => one !== target);
      return other === undefined ? [] : underNames(model, principalIn(model, "administrator", other), statement);
    }),
  };
}

interface Members {
  readonly byPolicies: readonly (readonly AccessAccount[])[];
  readonly byPlace: readonly (readonly AccessAccount[])[];
}

const grouped = new WeakMap<AccessModel, Members>();

/** Member accounts that policies may not tell apart, by what control policies they have, or also by where they are. */
function membersAlike(model: AccessModel, isByPlace: boolean): readonly (readonly AccessAccount[])[] {
  const active = (): AccessAccount[] => [...model.accounts.values()].filter(({ management, state }) => !management && state === "active");
  const members = grouped.get(model) ?? { byPolicies: groupedBy(active(), ({ chain }) => chain.index), byPlace: groupedBy(active(), ({ chain, organizationPath }) => `${chain.index} ${organizationPath}`) };
  grouped.set(model, members);
  return isByPlace ? members.byPlace : members.byPolicies;
}

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string | number): T[][] {
  const found = new Map<string | number, T[]>();
  for (const one of all) (found.get(keyOf(one)) ?? found.set(keyOf(one), []).get(keyOf(one)))?.push(one);
  return [...found.values()];
}

const isByPaths = ({ Condition = {} }: PolicyStatement): boolean => Object.values(Condition).some((keys) => Object.keys(keys).some((key) => key.toLowerCase() === "aws:principalorgpaths"));

/** A caller, and the same under each name that the statement asks for: anybody may give a role such a name. */
function underNames({ partition }: AccessModel, caller: AccessPrincipal, { Condition = {} }: PolicyStatement): AccessPrincipal[] {
  const { principal } = caller;
  if (!("accountId" in principal)) return [caller];
  const patterns = Object.values(Condition).flatMap((keys) => Object.entries(keys).flatMap(([key, values]) => (key.toLowerCase() === "aws:principalarn" ? [values].flat().map(String) : [])));
  return [caller, ...patterns.flatMap((pattern) => {
    const [, name] = /(?:^|[:*])role\/(.+)$/.exec(pattern) ?? [];
    const roleArn = `arn:${partition}:iam::${principal.accountId}:role/${plain(name ?? "")}`;
    if (name === undefined || !wildcardExpression(pattern).test(roleArn)) return [];
    const { outsideOrganization } = principal as { readonly outsideOrganization?: boolean };
    return [{ ...caller, principal: { type: "role-session" as const, roleArn, accountId: principal.accountId, ...(outsideOrganization === undefined ? {} : { outsideOrganization }) } }];
  })];
}
