import type { Rule } from "../rule.ts";
import { topOu } from "../stages.ts";
import { nameOf } from "../words.ts";

const SERVICES = [
  "access-analyzer.amazonaws.com", "detective.amazonaws.com", "fms.amazonaws.com", "guardduty.amazonaws.com", "inspector2.amazonaws.com",
  "macie.amazonaws.com", "securityhub.amazonaws.com", "securitylake.amazonaws.com",
];

export const securityAdministrator: Rule = {
  code: "LF2136",
  name: "security-administrator",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Multi-account strategy for small and medium businesses",
  rows: [23, 61, 83],
  from: "foundations",
  check: ({ organization, accounts }) =>
    SERVICES.flatMap((service) =>
      (organization.delegatedAdministrators?.[service] ?? []).flatMap((key, index) => {
        const placed = accounts.find((one) => one.key === key);
        if (placed === undefined || topOu(placed.parent) === "security") return [];
        const summary = `Account "${key}" administers ${service} and is in ${nameOf(placed.parent.address)}.`;
        return [{ address: placed.address, path: ["delegatedAdministrators", service, index], summary }];
      }),
    ),
};
