import type { Rule } from "../rule.ts";
import { capital, nameOf } from "../words.ts";

const FUNCTIONS = ["security", "infrastructure", "network", "networks", "deployments", "sandbox"];

export const ouFunction: Rule = {
  code: "LF2128",
  name: "ou-function",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [8],
  check: ({ nodes, accounts }) => {
    const owners = new Set(accounts.flatMap(({ account }) => (account.owner === undefined ? [] : [account.owner.toLowerCase()])));
    return nodes
      .filter(({ names }) => {
        const name = (names.at(-1) ?? "").toLowerCase();
        return owners.has(name) && !FUNCTIONS.includes(name);
      })
      .map(({ address, path }) => ({ address, path, summary: `${capital(nameOf(address))} is named after an owner of accounts.` }));
  },
};
