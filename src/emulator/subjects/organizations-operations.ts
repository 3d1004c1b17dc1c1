import { ORGANIZATIONS_FURTHER } from "./organizations-further.ts";
import type { SubjectFacts } from "./subject.ts";

const ACCOUNT = ["account"];
const UNIT = ["organizationalunit"];
const ROOT = ["root"];
const POLICY = ["policy"];
const HANDSHAKE = ["handshake"];
const TRANSFER = ["responsibilitytransfer"];
const PARENT = ["organizationalunit", "root"];
const TARGET = ["account", "organizationalunit", "root"];
const TAGGED = ["account", "organizationalunit", "policy", "resourcepolicy", "responsibilitytransfer", "root"];
const POLICY_TYPE = ["organizations:PolicyType"];
const SERVICE = ["organizations:ServicePrincipal"];
const OF_TRANSFER = ["organizations:TransferDirection", "organizations:TransferType"];

/** Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Organizations". */
const OPERATIONS: Readonly<Record<string, Omit<SubjectFacts, "further">>> = {
  AcceptHandshake: { about: { HandshakeId: HANDSHAKE } },
  AttachPolicy: { about: { PolicyId: POLICY, TargetId: TARGET }, keys: POLICY_TYPE },
  CancelHandshake: { about: { HandshakeId: HANDSHAKE } },
  CloseAccount: { about: { AccountId: ACCOUNT } },
  CreateAccount: {},
  CreateOrganization: {},
  CreateOrganizationalUnit: { about: { ParentId: PARENT } },
  CreatePolicy: { about: { new: POLICY }, keys: POLICY_TYPE },
  DeclineHandshake: { about: { HandshakeId: HANDSHAKE } },
  DeleteOrganization: {},
  DeleteOrganizationalUnit: { about: { OrganizationalUnitId: UNIT } },
  DeletePolicy: { about: { PolicyId: POLICY }, keys: POLICY_TYPE },
  DeleteResourcePolicy: {},
  DeregisterDelegatedAdministrator: { about: { AccountId: ACCOUNT }, keys: SERVICE },
  DescribeAccount: { about: { AccountId: ACCOUNT } },
  DescribeCreateAccountStatus: {},
  DescribeEffectivePolicy: { about: { TargetId: ACCOUNT }, keys: POLICY_TYPE },
  DescribeHandshake: { about: { HandshakeId: HANDSHAKE } },
  DescribeOrganization: {},
  DescribeOrganizationalUnit: { about: { OrganizationalUnitId: UNIT } },
  DescribePolicy: { about: { PolicyId: POLICY }, keys: POLICY_TYPE },
  DescribeResourcePolicy: {},
  DescribeResponsibilityTransfer: { about: { Id: TRANSFER }, keys: OF_TRANSFER },
  DetachPolicy: { about: { PolicyId: POLICY, TargetId: TARGET }, keys: POLICY_TYPE },
  DisableAWSServiceAccess: { keys: SERVICE },
  DisablePolicyType: { about: { RootId: ROOT }, keys: POLICY_TYPE },
  EnableAWSServiceAccess: { keys: SERVICE },
  EnableAllFeatures: {},
  EnablePolicyType: { about: { RootId: ROOT }, keys: POLICY_TYPE },
  InviteAccountToOrganization: { about: { "Target.Id": ACCOUNT } },
  InviteOrganizationToTransferResponsibility: { about: { "Target.Id": ACCOUNT }, keys: OF_TRANSFER },
  LeaveOrganization: {},
  ListAWSServiceAccessForOrganization: {},
  ListAccounts: {},
  ListAccountsForParent: { about: { ParentId: PARENT } },
  ListAccountsWithInvalidEffectivePolicy: { keys: POLICY_TYPE },
  ListChildren: { about: { ParentId: PARENT } },
  ListCreateAccountStatus: {},
  ListDelegatedAdministrators: { keys: SERVICE },
  ListDelegatedServicesForAccount: { about: { AccountId: ACCOUNT } },
  ListEffectivePolicyValidationErrors: { about: { AccountId: ACCOUNT }, keys: POLICY_TYPE },
  ListHandshakesForAccount: {},
  ListHandshakesForOrganization: {},
  ListInboundResponsibilityTransfers: { keys: OF_TRANSFER },
  ListOrganizationalUnitsForParent: { about: { ParentId: PARENT } },
  ListOutboundResponsibilityTransfers: { keys: OF_TRANSFER },
  ListParents: { about: { ChildId: ["account", "organizationalunit"] } },
  ListPolicies: { keys: POLICY_TYPE },
  ListPoliciesForTarget: { about: { TargetId: TARGET }, keys: POLICY_TYPE },
  ListRoots: {},
  ListTagsForResource: { about: { ResourceId: TAGGED }, keys: [...POLICY_TYPE, ...OF_TRANSFER] },
  ListTargetsForPolicy: { about: { PolicyId: POLICY }, keys: POLICY_TYPE },
  MoveAccount: { about: { AccountId: ACCOUNT, SourceParentId: PARENT, DestinationParentId: PARENT } },
  PutResourcePolicy: { about: { new: ["resourcepolicy"] } },
  RegisterDelegatedAdministrator: { about: { AccountId: ACCOUNT }, keys: SERVICE },
  RemoveAccountFromOrganization: { about: { AccountId: ACCOUNT } },
  TagResource: { about: { ResourceId: TAGGED }, keys: [...POLICY_TYPE, ...OF_TRANSFER] },
  TerminateResponsibilityTransfer: { about: { Id: TRANSFER }, keys: OF_TRANSFER },
  UntagResource: { about: { ResourceId: TAGGED }, keys: [...POLICY_TYPE, ...OF_TRANSFER] },
  UpdateOrganizationalUnit: { about: { OrganizationalUnitId: UNIT } },
  UpdatePolicy: { about: { PolicyId: POLICY }, keys: POLICY_TYPE },
  UpdateResponsibilityTransfer: { about: { Id: TRANSFER }, keys: OF_TRANSFER },
};

export const ORGANIZATIONS_OPERATIONS: Readonly<Record<string, SubjectFacts>> = Object.fromEntries(
  Object.entries(OPERATIONS).map(([name, facts]) => [name, { ...facts, further: ORGANIZATIONS_FURTHER[name] }]),
);
