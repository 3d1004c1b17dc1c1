import type { CodeEntry } from "../code.ts";
import { ACCESS_CODES } from "./access.ts";
import { APPLY_CODES } from "./apply.ts";
import { AWS_CODES } from "./aws.ts";
import { EMULATOR_CODES } from "./emulator.ts";
import { EXPECTATION_CODES } from "./expectations.ts";
import { FILE_CODES } from "./file.ts";
import { GUARDRAIL_CODES } from "./guardrails.ts";
import { IMPORT_CODES } from "./import.ts";
import { ORGANIZATION_CODES } from "./organization.ts";
import { PEOPLE_CODES } from "./people.ts";
import { PLAN_CODES } from "./plan.ts";
import { POLICY_CODES } from "./policy.ts";
import { REASON_CODES } from "./reasons.ts";
import { USAGE_CODES } from "./usage.ts";

const ALL = [
  ...FILE_CODES,
  ...ORGANIZATION_CODES,
  ...PEOPLE_CODES,
  ...GUARDRAIL_CODES,
  ...POLICY_CODES,
  ...ACCESS_CODES,
  ...EXPECTATION_CODES,
  ...PLAN_CODES,
  ...REASON_CODES,
  ...APPLY_CODES,
  ...IMPORT_CODES,
  ...AWS_CODES,
  ...EMULATOR_CODES,
  ...USAGE_CODES,
] as const;

/** Every code there is: 1 file, 2 organization, 3 policy, 4 plan, 5 apply, 6 import, 7 AWS, 8 emulator, 9 usage. */
export type Code = (typeof ALL)[number]["code"];

export const CODES: ReadonlyMap<string, CodeEntry> = new Map(ALL.map((entry) => [entry.code, entry]));
