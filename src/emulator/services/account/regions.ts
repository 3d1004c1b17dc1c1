import { DEFAULT_REGIONS, REGIONS } from "../../../limits/index.ts";
import type { World } from "../../world.ts";
import { accountsTable } from "../organizations/index.ts";
import { conflict, invalid, tooManyRequests } from "./errors.ts";
import type { AccountCall } from "./operation.ts";
import { operation } from "./operation.ts";
import { regionChangesTable } from "./state.ts";

export type RegionOptStatus = "ENABLED" | "ENABLING" | "DISABLING" | "DISABLED" | "ENABLED_BY_DEFAULT";

const STATUSES: readonly RegionOptStatus[] = ["ENABLED", "ENABLING", "DISABLING", "DISABLED", "ENABLED_BY_DEFAULT"];

/** Regions of the other partitions are not there for these accounts. */
const OFFERED = REGIONS.filter((region) => !region.startsWith("cn-") && !region.startsWith("us-gov-")).sort();

/** AWS says "a few minutes for most accounts"; five, in milliseconds. */
const CHANGE_TIME = 300_000;

/** Changes under way at a time. Source: Account Management Reference Guide, "Quotas". */
const PER_ACCOUNT = 6;
const PER_ORGANIZATION = 50;

function statusOf(world: World, accountId: string, region: string, now: number): RegionOptStatus {
  if (DEFAULT_REGIONS.includes(region)) return "ENABLED_BY_DEFAULT";
  const change = regionChangesTable(world).get(accountId)?.[region];
  if (change === undefined) return "DISABLED";
  const isUnderWay = now < change.until;
  if (change.enabled) return isUnderWay ? "ENABLING" : "ENABLED";
  return isUnderWay ? "DISABLING" : "DISABLED";
}

const REGION = { RegionName: { required: true, min: 1, max: 50 } };

/** Unconfirmed: the error for a Region that does not exist. */
function refuseUnknown(region: string): void {
  if (!OFFERED.includes(region)) throw invalid("fieldValidationFailed", `${region} is not a Region of this partition.`);
}

/** Unconfirmed: that asking for what is the case already is no error. */
function changeRegion(call: AccountCall, region: string, enabled: boolean): object {
  const { world, account, now } = call;
  refuseUnknown(region);
  const status = statusOf(world, account.id, region, now);
  if (status === "ENABLED_BY_DEFAULT") throw invalid("invalidRegionOptTarget", `The Region ${region} is enabled by default and can't be ${enabled ? "enabled" : "disabled"}.`);
  if (status === "ENABLING" || status === "DISABLING") throw conflict(`The Region ${region} is in status ${status}.`);
  if (status === (enabled ? "ENABLED" : "DISABLED")) return {};
  refuseTooMany(call);
  regionChangesTable(world).put(account.id, { ...regionChangesTable(world).get(account.id), [region]: { enabled, until: now + CHANGE_TIME } });
  return {};
}

function refuseTooMany({ world, account, now }: AccountCall): void {
  let inOrganization = 0;
  const organizationOf = (id: string): string => accountsTable(world).get(id)?.organizationId ?? id;
  for (const [id, changes] of regionChangesTable(world).entries()) {
    const underWay = Object.values(changes).filter(({ until }) => now < until).length;
    if (id === account.id && underWay >= PER_ACCOUNT) throw tooManyRequests(`An account can have ${PER_ACCOUNT} changes of Regions under way.`);
    if (organizationOf(id) === organizationOf(account.id)) inOrganization += underWay;
  }
  if (inOrganization >= PER_ORGANIZATION) throw tooManyRequests(`An organization can have ${PER_ORGANIZATION} changes of Regions under way.`);
}

const enableRegion = operation<{ RegionName: string }, object>({
  name: "EnableRegion",
  input: REGION,
  errors: ["ConflictException", "TooManyRequestsException", "ValidationException"],
  run: (call, input) => changeRegion(call, input.RegionName, true),
});

const disableRegion = operation<{ RegionName: string }, object>({
  name: "DisableRegion",
  input: REGION,
  errors: ["ConflictException", "TooManyRequestsException", "ValidationException"],
  run: (call, input) => changeRegion(call, input.RegionName, false),
});

const getRegionOptStatus = operation<{ RegionName: string }, object>({
  name: "GetRegionOptStatus",
  input: REGION,
  errors: ["ValidationException"],
  run({ world, account, now }, { RegionName }) {
    refuseUnknown(RegionName);
    return { RegionName, RegionOptStatus: statusOf(world, account.id, RegionName, now) };
  },
});

interface ListRegionsInput {
  readonly MaxResults?: number;
  readonly NextToken?: string;
  readonly RegionOptStatusContains?: readonly RegionOptStatus[];
}

/** Unconfirmed: the page size when none is asked for; here it is the largest. The token is the last Region listed. */
const listRegions = operation<ListRegionsInput, object>({
  name: "ListRegions",
  input: { MaxResults: { min: 1, max: 50 }, NextToken: { max: 1000 }, "RegionOptStatusContains[]": { values: STATUSES } },
  errors: ["ValidationException"],
  run({ world, account, now }, { MaxResults = 50, NextToken, RegionOptStatusContains: wanted = [] }) {
    if (NextToken !== undefined && !OFFERED.includes(NextToken)) throw invalid("fieldValidationFailed", "The NextToken is not valid.");
    const regions = OFFERED.map((RegionName) => ({ RegionName, RegionOptStatus: statusOf(world, account.id, RegionName, now) })).filter(
      ({ RegionName, RegionOptStatus }) => (NextToken === undefined || RegionName > NextToken) && (wanted.length === 0 || wanted.includes(RegionOptStatus)),
    );
    const page = regions.slice(0, MaxResults);
    return { Regions: page, ...(regions.length > page.length && { NextToken: page.at(-1)?.RegionName }) };
  },
});

export const regionOperations = [enableRegion, disableRegion, getRegionOptStatus, listRegions];
