import type { Rule } from "../rule.ts";
import { FOUNDATIONS, topOu, WORKLOADS } from "../stages.ts";
import { capital, listed, nameOf } from "../words.ts";

export const foundationsFirst: Rule = {
  code: "LF2104",
  name: "foundations-first",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [14, 65],
  check: ({ nodes, accounts }) => {
    const there = new Set(nodes.map(topOu));
    const missing = FOUNDATIONS.filter((name) => !there.has(name)).map(capital);
    const workloads = accounts.find(({ parent }) => topOu(parent) === WORKLOADS)?.parent;
    if (missing.length === 0 || workloads === undefined) return [];
    const top = nodes.find((node) => node.names.length === 1 && node.names[0] === workloads.names[0]) ?? workloads;
    const summary = `${capital(nameOf(top.address))} has accounts before there is an OU ${listed(missing)}.`;
    return [{ address: top.address, path: top.path, summary }];
  },
};
