import { emailOf } from "../../organization/index.ts";
import type { Rule } from "../rule.ts";

export const emailStated: Rule = {
  code: "LF2004",
  name: "email-stated",
  severity: "error",
  source: "Organizations API Reference, CreateAccount",
  check: ({ organization, accounts }) =>
    accounts
      .filter(({ key, account }) => account.invite !== true && emailOf(organization, key, account) === undefined)
      .map(({ address, path, key }) => ({
        address,
        path,
        summary: `Account "${key}" has no e-mail address, and the file has no rule that makes one.`,
      })),
};
