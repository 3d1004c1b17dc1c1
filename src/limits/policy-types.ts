import type { PolicyKind } from "../ids/index.ts";

/** What AWS says about one organization policy type. */
export interface PolicyTypeFacts {
  /** The short form, in the organization file and in addresses. */
  readonly kind: PolicyKind;
  /** The name in the API. */
  readonly type: "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY";
  /** What a person calls one of them. */
  readonly title: string;
  /** Size of the document, in characters as sent: white space counts through the API. */
  readonly maxSize: number;
  /** Policies attached directly to one root, OU or account; inherited ones do not count. */
  readonly maxPerTarget: number;
  readonly maxPerOrganization: number;
  /** The policy that AWS attaches to every node when the type is enabled. */
  readonly awsManaged: { readonly id: string; readonly name: string; readonly detachable: boolean };
}

/** Source: Organizations User Guide, "Quotas and service limits" (SCP limits as of 2026-05-15); read 2026-11. */
export const POLICY_TYPES: readonly PolicyTypeFacts[] = [
  {
    kind: "scp",
    type: "SERVICE_CONTROL_POLICY",
    title: "service control policy",
    maxSize: 10_240,
    maxPerTarget: 10,
    maxPerOrganization: 10_000,
    awsManaged: { id: "p-FullAWSAccess", name: "FullAWSAccess", detachable: true },
  },
  {
    kind: "rcp",
    type: "RESOURCE_CONTROL_POLICY",
    title: "resource control policy",
    maxSize: 5_120,
    maxPerTarget: 5,
    maxPerOrganization: 2_000,
    awsManaged: { id: "p-RCPFullAWSAccess", name: "RCPFullAWSAccess", detachable: false },
  },
];

const byKind = new Map(POLICY_TYPES.map((facts) => [facts.kind, facts]));

export function policyTypeFacts(kind: PolicyKind): PolicyTypeFacts {
  const facts = byKind.get(kind);
  if (facts === undefined) throw new RangeError(`no facts about policy type ${kind}`);
  return facts;
}
