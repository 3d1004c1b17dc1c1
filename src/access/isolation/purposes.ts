import type { Organization } from "../../organization/index.ts";
import type { KnownRole } from "../model.ts";

/** What roles are for that AWS and landfall make, by the beginning of their names. */
const KNOWN: readonly (readonly [name: string, purpose: string])[] = [
  ["OrganizationAccountAccessRole", "the management account enters accounts that it made; AWS makes the role"],
  ["landfall-member", "landfall reads accounts and sets them up"],
  ["landfall-audit", "the security team reads what happens"],
  ["stacksets-exec-", "baselines are rolled out by StackSets"],
  ["AWSControlTowerExecution", "Control Tower looks after the accounts it governs"],
];

/** The tag that says what a role or a user is for that the file does not have. */
const PURPOSE_TAG = "purpose";

/** What a role is for: as the file describes it, its tag says it, or everybody knows it; undefined where nobody has said it. */
export const purposeOfRole = ({ name, tags }: Pick<KnownRole, "name" | "tags">, organization: Organization | undefined): string | undefined =>
  described(organization?.roles, name) ?? purposeByTag(tags) ?? KNOWN.find(([known]) => isNamed(name, known))?.[1];

export const purposeByTag = (tags: KnownRole["tags"]): string | undefined => worded(tags?.[PURPOSE_TAG]);

/** Whether AWS or landfall makes the role, so that nobody else decides whether it is needed. */
export const isOfFoundation = (name: string): boolean => KNOWN.some(([known]) => isNamed(name, known));

const isNamed = (name: string, known: string): boolean => name === known || (known.endsWith("-") && name.startsWith(known));

/** What an assignment is for: as the group or the permission set is described. */
export const purposeOfAssignment = (who: string, sets: readonly string[], { identityCenter }: Organization): string | undefined => {
  const told = [described(identityCenter?.groups, who), ...sets.map((set) => described(identityCenter?.permissionSets, set))].filter((text) => text !== undefined);
  return told.length === 0 ? undefined : [...new Set(told)].join("; ");
};

function described(things: Readonly<Record<string, { readonly description?: string }>> | undefined, name: string): string | undefined {
  return worded(things !== undefined && Object.hasOwn(things, name) ? things[name]?.description : undefined);
}

const worded = (text: string | undefined): string | undefined => (text === undefined || text.trim() === "" ? undefined : text);
