import { IAM_QUOTAS } from "../../limits/index.ts";
import { IDENTITY_LIKE } from "./identity-like.ts";
import type { PolicyKindRules } from "./rules.ts";

/** What is passed when a session begins. Source: IAM User Guide, "Session policies"; AWS STS API, `Policy` of AssumeRole. */
export const SESSION: PolicyKindRules = {
  ...IDENTITY_LIKE,
  kind: "session",
  title: "session policy",
  size: { most: IAM_QUOTAS.sessionPolicySize },
};
