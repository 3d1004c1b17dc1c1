import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../../limits/index.ts";
import type { Rule } from "../rule.ts";

/** A stated name is the shape check's; here is the key that stands in for one. */
export const accountNameLength: Rule = {
  code: "LF2007",
  name: "account-name-length",
  severity: "error",
  source: "Organizations API Reference, CreateAccount",
  check: ({ accounts }) =>
    accounts
      .filter(({ key, account }) => account.name === undefined && key.length > QUOTAS.accountNameLength)
      .map(({ address, path, key }) => ({
        address,
        path,
        summary: `The key "${key}" is also the account's name, and has ${key.length} characters where AWS takes ${QUOTAS.accountNameLength}.`,
      })),
};
