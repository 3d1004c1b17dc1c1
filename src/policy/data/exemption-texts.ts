import type { Exemption } from "../decision.ts";

/** Each exemption as a sentence for people. */
export const EXEMPTION_TEXTS: Readonly<Record<Exemption, string>> = {
  "always-allowed-action": "AWS always allows this action, whatever policies say.",
  "scp-management-account": "SCPs do not reach principals of the management account.",
  "scp-service-linked-role": "SCPs do not reach service-linked roles.",
  "scp-service-principal": "SCPs do not reach AWS services that call as themselves.",
  "scp-outside-organization": "SCPs do not reach principals of accounts outside of the organization.",
  "scp-no-aws-principal": "SCPs do not reach callers that belong to no account.",
  "scp-exempt-task": "SCPs do not restrict this task.",
  "rcp-management-account": "RCPs do not reach resources of the management account.",
  "rcp-service-linked-role": "RCPs do not reach service-linked roles, nor the assuming of one.",
  "rcp-service-not-supported": "RCPs do not reach this service.",
  "rcp-exempt-action": "RCPs do not restrict this action.",
  "rcp-aws-managed-key": "RCPs do not reach AWS managed KMS keys.",
  "resource-own-bucket-policy": "The policy of a bucket cannot keep the root user of its account from reading, changing and deleting that policy.",
};
