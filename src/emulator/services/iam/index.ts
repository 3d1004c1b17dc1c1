import type { Service } from "../../operation.ts";
import { accessKeyOperations } from "./access-keys.ts";
import { accountOperations } from "./account.ts";
import { attachedPolicyOperations } from "./attached-policies.ts";
import { authorizationDetailsOperations } from "./authorization-details.ts";
import { boundaryOperations } from "./boundaries.ts";
import { entityOperations } from "./entities-for-policy.ts";
import { groupOperations } from "./groups.ts";
import { inlinePolicyOperations } from "./inline-policies.ts";
import { instanceProfileOperations } from "./instance-profiles.ts";
import { loginProfileOperations } from "./login-profiles.ts";
import { neverMadeOperations } from "./never-made.ts";
import { oidcProviderOperations } from "./oidc-providers.ts";
import { organizationFeatureOperations } from "./organization-features.ts";
import { passwordPolicyOperations } from "./password-policy.ts";
import { policyOperations } from "./policies.ts";
import { policyVersionOperations } from "./policy-versions.ts";
import { roleOperations } from "./roles.ts";
import { samlProviderOperations } from "./saml-providers.ts";
import { endDeletions, serviceLinkedRoleOperations } from "./service-linked-roles.ts";
import { taggingOperations } from "./tagging.ts";
import { userOperations } from "./users.ts";

/** AWS Identity and Access Management, API version 2010-05-08. */
export const iam: Service = {
  id: "iam",
  operations: [
    ...userOperations,
    ...accessKeyOperations,
    ...loginProfileOperations,
    ...groupOperations,
    ...roleOperations,
    ...serviceLinkedRoleOperations,
    ...instanceProfileOperations,
    ...policyOperations,
    ...policyVersionOperations,
    ...attachedPolicyOperations,
    ...inlinePolicyOperations,
    ...boundaryOperations,
    ...entityOperations,
    ...samlProviderOperations,
    ...oidcProviderOperations,
    ...taggingOperations,
    ...accountOperations,
    ...passwordPolicyOperations,
    ...organizationFeatureOperations,
    ...authorizationDetailsOperations,
    ...neverMadeOperations,
  ],
  advance: endDeletions,
};
