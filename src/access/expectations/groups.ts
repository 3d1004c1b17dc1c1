import { accountsOf, type Expectation, namedAccounts, type Organization } from "../../organization/index.ts";

const GROUP = "group/";

export const isGroup = (word: string): boolean => word.startsWith(GROUP);

/** The groups of people that a file tells of. */
export const groupsOf = ({ identityCenter: { groups = {}, assignments = [] } = {} }: Organization): string[] => [...new Set([...Object.keys(groups), ...assignments.flatMap(({ group }) => group ?? [])])].map((name) => `${GROUP}${name}`);

/** The same of those who are meant: a group is whoever has one of its permission sets, in the accounts where it is assigned. */
export function withoutGroups(expectation: Expectation, organization: Organization): Expectation[] {
  const { who = [], accounts, ous, ...rest } = expectation;
  const all = accountsOf(organization);
  const places = namedAccounts(accounts === undefined && ous === undefined ? { ous: ["root"] } : { ...(accounts === undefined ? {} : { accounts }), ...(ous === undefined ? {} : { ous }) }, all);
  const meant = new Set(places.members.map(({ key }) => key));
  const others = who.filter((word) => !isGroup(word));
  const entries = (organization.identityCenter?.assignments ?? []).filter(({ group }) => group !== undefined && who.includes(`${GROUP}${group}`)).flatMap((assignment): Expectation[] => {
    const keys = namedAccounts(assignment, all).members.flatMap(({ key }) => (meant.has(key) ? [key] : []));
    return keys.length === 0 ? [] : [{ ...rest, who: [`permission-set/${assignment.permissionSet}`], accounts: keys }];
  });
  return [...(others.length === 0 ? [] : [{ ...expectation, who: others }]), ...entries];
}
