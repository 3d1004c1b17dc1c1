import { IAM_FURTHER } from "./iam-further.ts";
import type { SubjectFacts } from "./subject.ts";

/** Operations by the resource type that they are about. Source: Service Authorization Reference, "… for AWS Identity and Access Management". */
const BY_TYPE: Readonly<Record<string, readonly string[]>> = {
  "oidc-provider": [
    "AddClientIDToOpenIDConnectProvider", "CreateOpenIDConnectProvider", "DeleteOpenIDConnectProvider", "GetOpenIDConnectProvider",
    "ListOpenIDConnectProviderTags", "RemoveClientIDFromOpenIDConnectProvider", "TagOpenIDConnectProvider", "UntagOpenIDConnectProvider",
    "UpdateOpenIDConnectProviderThumbprint",
  ],
  "instance-profile": [
    "AddRoleToInstanceProfile", "CreateInstanceProfile", "DeleteInstanceProfile", "GetInstanceProfile", "ListInstanceProfileTags",
    "RemoveRoleFromInstanceProfile", "TagInstanceProfile", "UntagInstanceProfile",
  ],
  group: [
    "AddUserToGroup", "AttachGroupPolicy", "CreateGroup", "DeleteGroup", "DeleteGroupPolicy", "DetachGroupPolicy", "GetGroup", "GetGroupPolicy",
    "ListAttachedGroupPolicies", "ListGroupPolicies", "PutGroupPolicy", "RemoveUserFromGroup", "UpdateGroup",
  ],
  role: [
    "AttachRolePolicy", "CreateRole", "CreateServiceLinkedRole", "DeleteRole", "DeleteRolePermissionsBoundary", "DeleteRolePolicy",
    "DeleteServiceLinkedRole", "DetachRolePolicy", "GetRole", "GetRolePolicy", "GetServiceLinkedRoleDeletionStatus", "ListAttachedRolePolicies",
    "ListInstanceProfilesForRole", "ListRolePolicies", "ListRoleTags", "PutRolePermissionsBoundary", "PutRolePolicy", "TagRole", "UntagRole",
    "UpdateAssumeRolePolicy", "UpdateRole", "UpdateRoleDescription",
  ],
  user: [
    "AttachUserPolicy", "CreateAccessKey", "CreateLoginProfile", "CreateUser", "DeleteAccessKey", "DeleteLoginProfile", "DeleteUser",
    "DeleteUserPermissionsBoundary", "DeleteUserPolicy", "DetachUserPolicy", "GetAccessKeyLastUsed", "GetLoginProfile", "GetUser", "GetUserPolicy",
    "ListAccessKeys", "ListAttachedUserPolicies", "ListGroupsForUser", "ListMFADevices", "ListSSHPublicKeys", "ListServiceSpecificCredentials",
    "ListSigningCertificates", "ListUserPolicies", "ListUserTags", "PutUserPermissionsBoundary", "PutUserPolicy", "TagUser", "UntagUser",
    "UpdateAccessKey", "UpdateLoginProfile", "UpdateUser",
  ],
  none: [
    "CreateAccountAlias", "DeleteAccountAlias", "DeleteAccountPasswordPolicy", "DisableOrganizationsRootCredentialsManagement",
    "DisableOrganizationsRootSessions", "EnableOrganizationsRootCredentialsManagement", "EnableOrganizationsRootSessions",
    "GetAccountAuthorizationDetails", "GetAccountPasswordPolicy", "GetAccountSummary", "ListAccountAliases", "ListGroups", "ListInstanceProfiles",
    "ListOpenIDConnectProviders", "ListOrganizationsFeatures", "ListPolicies", "ListRoles", "ListSAMLProviders", "ListServerCertificates", "ListUsers",
    "ListVirtualMFADevices", "UpdateAccountPasswordPolicy",
  ],
  policy: [
    "CreatePolicy", "CreatePolicyVersion", "DeletePolicy", "DeletePolicyVersion", "GetPolicy", "GetPolicyVersion", "ListEntitiesForPolicy",
    "ListPolicyTags", "ListPolicyVersions", "SetDefaultPolicyVersion", "TagPolicy", "UntagPolicy",
  ],
  "saml-provider": [
    "CreateSAMLProvider", "DeleteSAMLProvider", "GetSAMLProvider", "ListSAMLProviderTags", "TagSAMLProvider", "UntagSAMLProvider", "UpdateSAMLProvider",
  ],
};

/** Operations by their condition keys. */
const BY_KEY: Readonly<Record<string, readonly string[]>> = {
  "iam:PolicyARN": [
    "AttachGroupPolicy", "AttachRolePolicy", "AttachUserPolicy", "DetachGroupPolicy", "DetachRolePolicy", "DetachUserPolicy",
  ],
  "iam:PermissionsBoundary": [
    "AttachRolePolicy", "AttachUserPolicy", "CreateRole", "CreateUser", "DeleteRole", "DeleteRolePermissionsBoundary", "DeleteRolePolicy",
    "DeleteUserPermissionsBoundary", "DeleteUserPolicy", "DetachRolePolicy", "DetachUserPolicy", "GetRole", "PutRolePermissionsBoundary", "PutRolePolicy",
    "PutUserPermissionsBoundary", "PutUserPolicy", "UpdateAssumeRolePolicy", "UpdateRole", "UpdateRoleDescription",
  ],
  "iam:RoleTemplateARN": [
    "AttachRolePolicy", "CreateRole", "GetRole", "PutRolePermissionsBoundary", "PutRolePolicy", "TagRole",
  ],
  "iam:AWSServiceName": [
    "CreateServiceLinkedRole",
  ],
};

/** The input member that names a resource of a type. */
const MEMBERS: Readonly<Record<string, string>> = {
  group: "GroupName",
  "instance-profile": "InstanceProfileName",
  "oidc-provider": "OpenIDConnectProviderArn",
  policy: "PolicyArn",
  role: "RoleName",
  "saml-provider": "SAMLProviderArn",
  user: "UserName",
};

/** Where another member tells it. */
const OTHERS: Readonly<Record<string, string>> = {
  CreateOpenIDConnectProvider: "Url",
  CreatePolicy: "PolicyName",
  CreateSAMLProvider: "Name",
  CreateServiceLinkedRole: "AWSServiceName",
  GetAccessKeyLastUsed: "AccessKeyId",
  GetServiceLinkedRoleDeletionStatus: "DeletionTaskId",
};

const keysOf = (name: string): readonly string[] => Object.entries(BY_KEY).flatMap(([key, names]) => (names.includes(name) ? [key] : []));

export const IAM_OPERATIONS: Readonly<Record<string, SubjectFacts>> = Object.fromEntries(
  Object.entries(BY_TYPE).flatMap(([type, names]) =>
    names.map((name): [string, SubjectFacts] => [name, { ...(type === "none" ? {} : { about: { [OTHERS[name] ?? MEMBERS[type] ?? ""]: [type] } }), keys: keysOf(name), further: IAM_FURTHER[name] }]),
  ),
);
