import { isActive } from "../accounts.ts";
import type { Rule } from "../rule.ts";
import { EXCEPTIONS, topOu } from "../stages.ts";
import { listed } from "../words.ts";

const RECORD = ["exception-reason", "exception-by", "exception-until"];

export const exceptionRecorded: Rule = {
  code: "LF2135",
  name: "exception-recorded",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [7, 40, 136],
  check: ({ accounts, today }) =>
    accounts
      .filter((placed) => isActive(placed) && topOu(placed.parent) === EXCEPTIONS)
      .flatMap(({ address, path, key, account }) => {
        const missing = RECORD.filter((tag) => (account.tags?.[tag] ?? "").trim() === "");
        if (missing.length > 0) return [{ address, path, summary: `The exception "${key}" lacks the ${missing.length === 1 ? "tag" : "tags"} ${listed(missing)}.` }];
        const until = account.tags?.["exception-until"] ?? "";
        if (today === undefined || until >= today) return [];
        return [{ address, path: [...path, "tags", "exception-until"], summary: `The exception "${key}" ended on ${until}.` }];
      }),
};
