import { formatArn, partitionOfRegion } from "../../../ids/index.ts";
import { ORGANIZATIONS_QUOTAS } from "../../../limits/index.ts";
import type { Call } from "../../operation.ts";
import { accountLimit, knownAccountsTable, organizationsTable } from "../organizations/index.ts";
import type { OrganizationRecord } from "../organizations/index.ts";
import { noSuchResource, notEmulated } from "./errors.ts";

/** One quota of one service. */
export interface Quota {
  readonly serviceCode: string;
  readonly serviceName: string;
  readonly quotaCode: string;
  readonly quotaName: string;
  readonly defaultValue: number;
  /** The highest value that AWS grants. */
  readonly most: number;
  /** The only Region in which the quota of a global service is found. */
  readonly region: string;
  applied(call: Call): number;
}

/** The organization that the caller manages. */
export function managedOrganization({ world, principal }: Call): OrganizationRecord | undefined {
  const organization = organizationsTable(world).get(knownAccountsTable(world).get(principal.accountId)?.organizationId ?? "");
  return organization?.managementAccountId === principal.accountId ? organization : undefined;
}

/**
 * Quotas that the emulator enforces and AWS raises on request.
 * Source: Organizations User Guide, "Quotas and service limits": global, so in us-east-1 alone; up to 50,000 accounts.
 * The page warns that codes change over time; this one is in use since the default became ten.
 */
export const QUOTAS: readonly Quota[] = [
  {
    serviceCode: "organizations",
    serviceName: "AWS Organizations",
    quotaCode: "L-E619E033",
    quotaName: "Default maximum number of accounts",
    defaultValue: ORGANIZATIONS_QUOTAS.accounts,
    most: 50_000,
    region: "us-east-1",
    applied: (call) => accountLimit(call.world, managedOrganization(call)?.id),
  },
];

/** The quotas of a service in the Region of a call; a service that is not known here is refused by name. */
export function quotasOf({ region }: Call, serviceCode: string): readonly Quota[] {
  const quotas = QUOTAS.filter((quota) => quota.serviceCode === serviceCode);
  if (quotas.length === 0) throw notEmulated(`landfall's emulator does not implement quotas of ${serviceCode}`);
  return quotas.filter((quota) => quota.region === region);
}

/** One quota. Unconfirmed: what AWS answers about a quota of a global service in another Region. */
export function findQuota(call: Call, serviceCode: string, quotaCode: string): Quota {
  const quotas = quotasOf(call, serviceCode);
  if (quotas.length === 0) throw noSuchResource(`The request failed because the specified service ${serviceCode} does not exist in ${call.region}.`);
  const quota = quotas.find((candidate) => candidate.quotaCode === quotaCode);
  if (quota === undefined) throw notEmulated(`landfall's emulator does not implement the quota ${quotaCode} of ${serviceCode}`);
  return quota;
}

/** The ARN of a quota has no Region where the service is global. */
export const quotaArn = ({ principal, region }: Call, { serviceCode, quotaCode }: Quota): string =>
  formatArn({ partition: partitionOfRegion(region)?.partition ?? "aws", service: "servicequotas", region: "", accountId: principal.accountId, resource: `${serviceCode}/${quotaCode}` });

export const describeQuota = (call: Call, quota: Quota, value: number) => ({
  ServiceCode: quota.serviceCode,
  ServiceName: quota.serviceName,
  QuotaArn: quotaArn(call, quota),
  QuotaCode: quota.quotaCode,
  QuotaName: quota.quotaName,
  Value: value,
  Unit: "None",
  Adjustable: true,
  GlobalQuota: true,
  QuotaAppliedAtLevel: "ACCOUNT",
});
