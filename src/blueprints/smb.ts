import type { Blueprint } from "./blueprint.ts";
import type { OuDraft } from "./draft.ts";
import { APART_GUARDRAILS, LOG_GUARDRAILS, PRODUCTION_GUARDRAILS, ROOT, securityAdministrator, WATCH_GUARDRAILS } from "./foundations.ts";
import { organizationBudget, sandboxBudget } from "./budgets.ts";
import { SMALL_COMPANY } from "./people.ts";

/**
 * The figure draws pre-production beside production. Both live under different policies, so it is with Test here.
 * Source: AWS Cloud Operations Blog, "Multi-account strategy for small and medium businesses", figures 2 and 4.
 */
export const smb: Blueprint = {
  name: "smb",
  summary: "a small company's next step: logs and production apart, tests",
  rows: [52, 60, 61, 65],
  draft: (answers) => ({
    growth: "foundations",
    managementNote: "The account that pays. No policy binds it, so nothing runs in it.",
    managementOwner: "founders",
    delegationNote: "This account runs these services for all others, and is where they are switched on.",
    delegatedAdministrators: securityAdministrator("security-tooling"),
    root: { ...ROOT, ous: { Security: SECURITY, Infrastructure: INFRASTRUCTURE, Workloads: WORKLOADS, Sandbox: SANDBOX } },
    people: SMALL_COMPANY,
    budgets: { ...organizationBudget(answers, 1_000), ...sandboxBudget(answers) },
  }),
};

const SECURITY: OuDraft = {
  description: "Logs and security tools: for those who look after security, nobody else",
  guardrails: LOG_GUARDRAILS,
  accounts: {
    "log-archive": { purpose: "Logs of all accounts, for security and audit", stage: "prod", owner: "founders" },
    "security-tooling": { purpose: "Findings of all accounts in one place", stage: "prod", owner: "founders" },
  },
};

const INFRASTRUCTURE: OuDraft = {
  description: "What the other accounts share",
  guardrails: WATCH_GUARDRAILS,
  accounts: {
    network: { purpose: "The way to the internet, shared by all", stage: "prod", owner: "founders" },
    images: { purpose: "Machine images that all servers start from", stage: "prod", owner: "founders" },
    operations: { purpose: "Monitoring, patching and automation", stage: "prod", owner: "founders" },
  },
};

const WORKLOADS: OuDraft = {
  description: "What the company builds and sells",
  guardrails: WATCH_GUARDRAILS,
  ous: {
    Prod: {
      guardrails: PRODUCTION_GUARDRAILS,
      accounts: { workloads: { purpose: "What customers use", stage: "prod", owner: "founders" } },
    },
    Test: {
      // Its policies may be looser than those of Prod, so nothing here is reached by customers.
      description: "Everything that comes before production",
      guardrails: APART_GUARDRAILS,
      accounts: {
        "workloads-preprod": { purpose: "The next release, as it will run", stage: "preprod", owner: "founders" },
        "workloads-test": { purpose: "Acceptance tests", stage: "test", owner: "founders" },
        "workloads-dev": { purpose: "Development", stage: "dev", owner: "founders" },
      },
    },
  },
};

const SANDBOX: OuDraft = {
  description: "Where people try AWS out: no company data, no company network",
  guardrails: ["sandbox-boundaries", ...APART_GUARDRAILS, ...WATCH_GUARDRAILS],
  accounts: { sandbox: { purpose: "Experiments", stage: "sandbox", owner: "founders" } },
};
