import type { Answers, Blueprint } from "./blueprint.ts";
import {
  INFRASTRUCTURE_PROD,
  INFRASTRUCTURE_SDLC,
  policyStaging,
  SANDBOX,
  SECURITY_PROD,
  SECURITY_SDLC,
  serviceAccounts,
} from "./full-accounts.ts";
import { businessUsersOnly } from "./policies/business-users-only.ts";
import { denyEverything } from "./policies/deny-everything.ts";
import { denyLeaveOrganization } from "./policies/deny-leave-organization.ts";
import { denyRootUser } from "./policies/deny-root-user.ts";
import { organizationOnlyData } from "./policies/organization-only-data.ts";
import { protectAudit } from "./policies/protect-audit.ts";
import { protectFoundation } from "./policies/protect-foundation.ts";
import { protectLogArchive } from "./policies/protect-log-archive.ts";
import { protectProduction } from "./policies/protect-production.ts";
import { regionAllowList } from "./policies/region-allow-list.ts";
import { sandboxBoundaries } from "./policies/sandbox-boundaries.ts";
import { accountMembers, literal, policyMembers } from "./source-text.ts";

/**
 * The nine OUs AWS recommends, with SDLC and Prod where production must differ.
 * Source: AWS Cloud Operations Blog, "Best Practices for Organizational Units with AWS Organizations".
 */
export const full: Blueprint = {
  name: "full",
  summary: "All nine recommended OUs, SDLC apart from Prod, 19 accounts, 11 policies",
  rows: [10, 13, 14, 17, 18, 19, 20, 23, 32, 34, 35, 39, 40, 42, 43, 47, 48, 49, 139],
  accounts: 19,
  policies: [
    denyLeaveOrganization,
    denyRootUser,
    regionAllowList,
    protectFoundation,
    protectAudit,
    protectLogArchive,
    protectProduction,
    organizationOnlyData,
    sandboxBoundaries,
    businessUsersOnly,
    denyEverything,
  ],
  organizationFile: (answers) => `import { defineOrganization } from "landfall";

${head(answers)}
  ous: {
${foundations()}

${builders(answers.service ?? "foo")}

${procedures()}
  },

  // The documents are JSON files of their own. Inside them, the roles that run the organization are exempt by name.
  policies: {
${policyMembers(full.policies)}
  },
});
`,
};

const head = (answers: Answers): string => `export default defineOrganization({
  name: ${literal(answers.name)},
  homeRegion: ${literal(answers.homeRegion)},
  // Everywhere else is denied by policies/region-allow-list.json: change both together.
  regions: ${literal(answers.regions)},
  // AWS wants an address of its own for every account, and never takes one twice. Mail must reach a team, not a person.
  accountEmail: ${literal(answers.accountEmail)},

  // No policy binds the management account, so nothing runs in it.
  managementAccount: { owner: "platform" },

  root: {
    // Inherited by every other account, from the moment it is created.
    policies: ["deny-leave-organization", "deny-root-user", "region-allow-list", "protect-foundation", "protect-audit"],
  },
`;

const foundations = (): string => `    // Foundations, run by central teams. They come first.
    Security: {
      description: "Logs, audit and security tools; owned by the security team alone",
      // organization-only-data lets in nobody else. A partner is added to it under aws:PrincipalAccount.
      policies: ["protect-log-archive", "organization-only-data"],
      ous: {
        SDLC: {
          accounts: {
${accountMembers(12, SECURITY_SDLC)}
          },
        },
        Prod: {
          policies: ["protect-production"],
          accounts: {
${accountMembers(12, SECURITY_PROD)}
          },
        },
      },
    },
    Infrastructure: {
      description: "Services that every account shares; an account for each kind",
      policies: ["organization-only-data"],
      ous: {
        SDLC: {
          accounts: {
${accountMembers(12, INFRASTRUCTURE_SDLC)}
          },
        },
        Prod: {
          policies: ["protect-production"],
          accounts: {
${accountMembers(12, INFRASTRUCTURE_PROD)}
          },
        },
      },
    },`;

function builders(service: string): string {
  const { sdlc, prod, deployment } = serviceAccounts(service);
  return `    // What people build. Accounts follow services, not teams: a team can change, its services stay where they are.
    Workloads: {
      description: "The services the company builds and runs",
      ous: {
        SDLC: {
          accounts: {
${accountMembers(12, sdlc)}
          },
        },
        Prod: {
          // organization-only-data also closes buckets to the public: publish them through CloudFront.
          policies: ["protect-production", "organization-only-data"],
          accounts: {
${accountMembers(12, prod)}
          },
        },
      },
    },
    Deployments: {
      description: "Pipelines, apart from what they deploy: one account for each service",
      policies: ["organization-only-data"],
      ous: {
        SDLC: { description: "Changes to the pipelines themselves are tried here" },
        Prod: {
          policies: ["protect-production"],
          accounts: {
${accountMembers(12, deployment)}
          },
        },
      },
    },
    Sandbox: {
      description: "Where people learn AWS: no company data, no company network",
      policies: ["sandbox-boundaries"],
      accounts: {
${accountMembers(8, SANDBOX)}
      },
    },
    IndividualBusinessUsers: {
      description: "Files and reports of people who are not technologists",
      policies: ["business-users-only"],
    },`;
}

const procedures = (): string => `    // Changing the organization itself.
    PolicyStaging: {
      description: "A policy is attached here before it is attached where it is meant for",
      ous: {
${["Security", "Infrastructure", "Workloads", "Deployments"].map(stagingOu).join("\n")}
      },
    },
    Exceptions: {
      description: "Accounts that cannot live under the policies of Workloads",
      // The only OU where a policy belongs on the account itself. Say why, who agreed and until when:
      // accounts: {
      //   "partner-exchange": {
      //     purpose: "A partner delivers into a public bucket; agreed by security until 2027-06",
      //     stage: "prod",
      //     owner: "partner-team",
      //     policies: ["partner-exchange"],
      //   },
      // },
    },
    Suspended: {
      description: "Accounts out of use: held, or closed and waiting for AWS to delete them",
      policies: ["deny-everything"],
    },`;

const stagingOu = (area: string): string => `        ${area}: {
          accounts: {
${accountMembers(12, policyStaging(area))}
          },
        },`;
