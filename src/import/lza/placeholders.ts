import { PARTITIONS } from "../../ids/index.ts";
import type { Regions } from "./regions.ts";
import type { Replacements } from "./replacements.ts";

/** What LZA writes into policy documents in place of `${NAME}`, and where the value comes from. */
export interface PlaceholderValue {
  readonly value: string;
  /** Said once per import, where the configuration itself does not state the value. */
  readonly assumed?: string;
}

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
export function placeholderValues(sources: PlaceholderSources): ReadonlyMap<string, PlaceholderValue> {
  const { regions, replacements, managementAccountAccessRole, acceleratorName } = sources;
  const stated = replacements.get(PREFIX_KEY);
  const prefix = stated?.kind === "text" ? stated.text : DEFAULT_PREFIX;
  const assumed = stated?.kind === "text" ? `The prefix of LZA's own resources is taken to be ${prefix}, the value of ${PREFIX_KEY} in replacements-config.yaml.`
    : `The prefix of LZA's own resources is taken to be ${prefix}, which LZA's installer proposes; the configuration does not state it.`;
  const fromPrefix = (value: string): PlaceholderValue => ({ value, assumed });
  const withoutDash = prefix.replace(/-$/, "");
  const organizationsRegion = PARTITIONS.find(({ partition }) => partition === regions.partition)?.organizationsRegion;
  return new Map<string, PlaceholderValue>([
    ["ACCELERATOR_PREFIX", fromPrefix(prefix)],
    ["ACCELERATOR_PREFIX_ND", fromPrefix(withoutDash)],
    ["ACCELERATOR_PREFIX_LND", fromPrefix(withoutDash.toLowerCase())],
    ["ACCELERATOR_DEFAULT_PREFIX_SHORTHAND", fromPrefix(prefix.slice(0, 4).toUpperCase())],
    ["ACCELERATOR_SSM_PREFIX", fromPrefix(prefix === DEFAULT_PREFIX ? "/accelerator" : `/${prefix}`)],
    ["ACCELERATOR_NAME", { value: acceleratorName ?? "lza" }],
    ["PARTITION", { value: regions.partition }],
    ["HOME_REGION", { value: regions.homeRegion }],
    // LZA creates organization policies from a stack in the partition's Organizations Region.
    ...(organizationsRegion === undefined ? [] : [["REGION", { value: organizationsRegion }] as const]),
    ...(managementAccountAccessRole === undefined ? [] : [["MANAGEMENT_ACCOUNT_ACCESS_ROLE", { value: managementAccountAccessRole }] as const]),
  ]);
}

export interface UnfilledPlaceholder {
  readonly text: string;
  readonly line: number;
  readonly why: string;
}

export interface FilledPolicy {
  readonly text: string;
  readonly used: readonly PlaceholderValue[];
  readonly unfilled: readonly UnfilledPlaceholder[];
}

const PLACEHOLDER = /\$\{([^{}$]*)\}|\{\{\{?\s*([^{}]*?)\s*\}?\}\}/g;
/** IAM's own variables, `${aws:PrincipalTag/team}`, and its three escapes: AWS reads these, LZA does not. */
const IAM_VARIABLE = /^(?:[a-z][\w-]*:[^:].*|[*?$])$/s;
const CUSTOM = "ACCEL_LOOKUP::CUSTOM:";
/** `<my-org-id>` or `[PRIVILEGED_ROLE]`: left for a person to fill in, and never part of a name at AWS. */
const BLANK = /<[A-Za-z][\w .:-]*>|\[[A-Z][A-Z\d_]{2,}\]/g;

/**
 * Fills a policy document in as LZA would. A placeholder whose value the configuration does not hold stays and is
 * listed: AWS would take it as plain text that matches nothing, and the policy would protect nobody without a word.
 */
export function fillPolicy(text: string, values: ReadonlyMap<string, PlaceholderValue>, replacements: Replacements): FilledPolicy {
  const used = new Set<PlaceholderValue>();
  const unfilled: UnfilledPlaceholder[] = [];
  const miss = (placeholder: string, offset: number, why: string): string => {
    unfilled.push({ text: placeholder, line: text.slice(0, offset).split("\n").length, why });
    return placeholder;
  };
  const filled = text.replace(PLACEHOLDER, (whole: string, name: string | undefined, template: string | undefined, offset: number) => {
    if (name !== undefined && IAM_VARIABLE.test(name) && !name.startsWith(CUSTOM)) return whole;
    const custom = template ?? (name?.startsWith(CUSTOM) === true ? name.slice(CUSTOM.length) : undefined);
    if (custom !== undefined) {
      const replacement = replacements.get(custom);
      if (replacement?.kind === "text") return replacement.text;
      if (replacement?.kind === "list") return JSON.stringify(replacement.items);
      return miss(whole, offset, replacement === undefined ? "replacements-config.yaml has no such key" : `its value stands in the SSM parameter ${replacement.path}`);
    }
    const known = values.get(name ?? "");
    if (known === undefined) return miss(whole, offset, whyUnknown(name ?? ""));
    used.add(known);
    return known.value;
  });
  if (unfilled.length === 0) {
    for (const match of filled.matchAll(BLANK)) miss(match[0], match.index, "it is a blank that was never filled in");
  }
  return { text: filled, used: [...used], unfilled };
}

function whyUnknown(name: string): string {
  if (name === "ORG_ID") return "the organization's id is not known before it is applied";
  if (name.startsWith("ACCEL_LOOKUP::ACCOUNT_ID:") || name.endsWith("ACCOUNT_ID") || name === "ACCOUNT_NAME") return "ids of accounts are not known before they are created";
  if (name.startsWith("ACCEL_LOOKUP::VPC")) return "ids of VPCs and their endpoints are not known before they are created";
  if (name === "MANAGEMENT_ACCOUNT_ACCESS_ROLE") return "no global-config.yaml states `managementAccountAccessRole`";
  if (name === "ACCELERATOR_CENTRAL_LOGS_BUCKET_NAME") return "the bucket's name holds an account's id, which is not known before it is created";
  return "the configuration gives it no value";
}
