import type { Account } from "../../organization/index.ts";
import type { Rule } from "../rule.ts";

const FACTS = ["stage", "service", "owner"] as const satisfies readonly (keyof Account)[];

export const tagAgrees: Rule = {
  code: "LF2112",
  name: "tag-agrees",
  severity: "warning",
  source: "Account.stage, service and owner: each becomes a tag",
  rows: [66, 127],
  check: ({ accounts }) =>
    accounts.flatMap(({ address, path, key, account }) =>
      FACTS.flatMap((fact) => {
        const tag = account.tags?.[fact];
        const stated = account[fact];
        if (tag === undefined || stated === undefined || tag === stated) return [];
        const summary = `Account "${key}" has the ${fact} ${stated} and a tag ${fact} that says ${tag}.`;
        return [{ address, path: [...path, "tags", fact], summary }];
      }),
    ),
};
