import type { Extra } from "../blueprint.ts";
import { besideShared } from "../beside-shared.ts";

/** Source: Labyrinth Labs, "AWS Multi-Account Deployment Strategy", "Ideas for enhancing the strategy". */
export const splitObservability: Extra = {
  name: "split-observability",
  summary: "telemetry of production apart from the rest",
  rows: [89],
  fits: ["team"],
  amend: (draft) =>
    besideShared(draft, {
      nonProd: { "observability-nonprod": { purpose: "Metrics and traces of dev and stage", stage: "nonprod", owner: "platform" } },
      prod: { "observability-prod": { purpose: "Metrics and traces of production", stage: "prod", owner: "platform" } },
      work: "observability",
    }),
};
