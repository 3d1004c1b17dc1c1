import type { PolicyDocument } from "../../../../policy/index.ts";
import { parsePolicyText } from "../../../../policy/index.ts";
import type { OrganizationCall } from "../operation.ts";
import type { ResourcePolicyRecord } from "../state.ts";
import { delegatedAdministratorsOf, resourcePoliciesTable } from "../state.ts";
import { DELEGABLE_ACTIONS } from "./actions.ts";
import { delegationAllows } from "./decide.ts";
import { delegatedRequest } from "./request.ts";

/** Records are never changed, only replaced, so one that was read once is known. */
const documents = new WeakMap<ResourcePolicyRecord, PolicyDocument>();

function documentOf(record: ResourcePolicyRecord): PolicyDocument | undefined {
  const document = documents.get(record) ?? parsePolicyText(record.content).document;
  if (document !== undefined) documents.set(record, document);
  return document;
}

/**
 * Whether a member account may make a call that the management account can delegate: an administrator of any service
 * reads everything, and anything else takes the delegation policy.
 * Source: API Reference, RegisterDelegatedAdministrator: "grants read-only access to Organizations service data".
 */
export function isDelegated(call: OrganizationCall, operation: string, input: object): boolean {
  const { world, organization, principal } = call;
  const isRead = /^(Describe|List)/.test(operation);
  if (isRead && delegatedAdministratorsOf(world, organization.id).has(principal.accountId)) return true;
  const record = resourcePoliciesTable(world).get(organization.id);
  const policy = record && documentOf(record);
  if (policy === undefined || !DELEGABLE_ACTIONS.includes(operation)) return false;
  return delegationAllows(policy, delegatedRequest(call, operation, { ...input }));
}
