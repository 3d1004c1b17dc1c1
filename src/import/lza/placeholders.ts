import { PARTITIONS } from "../../ids/index.ts";
import type { Regions } from "./regions.ts";
import type { Replacements } from "./replacements.ts";

/** What LZA writes into policy documents in place of `${NAME}`. */
export interface PlaceholderValue {
  readonly value: string;
  /** Said once per import, where the configuration itself does not state the value. */
  readonly assumed?: string;
}

export type PlaceholderValues = ReadonlyMap<string, PlaceholderValue>;

export interface PlaceholderSources {
  readonly regions: Regions;
  readonly replacements: Replacements;
  readonly managementAccountAccessRole?: string;
  readonly acceleratorName?: string;
}

/** LZA's installer asks for the prefix; this is what it proposes. The configuration does not hold the answer. */
const DEFAULT_PREFIX = "AWSAccelerator";
/** By custom, configurations that change the prefix repeat it under this key. */
const PREFIX_KEY = "AcceleratorPrefix";

/** Source: Landing Zone Accelerator on AWS, Implementation Guide, "Working with solution-specific variables". */
export function placeholderValues(sources: PlaceholderSources): PlaceholderValues {
  const { regions, managementAccountAccessRole, acceleratorName } = sources;
  const organizationsRegion = PARTITIONS.find(({ partition }) => partition === regions.partition)?.organizationsRegion;
  return new Map<string, PlaceholderValue>([
    ...prefixValues(sources.replacements),
    ["ACCELERATOR_NAME", { value: acceleratorName ?? "lza" }],
    ["PARTITION", { value: regions.partition }],
    ["HOME_REGION", { value: regions.homeRegion }],
    // LZA creates organization policies from a stack in the partition's Organizations Region.
    ...(organizationsRegion === undefined ? [] : [["REGION", { value: organizationsRegion }] as const]),
    ...(managementAccountAccessRole === undefined ? [] : [["MANAGEMENT_ACCOUNT_ACCESS_ROLE", { value: managementAccountAccessRole }] as const]),
  ]);
}

function prefixValues(replacements: Replacements): [string, PlaceholderValue][] {
  const stated = replacements.get(PREFIX_KEY);
  const prefix = stated?.kind === "text" ? stated.text : DEFAULT_PREFIX;
  const source = stated?.kind === "text" ? `the value of ${PREFIX_KEY} in replacements-config.yaml` : "which LZA's installer proposes; the configuration does not state it";
  const assumed = `In policies the prefix of LZA's own resources is ${prefix}, ${source}.`;
  const withoutDash = prefix.replace(/-$/, "");
  const values: Readonly<Record<string, string>> = {
    ACCELERATOR_PREFIX: prefix,
    ACCELERATOR_PREFIX_ND: withoutDash,
    ACCELERATOR_PREFIX_LND: withoutDash.toLowerCase(),
    ACCELERATOR_DEFAULT_PREFIX_SHORTHAND: prefix.slice(0, 4).toUpperCase(),
    ACCELERATOR_SSM_PREFIX: prefix === DEFAULT_PREFIX ? "/accelerator" : `/${prefix}`,
  };
  return Object.entries(values).map(([name, value]) => [name, { value, assumed }]);
}

/** Why the value of a placeholder that `placeholderValues` does not know cannot be known. */
export function whyUnknown(name: string): string {
  if (name === "ORG_ID") return "the id of the organization is not known before it exists";
  if (name.startsWith("ACCEL_LOOKUP::ACCOUNT_ID:") || name.endsWith("ACCOUNT_ID") || name === "ACCOUNT_NAME") return "ids of accounts are not known before they exist";
  if (name.startsWith("ACCEL_LOOKUP::VPC")) return "ids of VPCs and their endpoints are not known before they exist";
  if (name === "MANAGEMENT_ACCOUNT_ACCESS_ROLE") return "no global-config.yaml states `managementAccountAccessRole`";
  if (name === "ACCELERATOR_CENTRAL_LOGS_BUCKET_NAME") return "the bucket's name holds the id of an account, which is not known before it exists";
  return "the configuration gives it no value";
}
