import type { Blueprint } from "./blueprint.ts";
import { denyLeaveOrganization } from "./policies/deny-leave-organization.ts";
import { denyRootUser } from "./policies/deny-root-user.ts";
import { protectFoundation } from "./policies/protect-foundation.ts";
import { regionAllowList } from "./policies/region-allow-list.ts";
import { literal, policyMembers } from "./source-text.ts";

/**
 * The four accounts a small company starts with, directly in the root.
 * Source: AWS Cloud Operations Blog, "Multi-account strategy for small and medium businesses", figure 1.
 */
export const smbStarter: Blueprint = {
  name: "smb-starter",
  summary: "Four accounts for a small company: network, workloads, images, operations",
  rows: [57, 68, 135],
  accounts: 4,
  policies: [denyLeaveOrganization, denyRootUser, regionAllowList, protectFoundation],
  organizationFile: (answers) => `import { defineOrganization } from "landfall";

export default defineOrganization({
  name: ${literal(answers.name)},
  homeRegion: ${literal(answers.homeRegion)},
  // Everywhere else is denied by policies/region-allow-list.json: change both together.
  regions: ${literal(answers.regions)},
  // AWS wants an address of its own for every account, and never takes one twice. Mail must reach a team, not a person.
  accountEmail: ${literal(answers.accountEmail)},

  // The account that pays. No policy binds it, so nothing runs in it.
  managementAccount: { owner: "founders" },

  root: {
    // Hold for the four accounts below, whatever their administrators allow themselves.
    policies: ["deny-leave-organization", "deny-root-user", "region-allow-list", "protect-foundation"],
    // Organizational units can wait: accounts move into one later without being made again.
    accounts: {
      network: { purpose: "The way to the internet: internet gateway and NAT gateway", owner: "founders" },
      workloads: { purpose: "What customers use", owner: "founders" },
      images: { purpose: "Builds and keeps the machine images all servers start from", owner: "founders" },
      operations: { purpose: "Monitoring, patching and automation", owner: "founders" },
    },
  },

  // The documents are JSON files of their own. Inside them, the roles that run the organization are exempt by name.
  policies: {
${policyMembers(smbStarter.policies)}
  },
});
`,
};
