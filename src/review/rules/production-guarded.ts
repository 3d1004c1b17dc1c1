import type { Rule } from "../rule.ts";
import { laneOf, topOu, WORKLOADS } from "../stages.ts";
import { capital, nameOf } from "../words.ts";

export const productionGuarded: Rule = {
  code: "LF2138",
  name: "production-guarded",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [10, 52, 71],
  check: ({ nodes }) =>
    nodes
      .filter((node) => topOu(node) === WORKLOADS && node.names.length > 1 && laneOf(node.names.at(-1) ?? "") === "production")
      .flatMap((node) => {
        const others = nodes.filter((other) => other.parent === node.parent && laneOf(other.names.at(-1) ?? "") === "non-production");
        const own = (node.node.policies ?? []).filter((key) => !others.every((other) => (other.node.policies ?? []).includes(key)));
        if (others.length === 0 || own.length > 0) return [];
        return [{ address: node.address, path: node.path, summary: `${capital(nameOf(node.address))} has no policy that what comes before it lacks.` }];
      }),
};
