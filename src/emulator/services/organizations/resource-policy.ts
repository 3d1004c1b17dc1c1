import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../../../limits/index.ts";
import { arnOf } from "./arns.ts";
import { RESOURCE_POLICY_CONTENT, required, TAGS } from "./constraints.ts";
import { checkDelegationPolicy } from "./delegation/check.ts";
import { constraintViolation, invalidInput, resourcePolicyNotFound } from "./errors.ts";
import type { OrganizationCall } from "./operation.ts";
import { operation } from "./operation.ts";
import type { ResourcePolicyRecord, Tag } from "./state.ts";
import { resourcePoliciesTable, tagsTable } from "./state.ts";
import { putTags } from "./tags.ts";

function describe({ organization }: OrganizationCall, policy: ResourcePolicyRecord) {
  const ResourcePolicySummary = { Id: policy.id, Arn: arnOf(organization, "resourcepolicy", policy.id) };
  return { ResourcePolicy: { ResourcePolicySummary, Content: policy.content } };
}

function findResourcePolicy({ world, organization }: OrganizationCall): ResourcePolicyRecord {
  const policy = resourcePoliciesTable(world).get(organization.id);
  if (policy === undefined) throw resourcePolicyNotFound();
  return policy;
}

/**
 * Unconfirmed: that it needs all features, and the error for tags on an update; the page says that there is one, and
 * the only reason in the model that speaks of it is listed elsewhere.
 */
const putResourcePolicy = operation<{ Content: string; Tags?: readonly Tag[] }, object>({
  name: "PutResourcePolicy",
  callers: "management",
  input: { Content: required(RESOURCE_POLICY_CONTENT), ...TAGS },
  errors: [
    "ConstraintViolationException.MAX_TAG_LIMIT_EXCEEDED", "ConstraintViolationException.ORGANIZATION_NOT_IN_ALL_FEATURES_MODE",
    "InvalidInputException.DUPLICATE_TAG_KEY", "InvalidInputException.INVALID_PRINCIPAL", "InvalidInputException.INVALID_RESOURCE_POLICY_JSON",
    "InvalidInputException.INVALID_SYSTEM_TAGS_PARAMETER", "InvalidInputException.UNSUPPORTED_ACTION_IN_RESOURCE_POLICY",
    "InvalidInputException.UNSUPPORTED_POLICY_TYPE_IN_RESOURCE_POLICY", "InvalidInputException.UNSUPPORTED_RESOURCE_IN_RESOURCE_POLICY",
    "InvalidInputException.UPDATE_EXISTING_RESOURCE_POLICY_WITH_TAGS_NOT_SUPPORTED",
  ],
  quotas: [`1 policy of ${QUOTAS.resourcePolicyLength} characters`, `${QUOTAS.tagsPerResource} tags`],
  run(call, input) {
    const { world, organization } = call;
    if (organization.featureSet !== "ALL") {
      throw constraintViolation("ORGANIZATION_NOT_IN_ALL_FEATURES_MODE", "You can delegate policy management only when all features are enabled.");
    }
    const tags = input.Tags ?? [];
    const before = resourcePoliciesTable(world).get(organization.id);
    // Unconfirmed: which error this reason belongs to; the API's model has it, but among those of CreateAccount.
    if (before !== undefined && tags.length > 0) {
      throw invalidInput("UPDATE_EXISTING_RESOURCE_POLICY_WITH_TAGS_NOT_SUPPORTED", "You can give tags only when you create the resource policy.");
    }
    checkDelegationPolicy(call, input.Content);
    const policy = { id: before?.id ?? `rp-${world.randomId(8)}`, organizationId: organization.id, content: input.Content };
    resourcePoliciesTable(world).put(organization.id, policy);
    putTags(world, { id: policy.id, arn: arnOf(organization, "resourcepolicy", policy.id) }, tags);
    return describe(call, policy);
  },
});

const describeResourcePolicy = operation<object, object>({
  name: "DescribeResourcePolicy",
  callers: "delegated",
  input: {},
  errors: ["ResourcePolicyNotFoundException"],
  run: (call) => describe(call, findResourcePolicy(call)),
});

const deleteResourcePolicy = operation<object, object>({
  name: "DeleteResourcePolicy",
  callers: "management",
  input: {},
  errors: ["ResourcePolicyNotFoundException"],
  run(call) {
    tagsTable(call.world).delete(findResourcePolicy(call).id);
    resourcePoliciesTable(call.world).delete(call.organization.id);
    return {};
  },
});

export const resourcePolicyOperations = [putResourcePolicy, describeResourcePolicy, deleteResourcePolicy];
