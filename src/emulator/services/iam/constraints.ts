import type { Constraint } from "../../operation.ts";

/** Constraints of input members, as the API model of IAM (2010-05-08) states them. */
export const required = (constraint: Constraint = {}): Constraint => ({ ...constraint, required: true });

const NAME = /^[\w+=,.@-]+$/;
// AWS takes tabs and line ends.
// oxlint-disable-next-line no-control-regex
const TEXT = /^[\u0009\u000A\u000D\u0020-\u00FF]+$/;
// AWS takes tabs and line ends.
// oxlint-disable-next-line no-control-regex
const DESCRIPTION = /^[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*$/;
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

export const USER_NAME: Constraint = { min: 1, max: 64, pattern: NAME };
export const EXISTING_USER_NAME: Constraint = { min: 1, max: 128, pattern: NAME };
export const GROUP_NAME: Constraint = { min: 1, max: 128, pattern: NAME };
export const ROLE_NAME: Constraint = { min: 1, max: 64, pattern: NAME };
export const POLICY_NAME: Constraint = { min: 1, max: 128, pattern: NAME };
export const INSTANCE_PROFILE_NAME: Constraint = { min: 1, max: 128, pattern: NAME };
export const SAML_PROVIDER_NAME: Constraint = { min: 1, max: 128, pattern: /^[\w._-]+$/ };

export const PATH: Constraint = { min: 1, max: 512, pattern: /^((\u002F)|(\u002F[\u0021-\u007E]+\u002F))$/ };
export const PATH_PREFIX: Constraint = { min: 1, max: 512, pattern: /^\u002F[\u0021-\u007F]*$/ };
export const POLICY_PATH: Constraint = { min: 1, max: 512, pattern: /^((\/[A-Za-z0-9.,+@=_-]+)*)\/$/ };

export const ARN: Constraint = { min: 20, max: 2_048 };
export const POLICY_DOCUMENT: Constraint = { min: 1, max: 131_072, pattern: TEXT };
export const POLICY_DESCRIPTION: Constraint = { max: 1_000 };
export const ROLE_DESCRIPTION: Constraint = { max: 1_000, pattern: DESCRIPTION };
/** Seconds. */
export const MAX_SESSION_DURATION: Constraint = { min: 3_600, max: 43_200 };
export const VERSION_ID: Constraint = { pattern: /^v[1-9][0-9]*(\.[A-Za-z0-9-]*)?$/ };
export const ACCESS_KEY_ID: Constraint = { min: 16, max: 128, pattern: /^\w+$/ };
export const PASSWORD: Constraint = { min: 1, max: 128, pattern: TEXT };

const TAG_KEY: Constraint = { min: 1, max: 128, pattern: TAG_TEXT };

export const TAGS: Readonly<Record<string, Constraint>> = {
  Tags: { max: 50 },
  "Tags[].Key": required(TAG_KEY),
  "Tags[].Value": required({ max: 256, pattern: TAG_TEXT }),
};
export const TAG_KEYS: Readonly<Record<string, Constraint>> = { TagKeys: { required: true, max: 50 }, "TagKeys[]": TAG_KEY };

/** Every list takes these; without `MaxItems` a page holds 100. */
export const PAGE: Readonly<Record<string, Constraint>> = {
  Marker: { min: 1, max: 320, pattern: /^[\u0020-\u00FF]+$/ },
  MaxItems: { min: 1, max: 1_000 },
};
