import type { Extra } from "../blueprint.ts";
import { PRODUCTION_GUARDRAILS, ROOT } from "../foundations.ts";

/** Source: Labyrinth Labs, "AWS Multi-Account Deployment Strategy", "Ideas for enhancing the strategy". */
export const policyOrganization: Extra = {
  name: "policy-organization",
  summary: "a second organization, to try policies out",
  rows: [87],
  fits: ["team"],
  amend: (draft) => draft,
  beside: (answers) => ({
    folder: "policy-organization",
    answers: { ...answers, name: `${answers.name}-policies` },
    draft: {
      // Logs and security tools are the first organization's.
      growth: "accounts",
      managementNote: "A second organization, with a management account and credentials of its own. Policies are tried here first.",
      managementOwner: "platform",
      root: {
        ...ROOT,
        guardrailsNote: "The same guardrails as in the first organization, on accounts nobody works in.",
        ous: {
          Prod: {
            guardrails: PRODUCTION_GUARDRAILS,
            accounts: { "policy-test-prod": { purpose: "Stands for the production accounts", stage: "prod", owner: "platform" } },
          },
          Sandbox: {
            guardrails: ["sandbox-boundaries"],
            accounts: { "policy-test-sandbox": { purpose: "Stands for the sandboxes", stage: "sandbox", owner: "platform" } },
          },
        },
      },
    },
  }),
};
