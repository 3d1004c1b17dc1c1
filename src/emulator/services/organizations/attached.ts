import { AUTHORIZATION_POLICY_TYPES } from "../../../limits/index.ts";
import type { World } from "../../world.ts";
import type { OrganizationRecord } from "./state.ts";
import { attachmentsTable, nextRow, targetsOf } from "./state.ts";

/** Ids of the policies of a type attached directly to a target, oldest first. */
export const attachedTo = (world: World, targetId: string, type: string): readonly string[] => attachmentsTable(world).get(targetId)?.[type] ?? [];

export interface Attachment {
  readonly organizationId: string;
  readonly type: string;
  readonly policyId: string;
  readonly targetId: string;
}

export function attach(world: World, { organizationId, type, policyId, targetId }: Attachment): void {
  attachmentsTable(world).put(targetId, { ...attachmentsTable(world).get(targetId), [type]: [...attachedTo(world, targetId, type), policyId] });
  targetsOf(world, organizationId, policyId).put(targetId, nextRow(world));
}

export function detach(world: World, { organizationId, type, policyId, targetId }: Attachment): void {
  const left = attachedTo(world, targetId, type).filter((id) => id !== policyId);
  attachmentsTable(world).put(targetId, { ...attachmentsTable(world).get(targetId), [type]: left });
  targetsOf(world, organizationId, policyId).delete(targetId);
}

/** Gives a new OU or account the AWS managed policy of every enabled type, as AWS does. */
export function attachDefaults(world: World, organization: OrganizationRecord, targetId: string): void {
  for (const { type, awsManaged } of AUTHORIZATION_POLICY_TYPES) {
    if (organization.policyTypes[type] !== "ENABLED") continue;
    attach(world, { organizationId: organization.id, type, policyId: awsManaged.id, targetId });
  }
}
