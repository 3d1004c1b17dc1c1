import { namedAccounts } from "../../organization/index.ts";
import { isActive } from "../accounts.ts";
import type { Rule } from "../rule.ts";
import { SANDBOX, topOu } from "../stages.ts";

/** A budget that several accounts share tells of none of them that it spends too much. */
export const sandboxBudget: Rule = {
  code: "LF2154",
  name: "sandbox-budget",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [27, 86],
  from: "foundations",
  check: ({ organization, accounts }) => {
    const own = Object.values(organization.budgets ?? {}).flatMap((budget) => {
      const { members, management } = namedAccounts(budget, accounts);
      const isAlone = members.length === 1 && !management;
      return budget.perAccount === true || isAlone ? members.map(({ key }) => key) : [];
    });
    const covered = new Set(own);
    return accounts
      .filter((placed) => isActive(placed) && (topOu(placed.parent).startsWith(SANDBOX) || placed.account.stage?.toLowerCase() === SANDBOX) && !covered.has(placed.key))
      .map(({ address, path, key }) => ({ address, path, summary: `The sandbox "${key}" has no budget of its own.` }));
  },
};
