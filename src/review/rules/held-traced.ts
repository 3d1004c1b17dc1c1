import type { Rule } from "../rule.ts";
import { listed } from "../words.ts";

const TRACES = ["held-from", "held-since", "held-reason", "held-by"];

export const heldTraced: Rule = {
  code: "LF2134",
  name: "held-traced",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [36],
  check: ({ accounts }) =>
    accounts
      .filter(({ account }) => account.state === "held")
      .flatMap(({ address, path, key, account }) => {
        const missing = TRACES.filter((tag) => (account.tags?.[tag] ?? "").trim() === "");
        if (missing.length === 0) return [];
        return [{ address, path, summary: `Account "${key}" is held and lacks the ${missing.length === 1 ? "tag" : "tags"} ${listed(missing)}.` }];
      }),
};
