import { IAM_QUOTAS } from "../../../limits/index.ts";
import { ARN, PAGE, POLICY_DOCUMENT, required, VERSION_ID } from "./constraints.ts";
import { deleteConflict, limitExceeded, noSuchEntity, notEmulated } from "./errors.ts";
import { findManagedPolicy, type ManagedPolicy } from "./managed-policies.ts";
import { accountOf, operation } from "./operation.ts";
import { page, type PageInput } from "./page.ts";
import { checkManagedDocument, findOwnPolicy } from "./policies.ts";
import { encodeDocument } from "./policy-document.ts";
import { keyOfName, policiesOf, type PolicyRecord, type PolicyVersionRecord } from "./state.ts";

const describe = (policy: PolicyRecord, { id, createdAt }: PolicyVersionRecord) => ({
  VersionId: id,
  IsDefaultVersion: id === policy.defaultVersion,
  CreateDate: createdAt,
});

const versionNotFound = (arn: string, id: string) => noSuchEntity(`Policy ${arn} version ${id} does not exist or is not attachable.`);

function findVersion(policy: PolicyRecord, arn: string, id: string): PolicyVersionRecord {
  const version = policy.versions.find((candidate) => candidate.id === id);
  if (version === undefined) throw versionNotFound(arn, id);
  return version;
}

interface CreateInput {
  readonly PolicyArn: string;
  readonly PolicyDocument: string;
  readonly SetAsDefault?: boolean;
}

const createPolicyVersion = operation<CreateInput>({
  name: "CreatePolicyVersion",
  input: { PolicyArn: required(ARN), PolicyDocument: required(POLICY_DOCUMENT) },
  errors: ["AccessDenied", "LimitExceeded", "MalformedPolicyDocument", "NoSuchEntity"],
  quotas: [`${IAM_QUOTAS.versionsPerPolicy} versions`, `${IAM_QUOTAS.managedPolicySize} characters`],
  run(call, input) {
    const before = findOwnPolicy(call, "CreatePolicyVersion", input.PolicyArn);
    checkManagedDocument(input.PolicyDocument);
    if (before.versions.length >= IAM_QUOTAS.versionsPerPolicy) {
      throw limitExceeded("A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.");
    }
    const lastVersion = before.lastVersion + 1;
    const version = { id: `v${lastVersion}`, document: input.PolicyDocument, createdAt: call.now };
    const defaultVersion = input.SetAsDefault ? version.id : before.defaultVersion;
    const policy: PolicyRecord = { ...before, lastVersion, defaultVersion, updatedAt: call.now, versions: [...before.versions, version] };
    policiesOf(call.world, accountOf(call)).put(keyOfName(policy.name), policy);
    return { PolicyVersion: describe(policy, version) };
  },
});

const getPolicyVersion = operation<{ PolicyArn: string; VersionId: string }>({
  name: "GetPolicyVersion",
  input: { PolicyArn: required(ARN), VersionId: required(VERSION_ID) },
  errors: ["NoSuchEntity", "NotImplemented"],
  run(call, { PolicyArn, VersionId }) {
    const found = findManagedPolicy(call.world, accountOf(call), PolicyArn);
    if (found.owner === "aws") return { PolicyVersion: describeAws(found, PolicyArn, VersionId) };
    const version = findVersion(found.policy, PolicyArn, VersionId);
    return { PolicyVersion: { ...describe(found.policy, version), Document: encodeDocument(version.document) } };
  },
});

/** Of AWS's policies the emulator knows one version, and of the long ones not what is in it. */
function describeAws({ policy }: ManagedPolicy & { owner: "aws" }, arn: string, versionId: string) {
  if (policy.document === undefined || versionId !== policy.version) throw notEmulated(`the document of ${versionId} of ${arn}`);
  return { VersionId: policy.version, IsDefaultVersion: true, CreateDate: policy.updatedAt, Document: encodeDocument(policy.document) };
}

/** Newest first. */
const listPolicyVersions = operation<{ PolicyArn: string } & PageInput>({
  name: "ListPolicyVersions",
  input: { PolicyArn: required(ARN), ...PAGE },
  errors: ["NoSuchEntity", "NotImplemented", "ValidationError"],
  run(call, input) {
    const found = findManagedPolicy(call.world, accountOf(call), input.PolicyArn);
    if (found.owner === "aws") {
      return { Versions: [{ VersionId: found.policy.version, IsDefaultVersion: true, CreateDate: found.policy.updatedAt }], IsTruncated: false };
    }
    const { items, ...rest } = page(input, found.policy.versions, ({ id }) => String(1e9 - Number(id.slice(1))));
    return { Versions: items.map((version) => describe(found.policy, version)), ...rest };
  },
});

const setDefaultPolicyVersion = operation<{ PolicyArn: string; VersionId: string }>({
  name: "SetDefaultPolicyVersion",
  input: { PolicyArn: required(ARN), VersionId: required(VERSION_ID) },
  errors: ["AccessDenied", "NoSuchEntity"],
  run(call, input) {
    const policy = findOwnPolicy(call, "SetDefaultPolicyVersion", input.PolicyArn);
    const { id } = findVersion(policy, input.PolicyArn, input.VersionId);
    policiesOf(call.world, accountOf(call)).put(keyOfName(policy.name), { ...policy, defaultVersion: id, updatedAt: call.now });
    return {};
  },
});

const deletePolicyVersion = operation<{ PolicyArn: string; VersionId: string }>({
  name: "DeletePolicyVersion",
  input: { PolicyArn: required(ARN), VersionId: required(VERSION_ID) },
  errors: ["AccessDenied", "DeleteConflict", "NoSuchEntity"],
  run(call, input) {
    const policy = findOwnPolicy(call, "DeletePolicyVersion", input.PolicyArn);
    const { id } = findVersion(policy, input.PolicyArn, input.VersionId);
    if (id === policy.defaultVersion) throw deleteConflict("Cannot delete the default version of a policy.");
    const versions = policy.versions.filter((version) => version.id !== id);
    policiesOf(call.world, accountOf(call)).put(keyOfName(policy.name), { ...policy, versions });
    return {};
  },
});

export const policyVersionOperations = [createPolicyVersion, getPolicyVersion, listPolicyVersions, setDefaultPolicyVersion, deletePolicyVersion];
