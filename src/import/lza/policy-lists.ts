import type { AuthorizationPolicyKind } from "../../ids/index.ts";

/** One list of policies in organization-config.yaml. */
export interface PolicyList {
  readonly key: string;
  /** The kind it becomes; absent when the organization file has none for it yet. */
  readonly kind?: AuthorizationPolicyKind;
  readonly title: string;
}

/** Source: Landing Zone Accelerator on AWS, type documentation of OrganizationConfig. */
export const POLICY_LISTS: readonly PolicyList[] = [
  { key: "serviceControlPolicies", kind: "scp", title: "service control policy" },
  { key: "resourceControlPolicies", kind: "rcp", title: "resource control policy" },
  { key: "declarativePolicies", title: "declarative policy" },
  { key: "taggingPolicies", title: "tag policy" },
  { key: "chatbotPolicies", title: "chat applications policy" },
  { key: "backupPolicies", title: "backup policy" },
];
