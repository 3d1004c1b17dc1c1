import { BUDGET_QUOTAS, IAM_QUOTAS, IDENTITY_CENTER_QUOTAS as QUOTAS } from "../limits/index.ts";
import type { Form } from "./form.ts";

/** Sources: Identity Center API Reference, CreatePermissionSet; IAM API Reference, CreateRole; AWS Budgets API Reference, CreateBudget. */
const NAME = /^[\w+=,.@-]+$/;
const PATH = /^\/(?:[A-Za-z0-9.,+@=_-]+\/)*$/;
const MANAGED = /^(?:arn:aws(?:-[a-z]+)*:iam::aws:policy\/)?(?:[A-Za-z0-9.,+@=_-]+\/)*[\w+=,.@-]+$/;
/** Whole hours, minutes or seconds; AWS also takes days, none of which fits a session. */
const DURATION = /^PT(?=\d)(?:\d{1,5}H)?(?:\d{1,5}M)?(?:\d{1,6}S)?$/;

const awsName = (noun: string, max: number) => ({
  code: "LF1110" as const,
  noun,
  min: 1,
  max,
  pattern: NAME,
  misses: (): string => "has characters other than letters, digits and + = , . @ - _",
  fix: `Use 1 to ${max} letters, digits and + = , . @ - _.`,
});

const plainName = (max: number) => ({
  code: "LF1110" as const,
  noun: "name",
  min: 1,
  max,
  misses: (): string => "is not a name",
  fix: `Use 1 to ${max} characters.`,
});

export const ACCESS_FORMS = {
  permissionSetName: awsName("name", QUOTAS.permissionSetNameLength),
  iamPolicyName: awsName("name", IAM_QUOTAS.policyNameLength),
  roleName: awsName("name", IAM_QUOTAS.roleNameLength),
  groupName: plainName(QUOTAS.groupNameLength),
  userName: { ...plainName(QUOTAS.userNameLength), noun: "user" },
  permissionSetDescription: {
    code: "LF1122",
    noun: "description",
    min: 1,
    max: QUOTAS.permissionSetDescriptionLength,
    misses: () => "is not a description",
    fix: `Use 1 to ${QUOTAS.permissionSetDescriptionLength} characters.`,
  },
  sessionDuration: {
    code: "LF1122",
    noun: "session's duration",
    pattern: DURATION,
    misses: () => "is not a duration as ISO 8601 writes it",
    fix: "Write the hours, for example `PT4H`, or hours and minutes: `PT1H30M`.",
  },
  managedPolicy: {
    code: "LF1122",
    noun: "managed policy",
    pattern: MANAGED,
    misses: () => "is neither the name nor the ARN of one of AWS's own policies",
    fix: "Write its name, for example `ReadOnlyAccess`. A policy of the account stands in `customerManagedPolicies`.",
  },
  iamPath: {
    code: "LF1122",
    noun: "path",
    max: IAM_QUOTAS.pathLength,
    pattern: PATH,
    misses: () => "does not begin and end with a slash, or has characters that AWS does not take",
    fix: "Write a path such as `/` or `/teams/platform/`.",
  },
  relayState: {
    code: "LF1122",
    noun: "relay state",
    min: 1,
    max: QUOTAS.relayStateLength,
    pattern: /^[a-zA-Z0-9&$@#\\/%?=~\-_'"|!:,.;*+[\] (){}]+$/,
    misses: () => "has characters that AWS does not take",
    fix: "Write an address of the console, for example `https://console.aws.amazon.com/billing`.",
  },
  budgetName: {
    code: "LF1123",
    noun: "name",
    min: 1,
    max: BUDGET_QUOTAS.nameLength,
    pattern: /^[^:\\]+$/,
    misses: () => "has a colon or a backslash",
    fix: `Use 1 to ${BUDGET_QUOTAS.nameLength} characters other than colon and backslash.`,
  },
  budgetAmount: { code: "LF1123", noun: "amount", misses: () => "is not above zero", fix: "Write a number above zero." },
  noticeEmail: {
    code: "LF1123",
    noun: "e-mail address",
    pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
    misses: () => "is not an e-mail address",
    fix: "Write an address such as `finance@example.com`.",
  },
} as const satisfies Readonly<Record<string, Form>>;
