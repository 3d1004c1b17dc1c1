import { serviceAccounts } from "./accounts.ts";
import type { Answers, Blueprint } from "./blueprint.ts";
import type { OuDraft } from "./draft.ts";
import {
  AROUND,
  BUSINESS_USERS,
  DEPLOYMENTS,
  EXCEPTIONS_OU,
  INFRASTRUCTURE,
  POLICY_STAGING,
  ROOT,
  SANDBOX_OU,
  SECURITY,
  workloads,
} from "./foundations.ts";
import { organizationBudget, sandboxBudget } from "./budgets.ts";
import { serviceOf } from "./services.ts";

/**
 * The nine OUs AWS recommends, with SDLC and Prod where production must differ.
 * Source: AWS Cloud Operations Blog, "Best Practices for Organizational Units with AWS Organizations".
 */
export const full: Blueprint = {
  name: "full",
  summary: "all nine recommended OUs: 19 accounts, 33 guardrails",
  rows: [10, 13, 14, 17, 18, 19, 20, 23, 32, 34, 35, 39, 40, 42, 43, 47, 48, 49, 139],
  draft: (answers) => ({
    ...AROUND,
    budgets: { ...organizationBudget(answers, 1_000), ...sandboxBudget(answers) },
    root: {
      ...ROOT,
      ous: {
        Security: SECURITY,
        Infrastructure: INFRASTRUCTURE,
        Workloads: workloads(answers),
        Deployments: deployments(answers),
        Sandbox: SANDBOX_OU,
        IndividualBusinessUsers: BUSINESS_USERS,
        PolicyStaging: { heading: "Changing the organization itself.", ...POLICY_STAGING },
        Exceptions: EXCEPTIONS,
        Suspended: {
          description: "Accounts out of use: held, or closed and waiting for AWS to delete them",
          guardrails: ["suspended-deny-all"],
        },
      },
    },
  }),
};

function deployments(answers: Answers): OuDraft {
  const { deployment } = serviceAccounts(serviceOf(answers));
  const { SDLC = {}, Prod = {} } = DEPLOYMENTS.ous ?? {};
  return { ...DEPLOYMENTS, ous: { SDLC, Prod: { ...Prod, accounts: deployment } } };
}

const EXCEPTIONS: OuDraft = {
  ...EXCEPTIONS_OU,
  closing: [
    "The only OU where a policy belongs on the account itself. Say why, who agreed and until when:",
    "accounts: {",
    '  "partner-exchange": {',
    '    purpose: "A partner delivers into a public bucket",',
    '    stage: "prod",',
    '    owner: "partner-team",',
    '    policies: ["partner-exchange"],',
    '    tags: { "exception-reason": "…", "exception-by": "security", "exception-until": "…" },',
    "  },",
    "},",
  ],
};
