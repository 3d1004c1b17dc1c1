import type { Organization } from "../organization/index.ts";
import type { AccessAccount } from "./model.ts";

/**
 * An organization with an account in OUs that have none, so that what is asked of an OU is asked of the first account to
 * come. Its key is the OU's address, which no account of a file can have.
 */
export const withFirstAccounts = (organization: Organization, ous: ReadonlySet<string>): Organization => withVisitors(organization, ous, hasNoAccount);

/** The same with an account more in an OU that may have some, for a question about any account there. */
export const withAnyAccount = (organization: Organization, ou: string): Organization => withVisitors(organization, new Set([ou.replace(/^ou:/, "")]), () => true);

/** Whether an account stands for any in its OU. */
export const isVisitor = ({ key }: Pick<AccessAccount, "key">): boolean => key.startsWith("ou:");

function withVisitors(organization: Organization, wanted: ReadonlySet<string>, needsOne: (ou: Ou) => boolean): Organization {
  const filled = (ous: Organization["ous"], above: string): Organization["ous"] =>
    ous && Object.fromEntries(Object.entries(ous).map(([name, ou]) => {
      const path = above === "" ? name : `${above}/${name}`;
      const below = filled(ou.ous, path);
      const visitor = wanted.has(path) && needsOne(ou) ? { accounts: { ...ou.accounts, [`ou:${path}`]: { email: "any@landfall.example" } } } : {};
      return [name, { ...ou, ...(below === undefined ? {} : { ous: below }), ...visitor }];
    }));
  const ous = filled(organization.ous, "");
  return ous === undefined ? organization : { ...organization, ous };
}

type Ou = NonNullable<Organization["ous"]>[string];

const hasNoAccount = ({ accounts = {}, ous = {} }: Ou): boolean => Object.values(accounts).every(({ state }) => state === "closed") && Object.values(ous).every(hasNoAccount);
