import type { PlacedAccount } from "../../organization/index.ts";
import type { Rule } from "../rule.ts";
import { laneOf, laneOfNode, topOu, WORKLOADS } from "../stages.ts";
import { nameOf } from "../words.ts";

/** Pre-production belongs with SDLC, although some pictures draw it beside production. */
export const stagePlace: Rule = {
  code: "LF2102",
  name: "stage-place",
  severity: "warning",
  source: "AWS Cloud Operations Blog, Best Practices for Organizational Units with AWS Organizations",
  rows: [10],
  check: ({ accounts }) =>
    accounts.flatMap((placed) => {
      const wrong = misplaced(placed);
      if (wrong === undefined) return [];
      const { address, path, key, parent, account } = placed;
      const summary = `Account "${key}" has the stage ${account.stage} and is in ${nameOf(parent.address)}, ${wrong}.`;
      return [{ address, path: [...path, "stage"], summary }];
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
