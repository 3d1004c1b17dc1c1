import { serviceAccounts } from "../accounts.ts";
import type { Extra } from "../blueprint.ts";
import { withAccounts, withOu } from "../draft.ts";
import { DEPLOYMENTS } from "../foundations.ts";
import { serviceOf } from "../services.ts";

/**
 * A caption of the article puts production under Deployments; its text says Workloads/Prod, and the text holds.
 * Source: AWS Cloud Operations Blog, "Best Practices for Organizational Units with AWS Organizations", "OU: Deployments".
 */
export const serviceFoo: Extra = {
  name: "service-foo",
  summary: "a service from dev to production, and its deployment",
  rows: [47, 48],
  fits: ["starter", "full"],
  amend: (draft, answers) => {
    const { sdlc, prod, deployment } = serviceAccounts(serviceOf(answers));
    const deployments = withOu(draft, "Deployments", (ou) => ({ ...DEPLOYMENTS, ...ou }));
    const staged = withAccounts(withAccounts(deployments, "Workloads/SDLC", sdlc), "Workloads/Prod", prod);
    return withAccounts(staged, "Deployments/Prod", deployment);
  },
};
