import { formatArn } from "../../../ids/index.ts";
import type { OrganizationRecord } from "./state.ts";

/** ARNs of Organizations. Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Organizations". */
type Kind = "organization" | "root" | "ou" | "account" | "policy";

export function arnOf(organization: OrganizationRecord, kind: Kind, ...path: readonly string[]): string {
  return formatArn({
    partition: organization.partition,
    service: "organizations",
    region: "",
    accountId: organization.managementAccountId,
    resource: [kind, organization.id, ...path].join("/"),
  });
}
