import type { Rule } from "../rule.ts";
import { EXCEPTIONS, topOu } from "../stages.ts";
import { listed, nameOf } from "../words.ts";

export const policyOnAccount: Rule = {
  code: "LF2105",
  name: "policy-on-account",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [7, 40],
  check: ({ accounts, policies, guardrails }) =>
    accounts.flatMap(({ address, path, key, parent, account }) => {
      const known = (account.policies ?? []).filter((name) => policies.has(name));
      if (known.length === 0 || topOu(parent) === EXCEPTIONS) return [];
      const names = listed(known.map((name) => `"${name}"`));
      const summary = `${names} ${known.length === 1 ? "is" : "are"} attached to account "${key}" itself, in ${nameOf(parent.address)}.`;
      return [{ address, path: [...path, known.every((name) => guardrails.has(name)) ? "guardrails" : "policies"], summary }];
    }),
};
