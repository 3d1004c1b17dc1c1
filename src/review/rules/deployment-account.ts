import type { PlacedAccount } from "../../organization/index.ts";
import { isActive, isTrial } from "../accounts.ts";
import type { Rule } from "../rule.ts";
import { topOu, WORKLOADS } from "../stages.ts";
import { nameOf } from "../words.ts";

const DEPLOYMENTS = "deployments";

export const deploymentAccount: Rule = {
  code: "LF2133",
  name: "deployment-account",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [43],
  check: ({ nodes, accounts }) => {
    const deployments = nodes.find((node) => node.names.length === 1 && topOu(node) === DEPLOYMENTS);
    const delivering = accounts.filter((placed) => isActive(placed) && !isTrial(placed) && topOu(placed.parent) === DEPLOYMENTS);
    // An account of no service deploys for several.
    if (deployments === undefined || delivering.some(({ account }) => account.service === undefined)) return [];
    const services = new Map(accounts.flatMap((placed) => serviceBuiltHere(placed)));
    return [...services].flatMap(([service, placed]) => {
      const [one, second] = delivering.filter(({ account }) => account.service === service);
      if (one === undefined) return [{ address: placed.address, path: placed.path, summary: `No account in ${nameOf(deployments.address)} deploys the service ${service}.` }];
      if (second === undefined) return [];
      return [{ address: second.address, path: second.path, summary: `Accounts "${one.key}" and "${second.key}" both deploy the service ${service}.` }];
    });
  },
};

/** The service of a workload account, unless a vendor delivers it. */
function serviceBuiltHere(placed: PlacedAccount): (readonly [string, PlacedAccount])[] {
  const { account, parent } = placed;
  const built = isActive(placed) && topOu(parent) === WORKLOADS && account.tags?.["delivery"] !== "vendor";
  return built && account.service !== undefined ? [[account.service, placed]] : [];
}
