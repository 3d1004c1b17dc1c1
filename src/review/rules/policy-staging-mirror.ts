import type { Rule } from "../rule.ts";
import { plainOu, topOu } from "../stages.ts";
import { capital, listed, nameOf } from "../words.ts";

const AREAS = ["security", "infrastructure", "workloads", "deployments"];

export const policyStagingMirror: Rule = {
  code: "LF2122",
  name: "policy-staging-mirror",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [32, 34],
  check: ({ nodes, accounts }) => {
    const staging = nodes.find((node) => node.names.length === 1 && plainOu(node) === "policystaging");
    if (staging === undefined) return [];
    const mirrored = new Set(accounts.filter(({ parent }) => plainOu(parent) === "policystaging").map(({ parent }) => parent.names[1]?.toLowerCase()));
    const missing = AREAS.filter((area) => nodes.some((node) => node.names.length === 1 && topOu(node) === area) && !mirrored.has(area)).map(capital);
    if (missing.length === 0) return [];
    return [{ address: staging.address, path: staging.path, summary: `${capital(nameOf(staging.address))} has no account to try policies of ${listed(missing)} out.` }];
  },
};
