import type { Rule } from "../rule.ts";
import { SUSPENDED, topOu } from "../stages.ts";
import { nameOf } from "../words.ts";

export const heldPlace: Rule = {
  code: "LF2108",
  name: "held-place",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [35, 37],
  check: ({ accounts }) =>
    accounts.flatMap(({ address, path, key, parent, account: { state = "active" } }) => {
      const suspended = topOu(parent) === SUSPENDED;
      if (state === "held" && !suspended) {
        return [{ address, path: [...path, "state"], summary: `Account "${key}" is held, and still in ${nameOf(parent.address)}.` }];
      }
      if (state !== "active" || !suspended) return [];
      return [{ address, path, summary: `Account "${key}" is in ${nameOf(parent.address)}, and its state is still active.` }];
    }),
};
