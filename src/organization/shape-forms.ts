import { ACCOUNT_ID } from "../ids/index.ts";
import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../limits/index.ts";
import { ACCESS_FORMS } from "./access-forms.ts";
import type { Form } from "./form.ts";

/** Sources: Organizations API Reference, CreateAccount, Tag, CreatePolicy, CreateOrganizationalUnit. */
export const EMAIL = /^(?!\.)[!#$*+\-./0-9=?A-Z^_`a-z{}~]+@(?![.-])[A-Za-z0-9.-]*\.[A-Za-z0-9.-]*[A-Za-z0-9]$/;
/** Source: Account Management Reference Guide, PutAlternateContact. */
const CONTACT_EMAIL = /^\s*[\w+=.#|!&-]+@[\w.-]+\.\w+\s*$/;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d{1,2}$/;
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
/** AWS keeps `aws:` for itself in any case of letters; `landfall:` holds the addresses of what landfall made. */
const TAG_KEY = /^(?![aA][wW][sS]:|landfall:)[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u;
const TAG_CHARACTERS = "letters, digits, spaces and _ . : / = + - @";

const contactForm = (noun: string, max: number) => ({
  code: "LF1120" as const,
  noun,
  min: 1,
  max,
  misses: (): string => `is not a ${noun}`,
  fix: `Use 1 to ${max} characters.`,
});

export const FORMS = {
  ...ACCESS_FORMS,
  organizationName: {
    code: "LF1110",
    noun: "name",
    min: 1,
    max: 63,
    pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/,
    misses: () => "is not made of lower-case letters, digits and single hyphens",
    fix: "Use lower-case letters, digits and hyphens, for example `acme` or `acme-group`.",
  },
  address: {
    code: "LF1117",
    noun: "address",
    pattern: /^delegation-policy$|^(?:ou|account|policy|policy-type|attachment|contact|trusted-access|root-access|delegated-administrator):./u,
    misses: () => "is no address",
    fix: "Write the address as a plan shows it, for example `account:shop` or `ou:Workloads/Prod`.",
  },
  service: {
    code: "LF1118",
    noun: "service",
    pattern: /^[a-z0-9.-]+\.amazon(?:aws)?\.com$/u,
    misses: () => "is no service principal",
    fix: "Write the service principal, for example `cloudtrail.amazonaws.com`.",
  },
  region: {
    code: "LF1108",
    noun: "Region",
    pattern: REGION,
    misses: () => "is not the code of a Region",
    fix: "Write the Region's code, for example `eu-west-1`.",
  },
  accountId: {
    code: "LF1109",
    noun: "id",
    pattern: ACCOUNT_ID,
    misses: () => "does not have 12 digits",
    fix: "Write all 12 digits in quotes, without hyphens.",
  },
  email: {
    code: "LF1106",
    noun: "e-mail address",
    min: QUOTAS.emailMinLength,
    max: QUOTAS.emailMaxLength,
    pattern: EMAIL,
    misses: whyNoEmail,
    fix: "Write an address such as `aws+payments@example.com`.",
  },
  emailRule: {
    code: "LF1107",
    noun: "rule for e-mail addresses",
    pattern: /\{account\}/,
    misses: whyNoEmailRule,
    fix: "Write a rule such as `aws+{account}@example.com`; `{organization}` is replaced as well.",
  },
  accountKey: {
    code: "LF1110",
    noun: "key",
    min: 1,
    max: QUOTAS.tagKeyLength,
    pattern: /^[A-Za-z0-9 _.:/=+\-@]+$/,
    misses: () => `has characters other than ASCII ${TAG_CHARACTERS}`,
    fix: "Use another key, and keep the wanted name in the account's `name`.",
  },
  accountName: {
    code: "LF1110",
    noun: "name",
    min: 1,
    max: QUOTAS.accountNameLength,
    pattern: /^[\u0020-\u007e]+$/,
    misses: () => "has characters that are not printable ASCII",
    fix: "Use 1 to 50 printable ASCII characters.",
  },
  ouName: {
    code: "LF1110",
    noun: "name",
    min: 1,
    max: QUOTAS.ouNameLength,
    misses: () => "is not a name",
    fix: "Use 1 to 128 characters.",
  },
  policyName: {
    code: "LF1110",
    noun: "name",
    min: 1,
    max: QUOTAS.policyNameLength,
    misses: () => "is not a name",
    fix: "Use 1 to 128 characters.",
  },
  guardrailName: {
    code: "LF1110",
    noun: "name",
    min: 1,
    max: 60,
    pattern: /^[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*$/,
    misses: () => "is no name of lower-case words with hyphens between them",
    fix: "Write a name such as `region-allow-list`; each word begins with a letter.",
  },
  exemptRole: {
    code: "LF1124",
    noun: "exempt role",
    min: 1,
    max: QUOTAS.policyDescriptionLength,
    // A pattern that begins with a wildcard would let through roles that anybody could make.
    pattern: /^(?:arn:aws(?:-[a-z]+)*:iam::(?:\*|\d{12}):role\/)?[\w+=,.@-][\w+=,.@/*?-]*$/,
    misses: () => "is neither a role's name with its path nor its ARN",
    fix: "Write a name such as `break-glass`, a path such as `platform/deploy-*`, or an ARN.",
  },
  policyDescription: {
    code: "LF1113",
    noun: "description",
    max: QUOTAS.policyDescriptionLength,
    misses: () => "is not a description",
    fix: "Shorten it to 512 characters.",
  },
  contactName: contactForm("name", QUOTAS.contactNameLength),
  contactTitle: contactForm("title", QUOTAS.contactTitleLength),
  contactEmail: {
    ...contactForm("e-mail address", QUOTAS.contactEmailLength),
    pattern: CONTACT_EMAIL,
    misses: () => "is no e-mail address that AWS takes",
    fix: "Write an address such as `security@example.com`.",
  },
  contactPhone: {
    ...contactForm("phone number", QUOTAS.contactPhoneLength),
    pattern: /^[\s0-9()+-]+$/,
    misses: () => "has characters other than digits, spaces, parentheses, plus and hyphen",
    fix: "Write a number such as `+49 30 123456`.",
  },
  fileName: {
    code: "LF1112",
    noun: "file",
    min: 1,
    misses: () => "is not a path",
    fix: "Write the path of a JSON file, relative to the organization file.",
  },
  ruleCode: {
    code: "LF1121",
    noun: "code",
    pattern: /^LF\d{4}$/,
    misses: () => "is not the code of a rule",
    fix: "Write the code that the check shows, for example `LF2105`.",
  },
  waiverReason: { code: "LF1121", noun: "reason", min: 1, misses: () => "is no reason", fix: "Say why the warning is right here." },
  waiverOwner: { code: "LF1121", noun: "owner", min: 1, misses: () => "is no owner", fix: "Name the team or the group that answers for it." },
  day: {
    code: "LF1121",
    noun: "day",
    pattern: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
    misses: () => "is not a day",
    fix: "Write year, month and day, for example `2027-06-30`.",
  },
  tagKey: {
    code: "LF1111",
    noun: "tag key",
    min: 1,
    max: QUOTAS.tagKeyLength,
    pattern: TAG_KEY,
    misses: whyNoTagKey,
    fix: `Use ${TAG_CHARACTERS}, and another beginning than \`aws:\` and \`landfall:\`.`,
  },
  tagValue: {
    code: "LF1111",
    noun: "tag value",
    max: QUOTAS.tagValueLength,
    pattern: TAG_TEXT,
    misses: () => "has characters that AWS does not take in a tag",
    fix: `Use ${TAG_CHARACTERS}.`,
  },
} as const satisfies Readonly<Record<string, Form>>;

export type FormName = keyof typeof FORMS;

/** What is wrong with a text, to follow the name of the thing; undefined when it has the form. Lengths count characters. */
export function missesForm(text: string, form: Form): string | undefined {
  const length = Array.from(text).length;
  if (length < (form.min ?? 0)) return length === 0 ? "is empty" : `has ${length} characters, fewer than ${form.min}`;
  if (length > (form.max ?? Number.POSITIVE_INFINITY)) return `has ${length} characters, more than ${form.max}`;
  return form.pattern?.test(text) === false ? form.misses(text) : undefined;
}

function whyNoEmail(text: string): string {
  const [local = "", domain, ...more] = text.split("@");
  if (domain === undefined) return "has no @";
  if (more.length > 0) return "has more than one @";
  if (/[^\u0021-\u007e]/.test(text)) return "has white space or characters outside ASCII";
  if (local === "" || local.startsWith(".")) return "has no valid part before the @";
  const refused = /["'()<>[\]:;,\\|%&]/.exec(local)?.[0];
  if (refused !== undefined) return `has the character ${refused} before the @, which AWS does not take`;
  return domain.includes(".") ? "has a domain that is not valid" : "has no dot in its domain";
}

/** The address the rule makes for an account called `a` of an organization called `o`. */
const example = (rule: string): string => rule.replaceAll("{account}", "a").replaceAll("{organization}", "o");

export const isEmailRule = (rule: string): boolean => !/[{}]/.test(example(rule)) && EMAIL.test(example(rule));

function whyNoEmailRule(rule: string): string {
  const unknown = /\{[^}]*\}?|\}/.exec(example(rule))?.[0];
  if (unknown !== undefined) return `has the unknown placeholder ${unknown}`;
  if (!rule.includes("{account}")) return "lacks the placeholder {account}, so every account would get the same address";
  return `makes addresses that AWS does not take, because one ${whyNoEmail(example(rule))}`;
}

function whyNoTagKey(text: string): string {
  const reserved = /^aws:|^landfall:/i.exec(text)?.[0];
  return reserved === undefined ? "has characters that AWS does not take in a tag" : `begins with ${reserved}, which is reserved`;
}
