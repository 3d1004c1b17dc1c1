import { ACCOUNT_ID, CREATE_REQUEST_ID, OU_ID, POLICY_ID, ROOT_ID } from "../../../ids/index.ts";
import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../../../limits/index.ts";
import type { Constraint } from "../../operation.ts";

/** Constraints of the input members that operations share. Source: the AWS Organizations API model, 2016-11-28. */

const anyOf = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(`^(?:${patterns.map((pattern) => pattern.source.replaceAll(/^\^|\$$/g, "")).join("|")})$`, "u");

const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const RESOURCE_POLICY_ID = /^rp-[0-9a-zA-Z_]{4,128}$/;
const TAGGABLE_TRANSFER_ID = /^rt-[0-9a-zA-Z_]{8,32}$/;

export const required = (constraint: Constraint): Constraint => ({ ...constraint, required: true });

export const ROOT: Constraint = { max: 34, pattern: ROOT_ID };
export const UNIT: Constraint = { max: 68, pattern: OU_ID };
export const PARENT: Constraint = { max: 100, pattern: anyOf(ROOT_ID, OU_ID) };
export const CHILD: Constraint = { max: 100, pattern: anyOf(ACCOUNT_ID, OU_ID) };
export const ACCOUNT: Constraint = { max: 12, pattern: ACCOUNT_ID };
export const POLICY: Constraint = { max: 130, pattern: POLICY_ID };
export const TARGET: Constraint = { max: 100, pattern: anyOf(ROOT_ID, ACCOUNT_ID, OU_ID) };
export const TAGGABLE: Constraint = {
  max: 130,
  pattern: anyOf(ROOT_ID, ACCOUNT_ID, OU_ID, POLICY_ID, RESOURCE_POLICY_ID, TAGGABLE_TRANSFER_ID),
};
export const CREATE_REQUEST: Constraint = { max: 36, pattern: CREATE_REQUEST_ID };

export const HANDSHAKE: Constraint = { max: 34, pattern: /^h-[0-9a-z]{8,32}$/ };
export const TRANSFER: Constraint = { pattern: /^rt-[0-9a-z]{8,32}$/ };
export const TRANSFER_NAME: Constraint = { min: 1, max: 128, pattern: /^[ -~]+$/ };
export const TRANSFER_TYPE: Constraint = { values: ["BILLING"] };
export const HANDSHAKE_PARTY: Constraint = { min: 1, max: 64 };
export const NOTES: Constraint = { max: 1_024 };
export const SERVICE_PRINCIPAL: Constraint = { min: 1, max: 128, pattern: /^[\w+=,.@-]*$/ };

export const UNIT_NAME: Constraint = { min: 1, max: QUOTAS.ouNameLength };
export const POLICY_NAME: Constraint = { min: 1, max: QUOTAS.policyNameLength };
export const POLICY_DESCRIPTION: Constraint = { max: QUOTAS.policyDescriptionLength };
export const POLICY_CONTENT: Constraint = { min: 1 };
export const RESOURCE_POLICY_CONTENT: Constraint = { min: 1, max: QUOTAS.resourcePolicyLength };
export const POLICY_TYPE: Constraint = {
  values: [
    "SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY", "TAG_POLICY", "BACKUP_POLICY", "AISERVICES_OPT_OUT_POLICY",
    "CHATBOT_POLICY", "DECLARATIVE_POLICY_EC2", "SECURITYHUB_POLICY", "INSPECTOR_POLICY", "UPGRADE_ROLLOUT_POLICY",
    "BEDROCK_POLICY", "S3_POLICY", "NETWORK_SECURITY_DIRECTOR_POLICY", "GUARDDUTY_POLICY", "SECURITYHUB_CSPM_POLICY",
  ],
};

export const EFFECTIVE_POLICY_TYPE: Constraint = {
  values: (POLICY_TYPE.values ?? []).filter((type) => type !== "SERVICE_CONTROL_POLICY" && type !== "RESOURCE_CONTROL_POLICY"),
};

export const EMAIL: Constraint = { min: QUOTAS.emailMinLength, max: QUOTAS.emailMaxLength, pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/ };
export const ACCOUNT_NAME: Constraint = { min: 1, max: QUOTAS.accountNameLength, pattern: /^[\u0020-\u007E]+$/ };
export const ROLE_NAME: Constraint = { max: 64, pattern: /^[\w+=,.@-]{1,64}$/ };

const TAG_KEY: Constraint = { min: 1, max: QUOTAS.tagKeyLength, pattern: TAG_TEXT };

export const TAGS: Readonly<Record<string, Constraint>> = {
  "Tags[].Key": required(TAG_KEY),
  "Tags[].Value": required({ min: 0, max: QUOTAS.tagValueLength, pattern: TAG_TEXT }),
};
export const TAG_KEYS: Readonly<Record<string, Constraint>> = { TagKeys: { required: true }, "TagKeys[]": TAG_KEY };

/** Every list takes these; without `MaxResults` a page holds the maximum. */
export const PAGE: Readonly<Record<string, Constraint>> = { NextToken: { max: 100_000 }, MaxResults: { min: 1, max: 20 } };
