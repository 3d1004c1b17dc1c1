import { isActive } from "../accounts.ts";
import type { Rule } from "../rule.ts";
import { topOu, WORKLOADS } from "../stages.ts";

/** Stages that stand for more than one. */
const SEVERAL = /^(?:non[-_ ]?prod(?:uction)?|sdlc)$/i;

export const environmentsApart: Rule = {
  code: "LF2125",
  name: "environments-apart",
  severity: "warning",
  source: "Labyrinth Labs, AWS Multi-Account Deployment Strategy",
  rows: [70, 73, 81, 95],
  from: "full",
  check: ({ accounts }) =>
    accounts
      .filter((placed) => isActive(placed) && topOu(placed.parent) === WORKLOADS && SEVERAL.test(placed.account.stage ?? ""))
      .map(({ address, path, key, account }) => ({
        address,
        path: [...path, "stage"],
        summary: `Account "${key}" holds all that is ${account.stage}, and its stages share quotas and IAM.`,
      })),
};
