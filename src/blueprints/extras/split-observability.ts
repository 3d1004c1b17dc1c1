import type { Extra } from "../blueprint.ts";
import { besideShared } from "../beside-shared.ts";

/** Source: Labyrinth Labs, "AWS Multi-Account Deployment Strategy", "Ideas for enhancing the strategy". */
export const splitObservability: Extra = {
  name: "split-observability",
  summary: "metrics, traces and dashboards of production apart from those of the rest",
  rows: [89],
  fits: ["team"],
  amend: (draft) =>
    besideShared(draft, {
      nonProd: { "observability-nonprod": { purpose: "Metrics and traces of dev and stage", stage: "nonprod", owner: "platform" } },
      prod: { "observability-prod": { purpose: "Metrics and traces of production", stage: "prod", owner: "platform" } },
      work: "observability",
    }),
};
