import { INFRASTRUCTURE_PROD, INFRASTRUCTURE_SDLC, policyStaging, SANDBOX, SECURITY_PROD, SECURITY_SDLC, serviceAccounts } from "./accounts.ts";
import type { Answers } from "./blueprint.ts";
import type { Draft, OuDraft } from "./draft.ts";
import { FRAMEWORK } from "./people.ts";
import { serviceOf } from "./services.ts";

/** The OUs that the larger blueprints share, and what stands around them. */
export const AROUND: Omit<Draft, "root"> = {
  managementNote: "No policy binds the management account, so nothing runs in it.",
  managementOwner: "platform",
  delegationNote: "The security team's account runs these services for all others, and is where they are switched on.",
  delegatedAdministrators: securityAdministrator("security-tooling"),
  people: FRAMEWORK,
};

/**
 * Who administers the services that watch all accounts.
 * Unconfirmed: that each of them takes a registration that came from Organizations before the service itself was enabled.
 */
export function securityAdministrator(account: string): Record<string, string[]> {
  return {
    "detective.amazonaws.com": [account],
    "guardduty.amazonaws.com": [account],
    "securityhub.amazonaws.com": [account],
  };
}

export const ROOT_POLICIES = ["deny-leave-organization", "deny-root-user", "region-allow-list", "protect-foundation", "protect-audit"];

export const ROOT: OuDraft = {
  policiesNote: "Inherited by every other account, from the moment it is created.",
  policies: ROOT_POLICIES,
};

export const SECURITY: OuDraft = {
  heading: "Foundations, run by central teams. They come first.",
  description: "Logs, audit and security tools; owned by the security team alone",
  policiesNote: "organization-only-data lets in nobody else. A partner is added to it under aws:PrincipalAccount.",
  policies: ["protect-log-archive", "organization-only-data"],
  ous: { SDLC: { accounts: SECURITY_SDLC }, Prod: { policies: ["protect-production"], accounts: SECURITY_PROD } },
};

export const INFRASTRUCTURE: OuDraft = {
  description: "Services that every account shares; an account for each kind",
  policies: ["organization-only-data"],
  ous: { SDLC: { accounts: INFRASTRUCTURE_SDLC }, Prod: { policies: ["protect-production"], accounts: INFRASTRUCTURE_PROD } },
};

export const SANDBOX_OU: OuDraft = {
  description: "Where people learn AWS: no company data, no company network",
  policies: ["sandbox-boundaries"],
  accounts: SANDBOX,
};

export const BUSINESS_USERS: OuDraft = {
  description: "Files and reports of people who are not technologists",
  policies: ["business-users-only"],
};

export function workloads(answers: Answers): OuDraft {
  const { sdlc, prod } = serviceAccounts(serviceOf(answers));
  return {
    heading: "What people build. Accounts follow services, not teams: a team can change, its services stay where they are.",
    description: "The services the company builds and runs",
    ous: {
      SDLC: { accounts: sdlc },
      Prod: {
        policiesNote: "organization-only-data also closes buckets to the public: publish them through CloudFront.",
        policies: ["protect-production", "organization-only-data"],
        accounts: prod,
      },
    },
  };
}

/** Pipelines; an account is added for each service. */
export const DEPLOYMENTS: OuDraft = {
  description: "Pipelines, apart from what they deploy: one account for each service",
  policies: ["organization-only-data"],
  ous: {
    SDLC: { description: "Changes to the pipelines themselves are tried here" },
    Prod: { policies: ["protect-production"] },
  },
};

const STAGED = ["Security", "Infrastructure", "Workloads", "Deployments"];

export const POLICY_STAGING: OuDraft = {
  description: "A policy is attached here before it is attached where it is meant for",
  ous: Object.fromEntries(STAGED.map((area) => [area, { accounts: policyStaging(area) }])),
};

export const EXCEPTIONS_OU: OuDraft = { description: "Accounts that cannot live under the policies of Workloads" };
