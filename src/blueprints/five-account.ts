import type { Blueprint } from "./blueprint.ts";
import type { OuDraft } from "./draft.ts";
import { APART_GUARDRAILS, CHANGE_GUARDRAILS, changers, DATA_GUARDRAILS, LOG_GUARDRAILS, PRODUCTION_GUARDRAILS, ROOT, WATCH_GUARDRAILS } from "./foundations.ts";
import { organizationBudget, sharedBudget } from "./budgets.ts";
import { FIVE_ACCOUNTS } from "./people.ts";

/**
 * The management account is the fifth. In the lesson it also holds the security services, which AWS advises against: no
 * policy binds it.
 * Source: the lesson "AWS Multi-Account Architecture", its five-account setup.
 */
export const fiveAccount: Blueprint = {
  name: "five-account",
  summary: "management, logs, shared services, non-production, production",
  rows: [95, 96, 97, 98, 99, 100, 101, 102, 103, 105, 106, 107, 108],
  draft: (answers) => ({
    growth: "foundations",
    managementNote: "The hub: organization, sign-in and security services. No policy binds it, so AWS advises to keep it empty.",
    managementOwner: "security",
    root: { ...ROOT, ous: { Security: SECURITY, Infrastructure: INFRASTRUCTURE, Workloads: WORKLOADS } },
    ...changers({ operators: ["Prod-Operator"], rescuers: ["Break-Glass"] }),
    people: FIVE_ACCOUNTS,
    budgets: {
      ...organizationBudget(answers, 1_000),
      ...sharedBudget(answers, "non-production", 300, "Workloads/NonProd"),
      ...sharedBudget(answers, "production", 500, "Workloads/Prod"),
    },
  }),
};

const SECURITY: OuDraft = {
  description: "What nobody may change",
  guardrails: LOG_GUARDRAILS,
  accounts: {
    "log-archive": { purpose: "Trails, flow and ALB logs, Config snapshots", stage: "prod", owner: "security" },
  },
};

const INFRASTRUCTURE: OuDraft = {
  description: "What the workload accounts share",
  guardrails: WATCH_GUARDRAILS,
  accounts: {
    "shared-services": { purpose: "Transit gateway, DNS, build runners, images", stage: "prod", owner: "platform" },
  },
};

const WORKLOADS: OuDraft = {
  description: "The application, once for each environment",
  guardrails: ["require-ebs-encryption", "require-rds-encryption", ...WATCH_GUARDRAILS],
  ous: {
    NonProd: {
      description: "Developers have broad access here; the policies above hold all the same",
      guardrails: APART_GUARDRAILS,
      accounts: { "non-prod": { purpose: "Development, test and staging", stage: "nonprod", owner: "developers" } },
    },
    Prod: {
      description: "Pipelines and a small team change it; people read",
      guardrails: [...PRODUCTION_GUARDRAILS, ...CHANGE_GUARDRAILS, ...DATA_GUARDRAILS],
      accounts: { production: { purpose: "What customers use", stage: "prod", owner: "sre" } },
    },
  },
};
