import { emailOf } from "../../organization/index.ts";
import type { Rule } from "../rule.ts";

/** AWS does not tell addresses apart by the case of their letters. */
export const emailUnique: Rule = {
  code: "LF2005",
  name: "email-unique",
  severity: "error",
  source: "Organizations API Reference, CreateAccount",
  check: ({ organization, accounts }) => {
    const firstKey = new Map<string, string>();
    return accounts.flatMap(({ address, path, key, account }) => {
      const email = emailOf(organization, key, account);
      if (email === undefined) return [];
      const other = firstKey.get(email.toLowerCase());
      if (other === undefined) firstKey.set(email.toLowerCase(), key);
      // The same key twice is told by its own rule.
      if (other === undefined || other === key) return [];
      const at = account.email === undefined ? path : [...path, "email"];
      return [{ address, path: at, summary: `Accounts "${other}" and "${key}" have the same e-mail address ${email}.` }];
    });
  },
};
