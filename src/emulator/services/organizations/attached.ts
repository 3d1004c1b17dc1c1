import type { World } from "../../world.ts";
import { managedPolicy } from "./managed-policies.ts";
import type { Rows } from "./page.ts";
import { rowsAfter } from "./page.ts";
import { emulatedType } from "./policy-kinds.ts";
import type { IndexRow, OrganizationRecord } from "./state.ts";
import { allAccounts, allUnits, attachmentsTable, nextRow, ROOT_ROW, targetsOf } from "./state.ts";

/**
 * AWS attaches its own policy of a type to every target when the type is enabled, and to each that comes later. That is
 * not written down for each: a target without a list of its own has what AWS attached, so that enabling a type takes as
 * long in an organization of ten thousand accounts as in one of ten.
 */
function attachedByAws({ policyTypes }: OrganizationRecord, type: string): readonly string[] {
  const status = policyTypes[type];
  if (status !== "ENABLED" && status !== "PENDING_DISABLE") return NONE;
  const managed = emulatedType(type).awsManaged;
  return managed === undefined ? NONE : [managed.id];
}

const NONE: readonly string[] = [];

/** Ids of the policies of a type attached directly to a target, oldest first. */
export const attachedTo = (world: World, organization: OrganizationRecord, targetId: string, type: string): readonly string[] =>
  attachmentsTable(world).get(targetId)?.[type] ?? attachedByAws(organization, type);

export interface Attachment {
  readonly organization: OrganizationRecord;
  readonly type: string;
  readonly policyId: string;
  readonly targetId: string;
}

export function attach(world: World, { organization, type, policyId, targetId }: Attachment): void {
  setAttached(world, targetId, type, [...attachedTo(world, organization, targetId, type), policyId]);
  targetsOf(world, organization.id, policyId).put(targetId, nextRow(world));
}

export function detach(world: World, { organization, type, policyId, targetId }: Attachment): void {
  const left = attachedTo(world, organization, targetId, type).filter((id) => id !== policyId);
  const isAsByAws = left.join() === attachedByAws(organization, type).join();
  setAttached(world, targetId, type, isAsByAws ? undefined : left);
  targetsOf(world, organization.id, policyId).delete(targetId);
}

/** Gives a target a list of its own, or takes it away. */
function setAttached(world: World, targetId: string, type: string, policies: readonly string[] | undefined): void {
  const { [type]: _before, ...others } = attachmentsTable(world).get(targetId) ?? {};
  const lists = policies === undefined ? others : { ...others, [type]: policies };
  if (Object.keys(lists).length === 0) attachmentsTable(world).delete(targetId);
  else attachmentsTable(world).put(targetId, lists);
}

/** Detaches every policy of a type from everything in an organization. */
export function detachType(world: World, organization: OrganizationRecord, type: string): void {
  const all = attachmentsTable(world);
  for (const targetId of all.keys()) {
    const policies = all.get(targetId)?.[type];
    if (policies === undefined || !isTarget(world, organization, targetId)) continue;
    for (const policyId of policies) targetsOf(world, organization.id, policyId).delete(targetId);
    setAttached(world, targetId, type, undefined);
  }
}

const isTarget = (world: World, { id, rootId }: OrganizationRecord, targetId: string): boolean =>
  targetId === rootId || allUnits(world, id).has(targetId) || allAccounts(world, id).has(targetId);

/** Forgets every attachment of a target that goes away. */
export function detachEverything(world: World, organizationId: string, targetId: string): void {
  for (const policies of Object.values(attachmentsTable(world).get(targetId) ?? {})) {
    for (const policyId of policies) targetsOf(world, organizationId, policyId).delete(targetId);
  }
  attachmentsTable(world).delete(targetId);
}

/** What a policy is attached to: for AWS's own whatever has it, in the order in which the targets came. */
export function targetRows(world: World, organization: OrganizationRecord, { id, type }: { readonly id: string; readonly type: string }): Rows {
  if (managedPolicy(id) === undefined) return targetsOf(world, organization.id, id);
  return function* (after) {
    for (const row of everyTarget(world, organization, after)) if (attachedTo(world, organization, row[0], type).includes(id)) yield row;
  };
}

/** The root, and then OUs and accounts by their age. */
function* everyTarget(world: World, { id, rootId }: OrganizationRecord, after: number): Generator<readonly [string, IndexRow]> {
  if (after < ROOT_ROW.seq) yield [rootId, ROOT_ROW];
  const [units, accounts] = [rowsAfter(allUnits(world, id), after), rowsAfter(allAccounts(world, id), after)];
  let [unit, account] = [units.next(), accounts.next()];
  while (!unit.done || !account.done) {
    if (!unit.done && (account.done || unit.value[1].seq < account.value[1].seq)) {
      yield unit.value;
      unit = units.next();
    } else if (!account.done) {
      yield account.value;
      account = accounts.next();
    }
  }
}
