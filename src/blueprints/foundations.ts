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
  ...changers({ rescuers: ["Break-Glass"] }),
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

export const ROOT_GUARDRAILS = [
  "deny-leave-organization", "deny-root-user", "region-allow-list", "deny-region-enable", "protect-org-roles",
  "deny-idc-account-instance", "protect-cloudtrail", "protect-config", "protect-guardduty", "protect-securityhub",
  "protect-access-analyzer", "protect-macie", "protect-inspector", "protect-detective",
];

/** No long-lived credentials, nothing public, encryption stays on, keys are not lost quickly. */
export const PRODUCTION_GUARDRAILS = [
  "deny-iam-users-and-keys", "deny-federation-changes", "deny-public-s3-requests", "deny-public-snapshots-amis",
  "require-ebs-encryption", "min-30-day-window",
];

/** Only pipelines change production, people look at it, and nobody leaves a way back in. */
export const CHANGE_GUARDRAILS = ["prod-change-only-by-pipeline", "people-read-only", "deny-new-ways-in"];

/** Logs are neither changed nor deleted, from whichever account. */
export const LOG_GUARDRAILS = ["protect-log-archive", "keep-archived-logs"];

/** What watches an account is not made to look away; not for the account that administers it for all others. */
export const WATCH_GUARDRAILS = ["protect-detection-settings", "protect-config-rules"];

/** For whoever is an administrator of an account and has no business in another. */
export const APART_GUARDRAILS = ["stay-in-account"];

/**
 * Who changes production. Pipelines deploy with roles that a StackSet makes, because nobody in an account may make one of
 * such a name.
 */
export function changers({ operators = [], rescuers = [] }: { readonly operators?: readonly string[]; readonly rescuers?: readonly string[] }): Pick<Draft, "settings" | "settingsNote"> {
  const people = [...operators, ...rescuers];
  const sets = (names: readonly string[]): { readonly permissionSets?: readonly string[] } => (names.length === 0 ? {} : { permissionSets: names });
  return {
    settingsNote: "Whom production's guardrails let through. stay-in-account takes `accounts`: ids of those with shared images.",
    settings: {
      "prod-change-only-by-pipeline": { deployers: ["pipeline-*"], ...sets(people) },
      ...(people.length === 0 ? {} : { "people-read-only": sets(people) }),
      "deny-new-ways-in": { makers: ["pipeline-*"], ...sets(rescuers) },
    },
  };
}

/** Data, keys, secrets and roles answer to this organization and services acting for it. */
export const DATA_GUARDRAILS = ["org-identities-only", "confused-deputy"];

export const ROOT: OuDraft = {
  guardrailsNote: "Inherited by every other account, from the moment it is created.",
  guardrails: ROOT_GUARDRAILS,
};

export const SECURITY: OuDraft = {
  heading: "Foundations, run by central teams. They come first.",
  description: "Logs, audit and security tools; owned by the security team alone",
  guardrailsNote: "org-identities-only lets in nobody else. A partner is named under `guardrails`, as one of its `partners`.",
  guardrails: [...LOG_GUARDRAILS, ...DATA_GUARDRAILS],
  ous: { SDLC: { accounts: SECURITY_SDLC }, Prod: { guardrails: PRODUCTION_GUARDRAILS, accounts: SECURITY_PROD } },
};

export const INFRASTRUCTURE: OuDraft = {
  description: "Services that every account shares; an account for each kind",
  guardrails: [...DATA_GUARDRAILS, ...WATCH_GUARDRAILS],
  ous: { SDLC: { accounts: INFRASTRUCTURE_SDLC }, Prod: { guardrails: PRODUCTION_GUARDRAILS, accounts: INFRASTRUCTURE_PROD } },
};

export const SANDBOX_OU: OuDraft = {
  description: "Where people learn AWS: no company data, no company network",
  guardrails: ["sandbox-boundaries", ...APART_GUARDRAILS, ...WATCH_GUARDRAILS],
  accounts: SANDBOX,
};

export const BUSINESS_USERS: OuDraft = {
  description: "Files and reports of people who are not technologists",
  guardrails: ["business-users-only"],
};

export function workloads(answers: Answers): OuDraft {
  const { sdlc, prod } = serviceAccounts(serviceOf(answers));
  return {
    heading: "What people build. Accounts follow services, not teams: a team can change, its services stay where they are.",
    description: "The services the company builds and runs",
    guardrails: WATCH_GUARDRAILS,
    ous: {
      SDLC: { guardrails: APART_GUARDRAILS, accounts: sdlc },
      Prod: {
        guardrailsNote: "org-identities-only also closes buckets to the public: publish them through CloudFront.",
        guardrails: [...PRODUCTION_GUARDRAILS, ...CHANGE_GUARDRAILS, ...DATA_GUARDRAILS],
        accounts: prod,
      },
    },
  };
}

/** Pipelines; an account is added for each service. */
export const DEPLOYMENTS: OuDraft = {
  description: "Pipelines, apart from what they deploy: one account for each service",
  guardrails: [...DATA_GUARDRAILS, ...WATCH_GUARDRAILS],
  ous: {
    SDLC: { description: "Changes to the pipelines themselves are tried here" },
    Prod: { guardrails: PRODUCTION_GUARDRAILS },
  },
};

const STAGED = ["Security", "Infrastructure", "Workloads", "Deployments"];

export const POLICY_STAGING: OuDraft = {
  description: "A policy is attached here before it is attached where it is meant for",
  ous: Object.fromEntries(STAGED.map((area) => [area, { accounts: policyStaging(area) }])),
};

export const EXCEPTIONS_OU: OuDraft = { description: "Accounts that cannot live under the policies of Workloads" };
