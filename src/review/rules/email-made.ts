import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../../limits/index.ts";
import { emailOf } from "../../organization/index.ts";
import type { Rule } from "../rule.ts";

/** Addresses that are stated are the shape check's; here are those the rule makes. */
export const emailMade: Rule = {
  code: "LF2006",
  name: "email-made",
  severity: "error",
  source: "Organizations API Reference, CreateAccount",
  check: ({ organization, accounts }) =>
    accounts.flatMap(({ address, path, key, account }) => {
      const email = account.email === undefined ? emailOf(organization, key, account) : undefined;
      const wrong = email === undefined ? undefined : whatIsWrong(email);
      if (wrong === undefined) return [];
      return [{ address, path, summary: `The e-mail address that the rule makes for account "${key}" ${wrong}: ${email}` }];
    }),
};

function whatIsWrong(email: string): string | undefined {
  if (email.length > QUOTAS.emailMaxLength) return `has ${email.length} characters, and AWS takes ${QUOTAS.emailMaxLength}`;
  if (email.length < QUOTAS.emailMinLength) return `has ${email.length} characters, and AWS wants ${QUOTAS.emailMinLength}`;
  if (email.split("@").length > 2) return "has two @";
  return /[\s:]/.test(email) ? "has a space or a colon" : undefined;
}
