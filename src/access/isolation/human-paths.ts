import type { Organization } from "../../organization/index.ts";
import type { AccessAccount, AccessModel } from "../model.ts";
import { type AccountPeople, type HumanPath, type HumanPaths, isOfIdentityCenter, type KnownRootUser, type KnownUser, signsInAt } from "./people.ts";
import { purposeByTag } from "./purposes.ts";
import { rolePaths } from "./role-paths.ts";

/** Every known way for people besides Identity Center, and what is not known. Closed accounts let nobody in. */
export function humanPaths(model: AccessModel, people: readonly AccountPeople[], organization?: Organization): HumanPaths {
  const byAccount = new Map(people.map((one) => [one.account, one]));
  const open = [...model.accounts.values()].filter(({ state }) => state !== "closed");
  const roles = rolePaths(model, organization);
  const found = [...roles, ...open.flatMap((account) => accountPaths(account, byAccount.get(account.address), roles))];
  const lacks = (what: string, isKnown: (account: AccessAccount, people: AccountPeople | undefined) => boolean): HumanPaths["unknown"] => {
    const accounts = open.filter((account) => !isKnown(account, byAccount.get(account.address)));
    return accounts.length === 0 ? [] : [{ what, accounts }];
  };
  return {
    paths: joined(found),
    unknown: [
      ...lacks("roles", ({ address }) => model.iamKnown.has(address)),
      ...lacks("IAM users", (_, known) => known?.users !== undefined),
      ...lacks("SAML providers", (_, known) => known?.samlProviders !== undefined),
      ...lacks("OIDC providers", (_, known) => known?.oidcProviders !== undefined),
      ...lacks("root users", (_, known) => known?.root !== undefined),
    ],
  };
}

function accountPaths(account: AccessAccount, people: AccountPeople | undefined, roles: readonly HumanPath[]): HumanPath[] {
  if (people === undefined) return [];
  const { users = [], root, samlProviders = [], oidcProviders = [] } = people;
  const trusted = new Set(roles.filter(({ accounts }) => accounts.includes(account)).map(({ who }) => who));
  const idle = (kind: "saml" | "oidc", arns: readonly string[]): HumanPath[] =>
    arns.filter((arn) => !isOfIdentityCenter(arn)).map((arn) => signsInAt(arn)).filter((who) => !trusted.has(who)).map((who) => ({ kind, who, as: "no role that is known to trust it", accounts: [account], certain: false }));
  return [...users.flatMap((user) => userPath(account, user)), ...rootPath(account, root), ...idle("saml", samlProviders), ...idle("oidc", oidcProviders)];
}

function userPath(account: AccessAccount, { name, hasPassword, activeKeys, tags }: KnownUser): HumanPath[] {
  const sure = [...(hasPassword === true ? ["password"] : []), ...((activeKeys ?? 0) > 0 ? [activeKeys === 1 ? "1 access key" : `${activeKeys} access keys`] : [])];
  const maybe = [...(hasPassword === undefined ? ["password"] : []), ...(activeKeys === undefined ? ["access keys"] : [])];
  if (sure.length + maybe.length === 0) return [];
  const purpose = purposeByTag(tags);
  const as = sure.length > 0 ? sure.join(" and ") : `${maybe.join(" and ")} not known`;
  return [{ kind: "user", who: `user/${name}`, as, accounts: [account], ...(purpose === undefined ? {} : { purpose }), certain: sure.length > 0 }];
}

/** The password of the management account's root user is the last way in, and cannot be taken away. */
function rootPath(account: AccessAccount, root: KnownRootUser | undefined): HumanPath[] {
  if (root === undefined) return [];
  const as = [...(root.hasPassword && !account.management ? ["password"] : []), ...(root.hasKeys ? ["access keys"] : [])];
  return as.length === 0 ? [] : [{ kind: "root", who: "root", as: as.join(" and "), accounts: [account], certain: true }];
}

/** The same way in several accounts is told once. */
function joined(paths: readonly HumanPath[]): HumanPath[] {
  const found = new Map<string, HumanPath>();
  for (const path of paths) {
    const key = [path.kind, path.who, path.as, path.purpose, path.certain].join("\n");
    const known = found.get(key);
    found.set(key, known === undefined ? path : { ...known, accounts: [...new Set([...known.accounts, ...path.accounts])] });
  }
  return [...found.values()];
}
