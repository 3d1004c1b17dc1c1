import type { PlacedAccount } from "../../organization/index.ts";
import type { Rule } from "../rule.ts";
import { nameOf } from "../words.ts";

export const accountKeyUnique: Rule = {
  code: "LF2002",
  name: "account-key-unique",
  severity: "error",
  source: "Account.key: how landfall finds an account again",
  check: ({ accounts }) => {
    const first = new Map<string, PlacedAccount>();
    return accounts.flatMap((account) => {
      const other = first.get(account.key);
      if (other === undefined) {
        first.set(account.key, account);
        return [];
      }
      const summary = `The key "${account.key}" is used in ${nameOf(other.parent.address)} and again in ${nameOf(account.parent.address)}.`;
      return [{ address: account.address, path: account.path, summary }];
    });
  },
};
