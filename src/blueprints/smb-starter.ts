import type { Blueprint } from "./blueprint.ts";
import type { Accounts } from "./draft.ts";
import { organizationBudget } from "./budgets.ts";
import { FOUNDERS_ONLY } from "./people.ts";

const ACCOUNTS: Accounts = {
  network: { purpose: "The way to the internet: internet gateway and NAT gateway", owner: "founders" },
  workloads: { purpose: "What customers use", owner: "founders" },
  images: { purpose: "Builds and keeps the machine images all servers start from", owner: "founders" },
  operations: { purpose: "Monitoring, patching and automation", owner: "founders" },
};

/**
 * The four accounts a small company starts with, directly in the root.
 * Source: AWS Cloud Operations Blog, "Multi-account strategy for small and medium businesses", figure 1.
 */
export const smbStarter: Blueprint = {
  name: "smb-starter",
  summary: "four accounts of a small company, without OUs",
  rows: [57, 68, 135],
  draft: (answers) => ({
    growth: "accounts",
    managementNote: "The account that pays. No policy binds it, so nothing runs in it.",
    managementOwner: "founders",
    root: {
      guardrailsNote: "Hold for the four accounts below, whatever their administrators allow themselves.",
      guardrails: ["deny-leave-organization", "deny-root-user", "region-allow-list", "deny-region-enable", "protect-org-roles", "deny-idc-account-instance"],
      accountsNote: "Organizational units can wait: accounts move into one later without being made again.",
      accounts: ACCOUNTS,
    },
    people: FOUNDERS_ONLY,
    budgets: organizationBudget(answers, 500),
  }),
};
