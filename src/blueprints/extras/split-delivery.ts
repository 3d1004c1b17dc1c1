import type { Extra } from "../blueprint.ts";
import { besideShared } from "../beside-shared.ts";

/** Source: Labyrinth Labs, "AWS Multi-Account Deployment Strategy", "Ideas for enhancing the strategy". */
export const splitDelivery: Extra = {
  name: "split-delivery",
  summary: "pipelines of production apart from the others",
  rows: [88],
  fits: ["team"],
  amend: (draft) =>
    besideShared(draft, {
      nonProd: { "delivery-nonprod": { purpose: "Pipelines to dev and stage", stage: "nonprod", owner: "platform" } },
      prod: { "delivery-prod": { purpose: "Pipelines to production", stage: "prod", owner: "platform" } },
      work: "pipelines",
    }),
};
