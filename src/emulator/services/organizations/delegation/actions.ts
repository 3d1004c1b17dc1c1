/**
 * What a delegation policy can let member accounts do.
 * Source: Organizations User Guide, "Delegated administrator for AWS Organizations", "Supported delegation policy actions".
 * Unconfirmed: the two operations about invalid effective policies, which are younger than the copy that was read.
 */
export const DELEGABLE_ACTIONS: readonly string[] = [
  "AttachPolicy", "CreatePolicy", "DeletePolicy", "DescribeAccount", "DescribeCreateAccountStatus", "DescribeEffectivePolicy", "DescribeHandshake",
  "DescribeOrganization", "DescribeOrganizationalUnit", "DescribePolicy", "DescribeResourcePolicy", "DetachPolicy", "DisablePolicyType",
  "EnablePolicyType", "ListAccounts", "ListAccountsForParent", "ListAccountsWithInvalidEffectivePolicy", "ListAWSServiceAccessForOrganization",
  "ListChildren", "ListCreateAccountStatus", "ListDelegatedAdministrators", "ListDelegatedServicesForAccount", "ListEffectivePolicyValidationErrors",
  "ListHandshakesForAccount", "ListHandshakesForOrganization", "ListOrganizationalUnitsForParent", "ListParents", "ListPolicies",
  "ListPoliciesForTarget", "ListRoots", "ListTagsForResource", "ListTargetsForPolicy", "TagResource", "UntagResource", "UpdatePolicy",
];
