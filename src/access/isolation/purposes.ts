import type { Organization } from "../../organization/index.ts";

/** What roles are for that AWS and landfall make, by the beginning of their names. */
const KNOWN: readonly (readonly [name: string, purpose: string])[] = [
  ["OrganizationAccountAccessRole", "the management account enters accounts that it made; AWS makes the role"],
  ["landfall-member", "landfall reads accounts and sets them up"],
  ["landfall-audit", "the security team reads what happens"],
  ["stacksets-exec-", "baselines are rolled out by StackSets"],
  ["AWSControlTowerExecution", "Control Tower looks after the accounts it governs"],
];

/** What a role is for: as the file describes it, or as everybody knows it; undefined where nobody has said it. */
export const purposeOfRole = (name: string, organization: Organization | undefined): string | undefined =>
  described(organization?.roles, name) ?? KNOWN.find(([known]) => name === known || (known.endsWith("-") && name.startsWith(known)))?.[1];

/** What an assignment is for: as the group or the permission set is described. */
export const purposeOfAssignment = (who: string, sets: readonly string[], { identityCenter }: Organization): string | undefined => {
  const told = [described(identityCenter?.groups, who), ...sets.map((set) => described(identityCenter?.permissionSets, set))].filter((text) => text !== undefined);
  return told.length === 0 ? undefined : [...new Set(told)].join("; ");
};

function described(things: Readonly<Record<string, { readonly description?: string }>> | undefined, name: string): string | undefined {
  const text = things !== undefined && Object.hasOwn(things, name) ? things[name]?.description : undefined;
  return text === undefined || text.trim() === "" ? undefined : text;
}
