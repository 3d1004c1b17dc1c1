import type { PolicyTemplate } from "../blueprint.ts";
import { foundationRoles, partitionOf, unlessFoundation } from "./principals.ts";

/**
 * Other policies exempt these roles by name, so an administrator of an account must not be able to make a role of such
 * a name, to change whom it trusts, or to hand it to a service. Reading them, and assuming one that trusts you, stays
 * as it is. Identity Center and StackSets do their work through service-linked roles, which no SCP binds. An account that
 * is invited has no OrganizationAccountAccessRole: it must be made there before the account joins.
 */
export const protectFoundation: PolicyTemplate = {
  name: "protect-foundation",
  type: "scp",
  description: "The roles, stacks and sign-in that run the organization are not changed from inside an account.",
  document: (answers) => ({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "FoundationRoles",
        Effect: "Deny",
        Action: [
          "iam:AttachRolePolicy", "iam:CreateRole", "iam:DeleteRole", "iam:DeleteRolePermissionsBoundary", "iam:DeleteRolePolicy",
          "iam:DetachRolePolicy", "iam:PassRole", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy", "iam:TagRole",
          "iam:UntagRole", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole", "iam:UpdateRoleDescription",
        ],
        Resource: foundationRoles(answers),
        Condition: unlessFoundation(answers),
      },
      {
        Sid: "FoundationPolicies",
        Effect: "Deny",
        Action: [
          "iam:CreatePolicy", "iam:CreatePolicyVersion", "iam:DeletePolicy", "iam:DeletePolicyVersion",
          "iam:SetDefaultPolicyVersion",
        ],
        Resource: `arn:${partitionOf(answers)}:iam::*:policy/landfall-*`,
        Condition: unlessFoundation(answers),
      },
      {
        Sid: "FoundationStacks",
        Effect: "Deny",
        Action: [
          "cloudformation:CancelUpdateStack", "cloudformation:ContinueUpdateRollback", "cloudformation:CreateChangeSet",
          "cloudformation:DeleteStack", "cloudformation:ExecuteChangeSet", "cloudformation:RollbackStack",
          "cloudformation:SetStackPolicy", "cloudformation:UpdateStack", "cloudformation:UpdateTerminationProtection",
        ],
        Resource: `arn:${partitionOf(answers)}:cloudformation:*:*:stack/StackSet-landfall-*`,
        Condition: unlessFoundation(answers),
      },
      {
        Sid: "IdentityCenterSignIn",
        Effect: "Deny",
        Action: ["iam:DeleteSAMLProvider", "iam:UpdateSAMLProvider"],
        Resource: `arn:${partitionOf(answers)}:iam::*:saml-provider/AWSSSO_*`,
      },
      { Sid: "NoSecondIdentityCenter", Effect: "Deny", Action: "sso:CreateInstance", Resource: "*" },
    ],
  }),
};
