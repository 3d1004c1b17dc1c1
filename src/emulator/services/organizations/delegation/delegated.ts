import type { NamedPolicy } from "../../../../policy/index.ts";
import { mayCall } from "../../../decision.ts";
import { documentOf } from "../../../documents.ts";
import { ORGANIZATIONS_FURTHER } from "../../../subjects/organizations-further.ts";
import { organizationsSubjects } from "../../../subjects/organizations.ts";
import type { FurtherSubject, Input, Named } from "../../../subjects/subject.ts";
import { arnOf } from "../arns.ts";
import type { OrganizationCall } from "../operation.ts";
import { delegatedAdministratorsOf, resourcePoliciesTable } from "../state.ts";
import { DELEGABLE_ACTIONS } from "./actions.ts";

/**
 * Whether a member account may make a call that the management account can delegate: an administrator of any service
 * reads everything, and anything else takes the delegation policy, for everything that the call is about and for the
 * tags that go along.
 * Source: API Reference, RegisterDelegatedAdministrator: "grants read-only access to Organizations service data".
 */
export function isDelegated(call: OrganizationCall, operation: string, input: object): boolean {
  const { world, organization, principal } = call;
  const isRead = /^(Describe|List)/.test(operation);
  if (isRead && delegatedAdministratorsOf(world, organization.id).has(principal.accountId)) return true;
  const record = resourcePoliciesTable(world).get(organization.id);
  if (record === undefined || !DELEGABLE_ACTIONS.includes(operation)) return false;
  const policy = { name: arnOf(organization, "resourcepolicy", record.id), document: documentOf(record.content) };
  const given: Input = { ...input };
  if (!allows(call, policy, `organizations:${operation}`, organizationsSubjects.read(call, operation, given))) return false;
  const tagging = ORGANIZATIONS_FURTHER[operation]?.find((further) => further.given === "Tags" && Array.isArray(given["Tags"]) && given["Tags"].length > 0);
  const tagged = tagging?.subject?.(call, given);
  return tagging === undefined || tagged === undefined || allows(call, policy, tagging.action, tagged);
}

/** As a policy of another account's resources: nothing is allowed by what cannot be told. */
function allows(call: OrganizationCall, policy: NamedPolicy, action: string, { resources, keys, unclear = [] }: FurtherSubject): boolean {
  const resourceAccount = call.organization.managementAccountId;
  const named: readonly Partial<Named>[] = resources.length === 0 ? [{}] : resources;
  return named.every(({ arn, tags, unclear: ofResource = [] }) => mayCall(call, { action, resource: arn, resourceAccount, policy, keys: { ...keys, ...tags }, unclear: [...unclear, ...ofResource] }) === undefined);
}
