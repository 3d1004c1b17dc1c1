import { IAM_QUOTAS } from "../../limits/index.ts";
import { IDENTITY_LIKE } from "./identity-like.ts";
import type { PolicyKindRules } from "./rules.ts";

/** A managed policy as the limit of a user or role. Source: IAM User Guide, "Permissions boundaries for IAM entities". */
export const BOUNDARY: PolicyKindRules = {
  ...IDENTITY_LIKE,
  kind: "boundary",
  title: "permissions boundary",
  size: { most: IAM_QUOTAS.managedPolicySize },
};
