import { partitionOfRegion } from "../ids/index.ts";

/** What AWS lets only a person do, in its console. */
export interface PersonStep {
  /** Its name in addresses: `you:account-quota`. */
  readonly name: string;
  readonly what: string;
  /** Why AWS has no call for it, or what it is needed for. */
  readonly why: string;
  /** The page below the console's address; `{region}` stands for the home Region. */
  readonly page: string;
  /** Reasons with which AWS refuses calls until the step is done. */
  readonly reasons: readonly string[];
}

/**
 * Sources: Organizations API Reference, the reasons of ConstraintViolationException and
 * HandshakeConstraintViolationException; Identity Center User Guide, "Enable IAM Identity Center"; read 2026-11.
 */
export const PERSON_STEPS = {
  accountQuota: {
    name: "account-quota",
    what: "Ask AWS for a higher quota of accounts",
    why: "AWS holds an organization to a number of accounts, and decides itself about more.",
    page: "servicequotas/home/services/organizations/quotas/L-E619E033",
    reasons: ["ACCOUNT_NUMBER_LIMIT_EXCEEDED", "ACCOUNT_LIMIT_EXCEEDED"],
  },
  identityCenter: {
    name: "identity-center",
    what: "Enable IAM Identity Center for the organization, in {region}",
    why: "AWS has no call that makes an organization instance of it.",
    page: "singlesignon/home?region={region}",
    reasons: [],
  },
  verifyEmail: {
    name: "verify-email",
    what: "Verify the e-mail address of the management account",
    why: "AWS sends a link to it, and lets no account be invited before it was followed.",
    page: "organizations/v2/home/accounts",
    reasons: ["MANAGEMENT_ACCOUNT_EMAIL_NOT_VERIFIED", "EMAIL_VERIFICATION_CODE_EXPIRED"],
  },
  payment: {
    name: "payment-method",
    what: "Give the account a valid method of payment",
    why: "AWS creates, invites and lets go no account without one.",
    page: "billing/home#/paymentpreferences/paymentmethods",
    reasons: ["PAYMENT_INSTRUMENT_REQUIRED", "MISSING_PAYMENT_INSTRUMENT", "MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED"],
  },
  contactInformation: {
    name: "contact-information",
    what: "Complete the contact information of the account",
    why: "AWS needs an address and a telephone number first.",
    page: "billing/home#/account",
    reasons: ["MASTER_ACCOUNT_MISSING_CONTACT_INFO", "MEMBER_ACCOUNT_MISSING_CONTACT_INFO"],
  },
} as const satisfies Record<string, PersonStep>;

/** The step that a refusal asks for; undefined where no person can help. */
export const personStepFor = (reason: string | undefined): PersonStep | undefined =>
  Object.values<PersonStep>(PERSON_STEPS).find(({ reasons }) => reason !== undefined && reasons.includes(reason));

const CONSOLES = { aws: "console.aws.amazon.com", "aws-cn": "console.amazonaws.cn", "aws-us-gov": "console.amazonaws-us-gov.com" } as const;

/** Where a person does it. */
export const personStepLink = ({ page }: Pick<PersonStep, "page">, homeRegion: string): string =>
  `https://${CONSOLES[partitionOfRegion(homeRegion)?.partition ?? "aws"]}/${page.replaceAll("{region}", homeRegion)}`;
