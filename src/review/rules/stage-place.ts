import type { PlacedAccount } from "../../organization/index.ts";
import type { Rule } from "../rule.ts";
import { laneOf, laneOfNode, topOu, WORKLOADS } from "../stages.ts";
import { nameOf } from "../words.ts";

const BEFORE_RELEASE = /^(?:pre[-_ ]?prod(?:uction)?|stage|staging)$/i;

/** Pre-production belongs with SDLC. Small layouts may have it beside production, as some pictures draw it. */
export const stagePlace: Rule = {
  code: "LF2102",
  name: "stage-place",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [10, 47, 64, 139],
  check: ({ accounts }) =>
    accounts.flatMap((placed) => {
      const wrong = misplaced(placed);
      if (wrong === undefined) return [];
      const { address, path, key, parent, account } = placed;
      const summary = `Account "${key}" has the stage ${account.stage} and is in ${nameOf(parent.address)}, ${wrong}.`;
      const later = BEFORE_RELEASE.test(account.stage ?? "") && laneOfNode(parent) === "production";
      return [{ address, path: [...path, "stage"], summary, ...(later ? { from: "framework" as const } : {}) }];
    }),
};

function misplaced({ parent, account }: PlacedAccount): string | undefined {
  const stage = laneOf(account.stage ?? "");
  const place = laneOfNode(parent);
  if (stage === "non-production" && place === "production") return "where production runs";
  if (stage !== "production") return undefined;
  if (place === "non-production") return "where nothing is in production";
  return place === undefined && topOu(parent) === WORKLOADS ? "and in no OU for production" : undefined;
}
