import { formatArn } from "../../../ids/index.ts";
import { managedPolicy } from "./managed-policies.ts";
import type { OrganizationRecord } from "./state.ts";

/** ARNs of Organizations. Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Organizations". */
type Kind = "organization" | "root" | "ou" | "account" | "policy" | "resourcepolicy" | "handshake" | "transfer";

export function arnOf(organization: OrganizationRecord, kind: Kind, ...path: readonly string[]): string {
  return formatArn({
    partition: organization.partition,
    service: "organizations",
    region: "",
    accountId: organization.managementAccountId,
    resource: [kind, organization.id, ...path].join("/"),
  });
}

/** AWS's own policies belong to no organization. */
export function policyArn(organization: OrganizationRecord, { id, type }: { readonly id: string; readonly type: string }): string {
  const path = type.toLowerCase();
  if (managedPolicy(id) === undefined) return arnOf(organization, "policy", path, id);
  return formatArn({ partition: organization.partition, service: "organizations", region: "", accountId: "aws", resource: `policy/${path}/${id}` });
}
