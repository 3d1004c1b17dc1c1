import type { ValuePath } from "../diagnostics/index.ts";
import { type Assignment, grantedPolicies, namedAccounts, type Organization, type PermissionSet, type PlacedAccount } from "../organization/index.ts";
import type { PolicyDocument, PolicyStatement } from "../policy/index.ts";
import { laneOf, laneOfNode, topOu } from "./stages.ts";
import type { Subject } from "./subject.ts";

/** An assignment with what it leads to. */
export interface Entry {
  readonly assignment: Assignment;
  readonly path: ValuePath;
  /** As it stands in a sentence: `group "developers"`. */
  readonly who: string;
  /** Undefined where the file has no such permission set, which has a rule of its own. */
  readonly set: PermissionSet | undefined;
  readonly members: readonly PlacedAccount[];
  readonly management: boolean;
}

/** Several rules ask for the same entries. */
const KNOWN = new WeakMap<Subject, readonly Entry[]>();

export function entriesOf(subject: Subject): readonly Entry[] {
  const entries = KNOWN.get(subject) ?? readEntries(subject);
  KNOWN.set(subject, entries);
  return entries;
}

function readEntries({ organization, accounts }: Subject): Entry[] {
  const { assignments = [], permissionSets = {} } = organization.identityCenter ?? {};
  return assignments.map((assignment, index) => ({
    assignment,
    path: ["identityCenter", "assignments", index],
    who: assignment.group === undefined ? `user "${assignment.user ?? ""}"` : `group "${assignment.group}"`,
    set: Object.hasOwn(permissionSets, assignment.permissionSet) ? permissionSets[assignment.permissionSet] : undefined,
    ...namedAccounts(assignment, accounts),
  }));
}

/** Everything in the file that names accounts by key and by OU. */
export function namersOf({ identityCenter, roles, budgets }: Organization): { readonly path: ValuePath; readonly words: string; readonly accounts?: readonly string[]; readonly ous?: readonly string[] }[] {
  return [
    ...(identityCenter?.assignments ?? []).map((one, index) => ({ ...one, path: ["identityCenter", "assignments", index], words: `Assignment ${index + 1}` })),
    ...Object.entries(roles ?? {}).map(([name, one]) => ({ ...one, path: ["roles", name], words: `Role "${name}"` })),
    ...Object.entries(budgets ?? {}).map(([name, one]) => ({ ...one, path: ["budgets", name], words: `Budget "${name}"` })),
  ];
}

/** For emergencies: who may use it is decided then, and not in the file. */
export const isForEmergencies = (text: string): boolean => /break[-_ ]?glass|emergency/i.test(text);

export const isProduction = ({ account, parent }: PlacedAccount): boolean =>
  (laneOf(account.stage ?? "") ?? laneOfNode(parent)) === "production" && topOu(parent) !== "policystaging";

/** Names of AWS's own policies that change nothing, as AWS calls such policies. */
const READS = /ReadOnly|ViewOnly|SecurityAudit|AuditAccess|BillingReadOnly/i;
/** What an action that changes nothing begins with, as AWS names its actions. */
const READING = /^[a-z0-9-]+:(?:Get|List|Describe|BatchGet|Head|Lookup|Search|Select|View|Query|Scan|Check|Simulate|Preview|Estimate|Filter|Generate(?:Credential|ServiceLastAccessed))/i;

/** Whether a permission set may change anything in an account. Of a policy whose text is not known, its name tells. */
export function mayWrite(name: string, set: PermissionSet): boolean {
  const { identity, boundary } = grantedPolicies(name, set);
  const granted = identity.policies.some(({ document }) => documentWrites(document)) || identity.unknown.some((policy) => !READS.test(policy));
  const limited = boundary?.unknown.length === 0 && !boundary.policies.some(({ document }) => documentWrites(document));
  return granted && !limited;
}

const documentWrites = ({ Statement }: PolicyDocument): boolean => ([Statement].flat() as readonly PolicyStatement[]).some(statementWrites);

function statementWrites({ Effect, Action }: PolicyStatement): boolean {
  if (Effect === "Deny") return false;
  return Action === undefined || [Action].flat().some((action) => !READING.test(action));
}
