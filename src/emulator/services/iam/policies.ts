import { IAM_QUOTAS } from "../../../limits/index.ts";
import type { Call } from "../../operation.ts";
import { arnOf } from "./arns.ts";
import { ARN, PAGE, POLICY_DESCRIPTION, POLICY_DOCUMENT, POLICY_NAME, POLICY_PATH, required, TAGS } from "./constraints.ts";
import { accessDenied, deleteConflict, entityAlreadyExists, overQuota, policyNotFound } from "./errors.ts";
import { newId } from "./ids.ts";
import { AWS_MANAGED_POLICIES } from "./managed/index.ts";
import { attachmentCounts, customerPolicy, findManagedPolicy, type ManagedPolicy } from "./managed-policies.ts";
import { accountOf, operation } from "./operation.ts";
import { page, type PageInput } from "./page.ts";
import { checkPolicyDocument, countedLength } from "./policy-document.ts";
import { keyOfName, policiesOf, type PolicyRecord, type Tag } from "./state.ts";
import { newTags, TAGS_QUOTA } from "./tags.ts";

type Counts = ReturnType<typeof attachmentCounts>;

/** What lists show. */
function describe(accountId: string, found: ManagedPolicy, counts: Counts) {
  const { policy } = found;
  const isCustomer = found.owner === "customer";
  const Arn = isCustomer ? arnOf(accountId, "policy", policy) : found.policy.arn;
  return {
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn,
    Path: policy.path,
    DefaultVersionId: isCustomer ? found.policy.defaultVersion : found.policy.version,
    AttachmentCount: counts.attached.get(Arn) ?? 0,
    PermissionsBoundaryUsageCount: counts.boundary.get(Arn) ?? 0,
    IsAttachable: true,
    CreateDate: policy.createdAt,
    UpdateDate: policy.updatedAt,
  };
}

export function checkManagedDocument(document: string): void {
  checkPolicyDocument("identity", document);
  if (countedLength(document) > IAM_QUOTAS.managedPolicySize) throw overQuota("PolicySize", IAM_QUOTAS.managedPolicySize);
}

interface CreatePolicyInput {
  readonly PolicyName: string;
  readonly Path?: string;
  readonly PolicyDocument: string;
  readonly Description?: string;
  readonly Tags?: readonly Tag[];
}

const createPolicy = operation<CreatePolicyInput>({
  name: "CreatePolicy",
  input: { PolicyName: required(POLICY_NAME), Path: POLICY_PATH, PolicyDocument: required(POLICY_DOCUMENT), Description: POLICY_DESCRIPTION, ...TAGS },
  errors: ["EntityAlreadyExists", "InvalidInput", "LimitExceeded", "MalformedPolicyDocument"],
  quotas: [`${IAM_QUOTAS.policies} policies`, `${IAM_QUOTAS.managedPolicySize} characters`, TAGS_QUOTA],
  run(call, input) {
    const accountId = accountOf(call);
    const policies = policiesOf(call.world, accountId);
    const name = input.PolicyName;
    if (policies.has(keyOfName(name))) throw entityAlreadyExists(`A policy called ${name} already exists. Duplicate names are not allowed.`);
    if (policies.size >= IAM_QUOTAS.policies) throw overQuota("PoliciesPerAccount", IAM_QUOTAS.policies);
    checkManagedDocument(input.PolicyDocument);
    const policy: PolicyRecord = {
      id: newId(call.world, "ANPA"),
      name,
      path: input.Path ?? "/",
      description: input.Description,
      createdAt: call.now,
      updatedAt: call.now,
      tags: newTags(input.Tags),
      versions: [{ id: "v1", document: input.PolicyDocument, createdAt: call.now }],
      defaultVersion: "v1",
      lastVersion: 1,
    };
    policies.put(keyOfName(name), policy);
    const counts = attachmentCounts(call.world, accountId);
    return { Policy: { ...describe(accountId, { owner: "customer", policy }, counts), Tags: policy.tags.length > 0 ? policy.tags : undefined } };
  },
});

const getPolicy = operation<{ PolicyArn: string }>({
  name: "GetPolicy",
  input: { PolicyArn: required(ARN) },
  errors: ["NoSuchEntity", "NotImplemented"],
  run(call, input) {
    const accountId = accountOf(call);
    const found = findManagedPolicy(call.world, accountId, input.PolicyArn);
    const more = found.owner === "customer" ? { Description: found.policy.description, Tags: found.policy.tags } : { Tags: [] };
    return { Policy: { ...describe(accountId, found, attachmentCounts(call.world, accountId)), ...more } };
  },
});

interface ListPoliciesInput extends PageInput {
  readonly Scope?: "All" | "AWS" | "Local";
  readonly OnlyAttached?: boolean;
  readonly PathPrefix?: string;
  readonly PolicyUsageFilter?: "PermissionsPolicy" | "PermissionsBoundary";
}

const listPolicies = operation<ListPoliciesInput>({
  name: "ListPolicies",
  input: {
    Scope: { values: ["All", "AWS", "Local"] },
    PathPrefix: POLICY_PATH,
    PolicyUsageFilter: { values: ["PermissionsPolicy", "PermissionsBoundary"] },
    ...PAGE,
  },
  errors: ["ValidationError"],
  run(call, input) {
    const accountId = accountOf(call);
    const counts = attachmentCounts(call.world, accountId);
    const scope = input.Scope ?? "All";
    const customer = scope === "AWS" ? [] : Array.from(policiesOf(call.world, accountId).values(), (policy) => ({ owner: "customer", policy }) as const);
    const aws = scope === "Local" ? [] : AWS_MANAGED_POLICIES.map((policy) => ({ owner: "aws", policy }) as const);
    const chosen = [...customer, ...aws].map((found) => describe(accountId, found, counts)).filter((policy) => isWanted(policy, input));
    const { items, ...rest } = page(input, chosen, nameKey);
    return { Policies: items, ...rest };
  },
});

function isWanted(policy: ReturnType<typeof describe>, { OnlyAttached, PathPrefix, PolicyUsageFilter }: ListPoliciesInput): boolean {
  const { AttachmentCount: attached, PermissionsBoundaryUsageCount: bounding } = policy;
  if (PathPrefix !== undefined && !policy.Path.startsWith(PathPrefix)) return false;
  if (PolicyUsageFilter === "PermissionsBoundary") return bounding > 0;
  return OnlyAttached ? attached > 0 || (bounding > 0 && PolicyUsageFilter === undefined) : true;
}

/** Names are unique among the customer's policies, and among AWS's. */
export const nameKey = ({ PolicyName, Arn }: { readonly PolicyName: string; readonly Arn: string }): string => `${PolicyName} ${Arn.split(":")[4] ?? ""}`;

/** A policy that the account may change. */
export function findOwnPolicy(call: Call, action: string, arn: string): PolicyRecord {
  const policy = customerPolicy(call.world, accountOf(call), arn);
  if (policy !== undefined) return policy;
  if (arn.startsWith("arn:aws:iam::aws:")) throw accessDenied(`User: ${call.principal.arn} is not authorized to perform: iam:${action} on resource: policy ${arn}`);
  throw policyNotFound(arn);
}

const deletePolicy = operation<{ PolicyArn: string }>({
  name: "DeletePolicy",
  input: { PolicyArn: required(ARN) },
  errors: ["AccessDenied", "DeleteConflict", "NoSuchEntity"],
  run(call, input) {
    const policy = findOwnPolicy(call, "DeletePolicy", input.PolicyArn);
    const { attached, boundary } = attachmentCounts(call.world, accountOf(call));
    if (attached.has(input.PolicyArn) || boundary.has(input.PolicyArn)) throw deleteConflict("Cannot delete a policy attached to entities.");
    if (policy.versions.length > 1) {
      throw deleteConflict(
        "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
      );
    }
    policiesOf(call.world, accountOf(call)).delete(keyOfName(policy.name));
    return {};
  },
});

export const policyOperations = [createPolicy, getPolicy, listPolicies, deletePolicy];
