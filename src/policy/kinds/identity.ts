import { IAM_QUOTAS } from "../../limits/index.ts";
import { IDENTITY_LIKE } from "./identity-like.ts";
import type { PolicyKindRules } from "./rules.ts";

/**
 * A managed or inline policy of a user, group or role.
 * Source: IAM User Guide, "Grammar of the IAM JSON policy language"; "IAM and AWS STS quotas".
 */
export const IDENTITY: PolicyKindRules = {
  ...IDENTITY_LIKE,
  kind: "identity",
  title: "identity-based policy",
  size: { most: IAM_QUOTAS.managedPolicySize },
};
