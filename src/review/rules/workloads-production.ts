import type { Rule } from "../rule.ts";
import { laneOf, topOu, WORKLOADS } from "../stages.ts";
import { capital, nameOf } from "../words.ts";

export const workloadsProduction: Rule = {
  code: "LF2103",
  name: "workloads-production",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [13],
  check: ({ nodes }) => {
    const workloads = nodes.filter((node) => topOu(node) === WORKLOADS);
    if (workloads.some((node) => node.names.slice(1).some((name) => laneOf(name) === "production"))) return [];
    return workloads
      .filter((node) => node.names.length === 1)
      .map(({ address, path }) => ({ address, path, summary: `${capital(nameOf(address))} has no OU for production.` }));
  },
};
