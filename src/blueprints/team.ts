import type { Blueprint } from "./blueprint.ts";
import type { OuDraft } from "./draft.ts";
import { APART_GUARDRAILS, CHANGE_GUARDRAILS, changers, DATA_GUARDRAILS, LOG_GUARDRAILS, PRODUCTION_GUARDRAILS, ROOT, securityAdministrator, WATCH_GUARDRAILS } from "./foundations.ts";
import { organizationBudget, sandboxBudget } from "./budgets.ts";
import { ONE_TEAM } from "./people.ts";

/**
 * One OU per environment; the article also allows one for all of them, but production then has no policies of its own.
 * Source: Labyrinth Labs, "AWS Multi-Account Deployment Strategy".
 */
export const team: Blueprint = {
  name: "team",
  summary: "one product: dev, stage and prod, audit, security, sandboxes",
  rows: [77, 78, 79, 81, 82, 83, 84, 85],
  draft: (answers) => ({
    growth: "foundations",
    managementNote: "Creates the organization, sign-in, OUs and policies, and pays. No policy binds it, so nothing runs in it.",
    managementOwner: "platform",
    delegationNote: "This account runs these services for all others, and is where they are switched on.",
    delegatedAdministrators: {
      "config.amazonaws.com": ["sec"],
      ...securityAdministrator("sec"),
      "fms.amazonaws.com": ["sec"],
    },
    root: { ...ROOT, ous: { Security: SECURITY, Infrastructure: INFRASTRUCTURE, Workloads: WORKLOADS, Sandbox: SANDBOX } },
    ...changers({ operators: ["Platform-Administrator"] }),
    people: ONE_TEAM,
    budgets: { ...organizationBudget(answers, 1_000), ...sandboxBudget(answers) },
  }),
};

const SECURITY: OuDraft = {
  description: "Logs that are never changed, and the tools that read them",
  guardrails: LOG_GUARDRAILS,
  accounts: {
    audit: { purpose: "Log archive, read through roles that only read", stage: "prod", owner: "security" },
    sec: { purpose: "Security tooling: detection and firewalls", stage: "prod", owner: "security" },
  },
};

const INFRASTRUCTURE: OuDraft = {
  description: "Tools that need a way into the workload accounts",
  guardrails: WATCH_GUARDRAILS,
  accounts: {
    shared: { purpose: "Observability, pipelines, DNS, VPN, transit hub", stage: "prod", owner: "platform" },
  },
};

const WORKLOADS: OuDraft = {
  description: "The product, an OU for each environment",
  guardrails: WATCH_GUARDRAILS,
  ous: {
    Dev: {
      guardrails: APART_GUARDRAILS,
      accounts: { "workload-dev": { purpose: "Development, with data it needs", stage: "dev", owner: "developers" } },
    },
    Stage: {
      guardrails: APART_GUARDRAILS,
      accounts: { "workload-stage": { purpose: "The next release, as it will run", stage: "stage", owner: "developers" } },
    },
    Prod: {
      guardrailsNote: "org-identities-only also closes buckets to the public: publish them through CloudFront.",
      guardrails: [...PRODUCTION_GUARDRAILS, ...CHANGE_GUARDRAILS, ...DATA_GUARDRAILS],
      accounts: { "workload-prod": { purpose: "What customers use", stage: "prod", owner: "platform" } },
    },
  },
};

const SANDBOX: OuDraft = {
  description: "Experiments, one account for each team: no company data, and nothing that lasts",
  guardrails: ["sandbox-boundaries", ...APART_GUARDRAILS, ...WATCH_GUARDRAILS],
  accounts: {
    "sandbox-developers": { purpose: "Experiments of the developers", stage: "sandbox", owner: "developers" },
    "sandbox-platform": { purpose: "Experiments of the platform team", stage: "sandbox", owner: "platform" },
  },
};
