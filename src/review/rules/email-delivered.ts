import { emailOf } from "../../organization/index.ts";
import type { Rule } from "../rule.ts";
import { count } from "../words.ts";

/** Source of the names: RFC 2606, "Reserved Top Level DNS Names". */
const RESERVED = /[@.](?:example|invalid|localhost|test|example\.(?:com|net|org))$/i;

export const emailDelivered: Rule = {
  code: "LF2114",
  name: "email-delivered",
  severity: "info",
  source: "RFC 2606, Reserved Top Level DNS Names",
  check: ({ organization, accounts }) => {
    const nowhere = accounts.filter(({ key, account }) => RESERVED.test(emailOf(organization, key, account) ?? ""));
    const [first] = nowhere;
    if (first === undefined) return [];
    const path = first.account.email === undefined ? ["accountEmail"] : [...first.path, "email"];
    const domain = emailOf(organization, first.key, first.account)?.split("@").at(-1);
    return [{ path, summary: `Mail for ${count(nowhere.length, "account")} goes to a domain made for examples, such as ${domain}, and reaches nobody.` }];
  },
};
