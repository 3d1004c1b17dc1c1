import { partitionOfRegion } from "../../ids/index.ts";
import { ORGANIZATIONS_QUOTAS as QUOTAS } from "../../limits/index.ts";
import type { Rule } from "../rule.ts";
import { count } from "../words.ts";

/** Whether AWS has raised the quota is not in the file; the plan, which asks AWS, knows. */
export const accountQuota: Rule = {
  code: "LF2113",
  name: "account-quota",
  severity: "info",
  source: "Organizations User Guide, Quotas and service limits",
  rows: [25, 56],
  check: ({ organization, accounts }) => {
    const number = accounts.length + 1;
    if (number <= QUOTAS.accounts) return [];
    const region = partitionOfRegion(organization.homeRegion)?.organizationsRegion ?? "us-east-1";
    const wanted = Math.ceil((number + 5) / 10) * 10;
    return [
      {
        summary: `The organization has ${count(number, "account")} with the management account; a new one may have ${QUOTAS.accounts} until AWS raises its quota.`,
        fix: `Ask for more from the management account; AWS may take days to answer.\n\naws service-quotas request-service-quota-increase --region ${region} --service-code organizations --quota-code L-E619E033 --desired-value ${wanted}`,
      },
    ];
  },
};
