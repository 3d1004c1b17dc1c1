import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../../../limits/index.ts";
import type { World } from "../../world.ts";
import { policyArn } from "./arns.ts";
import { PAGE, POLICY, POLICY_CONTENT, POLICY_DESCRIPTION, POLICY_NAME, POLICY_TYPE, required, TAGS } from "./constraints.ts";
import { constraintViolation, duplicatePolicy, invalidInput, policyInUse, policyNotFound, policyTypeNotAvailable } from "./errors.ts";
import { noteChange } from "./effective/changes.ts";
import { managedPoliciesOf, managedPolicy } from "./managed-policies.ts";
import type { ManagedPolicy } from "./managed-policies.ts";
import type { OrganizationCall } from "./operation.ts";
import { operation } from "./operation.ts";
import type { PageInput } from "./page.ts";
import { page, rowsAfter } from "./page.ts";
import { checkPolicyDocument } from "./policy-document.ts";
import { emulatedType } from "./policy-kinds.ts";
import type { IndexRow, OrganizationRecord, PolicyRecord, Tag } from "./state.ts";
import { allPolicies, nextRow, policiesTable, policyNameKey, policyNamesTable, ROOT_ROW, tagsTable, targetsOf } from "./state.ts";
import { checkTags, putTags } from "./tags.ts";

/** A policy as the API shows it, AWS's own or the customer's. */
export function describePolicySummary(organization: OrganizationRecord, policy: PolicyRecord | ManagedPolicy) {
  return {
    Id: policy.id,
    Arn: policyArn(organization, policy),
    Name: policy.name,
    Description: policy.description,
    Type: policy.type,
    AwsManaged: managedPolicy(policy.id) !== undefined,
  };
}

const describe = (organization: OrganizationRecord, policy: PolicyRecord | ManagedPolicy) => ({
  Policy: { PolicySummary: describePolicySummary(organization, policy), Content: policy.content },
});

/** A policy that the caller's organization can use. */
export function findPolicy({ world, organization }: OrganizationCall, id: string): PolicyRecord | ManagedPolicy {
  const own = policiesTable(world).get(id);
  const policy = own?.organizationId === organization.id ? own : managedPolicy(id);
  if (policy === undefined) throw policyNotFound();
  return policy;
}

/** A policy that the caller may change: not one of AWS's. */
function findOwnPolicy(call: OrganizationCall, id: string): PolicyRecord {
  const policy = findPolicy(call, id);
  if (!("organizationId" in policy)) throw invalidInput("IMMUTABLE_POLICY", "You can't modify or delete a policy that is managed by AWS.");
  return policy;
}

function refuseDuplicate(world: World, policy: Pick<PolicyRecord, "organizationId" | "type" | "name" | "id">): void {
  const owner = policyNamesTable(world).get(policyNameKey(policy.organizationId, policy.type, policy.name));
  const managed = managedPoliciesOf(policy.type).some(({ name }) => name === policy.name);
  if (managed || (owner !== undefined && owner !== policy.id)) throw duplicatePolicy();
}

function putPolicy(world: World, policy: PolicyRecord): void {
  policiesTable(world).put(policy.id, policy);
  policyNamesTable(world).put(policyNameKey(policy.organizationId, policy.type, policy.name), policy.id);
}

export function forgetPolicy(world: World, policy: PolicyRecord): void {
  policiesTable(world).delete(policy.id);
  policyNamesTable(world).delete(policyNameKey(policy.organizationId, policy.type, policy.name));
  allPolicies(world, policy.organizationId, policy.type).delete(policy.id);
  tagsTable(world).delete(policy.id);
}

interface CreatePolicyInput {
  readonly Content: string;
  readonly Description: string;
  readonly Name: string;
  readonly Type: string;
  readonly Tags?: readonly Tag[];
}

/** The type need not be enabled on the root, only be available to the organization. */
const createPolicy = operation<CreatePolicyInput, object>({
  name: "CreatePolicy",
  callers: "delegated",
  input: {
    Content: required(POLICY_CONTENT),
    Description: required(POLICY_DESCRIPTION),
    Name: required(POLICY_NAME),
    Type: required(POLICY_TYPE),
    ...TAGS,
  },
  errors: [
    "ConstraintViolationException.MAX_TAG_LIMIT_EXCEEDED", "ConstraintViolationException.POLICY_CONTENT_LIMIT_EXCEEDED",
    "ConstraintViolationException.POLICY_NUMBER_LIMIT_EXCEEDED", "DuplicatePolicyException", "InvalidInputException.DUPLICATE_TAG_KEY",
    "InvalidInputException.INVALID_SYSTEM_TAGS_PARAMETER", "MalformedPolicyDocumentException", "NotImplemented",
    "PolicyTypeNotAvailableForOrganizationException",
  ],
  quotas: ["policies and characters, by type", `${QUOTAS.tagsPerResource} tags`],
  run({ world, organization }, input) {
    const facts = emulatedType(input.Type);
    if (organization.featureSet !== "ALL") throw policyTypeNotAvailable();
    checkTags(input.Tags ?? []);
    checkPolicyDocument(input.Content, facts);
    const policy: PolicyRecord = {
      id: `p-${world.randomId(8)}`,
      organizationId: organization.id,
      type: input.Type,
      name: input.Name,
      description: input.Description,
      content: input.Content,
    };
    refuseDuplicate(world, policy);
    if (allPolicies(world, organization.id, input.Type).size >= facts.maxPerOrganization) {
      throw constraintViolation("POLICY_NUMBER_LIMIT_EXCEEDED", "You have exceeded the number of policies of this type in your organization.");
    }
    putPolicy(world, policy);
    allPolicies(world, organization.id, policy.type).put(policy.id, nextRow(world));
    putTags(world, { id: policy.id, arn: policyArn(organization, policy) }, input.Tags ?? []);
    return describe(organization, policy);
  },
});

const updatePolicy = operation<{ PolicyId: string; Name?: string; Description?: string; Content?: string }, object>({
  name: "UpdatePolicy",
  callers: "delegated",
  input: { PolicyId: required(POLICY), Name: POLICY_NAME, Description: POLICY_DESCRIPTION, Content: POLICY_CONTENT },
  errors: [
    "ConstraintViolationException.POLICY_CONTENT_LIMIT_EXCEEDED", "DuplicatePolicyException", "InvalidInputException.IMMUTABLE_POLICY",
    "MalformedPolicyDocumentException", "NotImplemented", "PolicyNotFoundException",
  ],
  quotas: ["characters, by type"],
  run(call, input) {
    const { world, organization } = call;
    const before = findOwnPolicy(call, input.PolicyId);
    const policy: PolicyRecord = {
      ...before,
      name: input.Name ?? before.name,
      description: input.Description ?? before.description,
      content: input.Content ?? before.content,
    };
    if (input.Content !== undefined) checkPolicyDocument(input.Content, emulatedType(policy.type));
    refuseDuplicate(world, policy);
    policyNamesTable(world).delete(policyNameKey(before.organizationId, before.type, before.name));
    putPolicy(world, policy);
    if (input.Content !== undefined) noteChange(call, policy.type);
    return describe(organization, policy);
  },
});

const describePolicy = operation<{ PolicyId: string }, object>({
  name: "DescribePolicy",
  callers: "delegated",
  input: { PolicyId: required(POLICY) },
  errors: ["PolicyNotFoundException"],
  run: (call, input) => describe(call.organization, findPolicy(call, input.PolicyId)),
});

const deletePolicy = operation<{ PolicyId: string }, object>({
  name: "DeletePolicy",
  callers: "delegated",
  input: { PolicyId: required(POLICY) },
  errors: ["InvalidInputException.IMMUTABLE_POLICY", "PolicyInUseException", "PolicyNotFoundException"],
  run(call, input) {
    const policy = findOwnPolicy(call, input.PolicyId);
    if (targetsOf(call.world, call.organization.id, policy.id).size > 0) throw policyInUse();
    forgetPolicy(call.world, policy);
    return {};
  },
});

/** AWS's own first. A type the emulator lacks has no policies here, which is what an organization without any answers. */
const listPolicies = operation<{ Filter: string } & PageInput, object>({
  name: "ListPolicies",
  callers: "delegated",
  input: { Filter: required(POLICY_TYPE), ...PAGE },
  errors: ["InvalidInputException.INVALID_NEXT_TOKEN"],
  run(call, input) {
    const managed = call.organization.featureSet === "ALL" ? managedPoliciesOf(input.Filter) : [];
    const rows = function* (after: number): Generator<readonly [string, IndexRow]> {
      if (after < ROOT_ROW.seq) for (const { id } of managed) yield [id, ROOT_ROW];
      yield* rowsAfter(allPolicies(call.world, call.organization.id, input.Filter), after);
    };
    const { items, NextToken } = page(call, ["ListPolicies", input.Filter], rows, input, (id) => describePolicySummary(call.organization, findPolicy(call, id)));
    return { Policies: items, NextToken };
  },
});

export const policyOperations = [createPolicy, updatePolicy, describePolicy, deletePolicy, listPolicies];
