import { isActive } from "../accounts.ts";
import type { Rule } from "../rule.ts";
import { laneOf, SANDBOX, topOu } from "../stages.ts";
import { nameOf } from "../words.ts";

export const sandboxPlace: Rule = {
  code: "LF2126",
  name: "sandbox-place",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [25, 85],
  check: ({ accounts }) =>
    accounts.filter(isActive).flatMap(({ address, path, key, parent, account }) => {
      const inside = topOu(parent).startsWith(SANDBOX);
      const stage = account.stage ?? "";
      if (/^sandbox$/i.test(stage) && !inside) {
        return [{ address, path, summary: `Account "${key}" is a sandbox and is in ${nameOf(parent.address)}.` }];
      }
      if (laneOf(stage) === undefined || !inside) return [];
      return [{ address, path: [...path, "stage"], summary: `Account "${key}" in ${nameOf(parent.address)} has the stage ${stage}; services are not staged there.` }];
    }),
};
