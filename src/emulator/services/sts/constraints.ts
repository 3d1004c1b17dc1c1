import type { Constraint } from "../../operation.ts";

/** Constraints of input members, as the API model of STS (2011-06-15) states them. */
export const required = (constraint: Constraint = {}): Constraint => ({ ...constraint, required: true });

// AWS takes tabs and line ends.
// oxlint-disable-next-line no-control-regex
const TEXT = /^[\u0009\u000A\u000D\u0020-\u00FF]+$/;
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

// AWS takes tabs and line ends.
// oxlint-disable-next-line no-control-regex
export const ARN: Constraint = { min: 20, max: 2_048, pattern: /^[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD]+$/ };
export const SESSION_NAME: Constraint = { min: 2, max: 64, pattern: /^[\w+=,.@-]*$/ };
export const EXTERNAL_ID: Constraint = { min: 2, max: 1_224, pattern: /^[\w+=,.@:/-]*$/ };
export const SERIAL_NUMBER: Constraint = { min: 9, max: 256, pattern: /^[\w+=/:,.@-]*$/ };
export const TOKEN_CODE: Constraint = { min: 6, max: 6, pattern: /^[\d]*$/ };

const TAG_KEY: Constraint = { min: 1, max: 128, pattern: TAG_TEXT };

/** What several operations take along: session policies and tags. */
export const SESSION_POLICIES: Readonly<Record<string, Constraint>> = {
  Policy: { min: 1, max: 2_048, pattern: TEXT },
  PolicyArns: { max: 10 },
  "PolicyArns[].arn": ARN,
};
export const SESSION_TAGS: Readonly<Record<string, Constraint>> = {
  Tags: { max: 50 },
  "Tags[].Key": required(TAG_KEY),
  "Tags[].Value": required({ max: 256, pattern: TAG_TEXT }),
};
export const TRANSITIVE_TAG_KEYS: Readonly<Record<string, Constraint>> = { TransitiveTagKeys: { max: 50 }, "TransitiveTagKeys[]": TAG_KEY };
