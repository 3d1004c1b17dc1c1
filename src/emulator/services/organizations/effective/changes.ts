import type { OrganizationCall } from "../operation.ts";
import { organizationsTable } from "../state.ts";

/** Remembers that policies of a type, or their attachments, changed now. */
export function noteChange({ world, organization: { id }, now }: OrganizationCall, type: string): void {
  const organization = organizationsTable(world).get(id);
  if (organization === undefined) return;
  organizationsTable(world).put(id, { ...organization, policyChanges: { ...organization.policyChanges, [type]: now } });
}
