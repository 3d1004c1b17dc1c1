import type { Extra } from "../blueprint.ts";
import { APART_GUARDRAILS, CHANGE_GUARDRAILS, changers, DATA_GUARDRAILS, PRODUCTION_GUARDRAILS, ROOT_GUARDRAILS, WATCH_GUARDRAILS } from "../foundations.ts";

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
      ...changers({}),
      root: {
        guardrails: [...ROOT_GUARDRAILS, ...WATCH_GUARDRAILS],
        guardrailsNote: "The same guardrails as in the first organization, on accounts nobody works in.",
        ous: {
          Prod: {
            guardrails: [...PRODUCTION_GUARDRAILS, ...CHANGE_GUARDRAILS, ...DATA_GUARDRAILS],
            accounts: { "policy-test-prod": { purpose: "Stands for the production accounts", stage: "prod", owner: "platform" } },
          },
          Sandbox: {
            guardrails: ["sandbox-boundaries", ...APART_GUARDRAILS],
            accounts: { "policy-test-sandbox": { purpose: "Stands for the sandboxes", stage: "sandbox", owner: "platform" } },
          },
        },
      },
    },
  }),
};
