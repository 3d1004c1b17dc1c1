import type { Rule } from "../rule.ts";

export const accountKeySpelling: Rule = {
  code: "LF2144",
  name: "account-key-spelling",
  severity: "warning",
  source: "The account's key",
  check: ({ accounts }) =>
    accounts
      .filter(({ key }) => !/^[a-z\d]+(?:-+[a-z\d]+)*$/.test(key))
      .map(({ address, path, key }) => ({ address, path, summary: `The key "${key}" is not made of small letters, digits and hyphens.` })),
};
