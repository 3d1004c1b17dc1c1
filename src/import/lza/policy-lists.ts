import type { PolicyKind } from "../../ids/index.ts";

/** One list of policies in organization-config.yaml. */
export interface PolicyList {
  readonly key: string;
  /** The kind its policies become. */
  readonly kind: PolicyKind;
  readonly title: string;
  /** LZA attaches these to OUs, and passes over the accounts among their targets. */
  readonly ousOnly?: true;
}

/** Sources: Landing Zone Accelerator on AWS, type documentation of OrganizationConfig; what its stacks attach to, as of version 1.15.5. */
export const POLICY_LISTS: readonly PolicyList[] = [
  { key: "serviceControlPolicies", kind: "scp", title: "service control policy" },
  { key: "resourceControlPolicies", kind: "rcp", title: "resource control policy" },
  { key: "declarativePolicies", kind: "ec2", title: "declarative policy" },
  { key: "taggingPolicies", kind: "tag", title: "tag policy", ousOnly: true },
  { key: "chatbotPolicies", kind: "chat", title: "chat applications policy", ousOnly: true },
  { key: "backupPolicies", kind: "backup", title: "backup policy", ousOnly: true },
];
