import type { Extra } from "../blueprint.ts";
import { withAccounts } from "../draft.ts";

/**
 * Nobody here builds it, so it has no pipeline: the account under SDLC is where the next version is looked at.
 * Source: AWS Cloud Operations Blog, "Best Practices for Organizational Units with AWS Organizations", "Prod and SDLC".
 */
export const offTheShelf: Extra = {
  name: "off-the-shelf",
  summary: "a product that was bought: one account, and its trial",
  rows: [12],
  fits: ["starter", "full"],
  amend: (draft) => {
    const sdlc = withAccounts(draft, "Workloads/SDLC", {
      "wiki-dev": { purpose: "The next version", stage: "dev", service: "wiki", owner: "platform", tags: { delivery: "vendor" } },
    });
    return withAccounts(sdlc, "Workloads/Prod", {
      "wiki-prod": { purpose: "A product that was bought", stage: "prod", service: "wiki", owner: "platform", tags: { delivery: "vendor" } },
    });
  },
};
