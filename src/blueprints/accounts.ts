import type { Account } from "../organization/index.ts";
import type { Accounts } from "./draft.ts";

export const SECURITY_SDLC: Accounts = {
  "security-tooling-test": { purpose: "Changes are tried here first", stage: "test", owner: "security" },
};

export const SECURITY_PROD: Accounts = {
  "log-archive": { purpose: "Logs of all accounts", stage: "prod", owner: "security" },
  "security-read-only": { purpose: "Reads in all other accounts", stage: "prod", owner: "security" },
  "security-break-glass": { purpose: "Writes in them, in incidents", stage: "prod", owner: "security" },
  "security-tooling": { purpose: "Detection and findings", stage: "prod", owner: "security" },
};

export const INFRASTRUCTURE_SDLC: Accounts = {
  "network-test": { purpose: "Changes are tried here first", stage: "test", owner: "network" },
  "shared-services-test": { purpose: "Changes are tried here first", stage: "test", owner: "platform" },
};

export const INFRASTRUCTURE_PROD: Accounts = {
  network: { purpose: "Links to offices and the internet", stage: "prod", owner: "network" },
  "shared-services": { purpose: "Directory, images, build tools", stage: "prod", owner: "platform" },
};

export const SANDBOX: Accounts = {
  "sandbox-platform": { purpose: "Experiments of the platform team", stage: "sandbox", owner: "platform" },
};

/** The accounts of one service: every stage but production under SDLC, and one that deploys it. */
export function serviceAccounts(service: string): { readonly sdlc: Accounts; readonly prod: Accounts; readonly deployment: Accounts } {
  const account = (purpose: string, stage: string): Account => ({ purpose, stage, service, owner: `${service}-team` });
  return {
    sdlc: {
      [`${service}-dev`]: account("Development", "dev"),
      [`${service}-beta`]: account("A preview for some users", "beta"),
      [`${service}-qa`]: account("Acceptance tests", "qa"),
    },
    prod: { [`${service}-prod`]: account("What the users use", "prod") },
    deployment: { [`${service}-deployment`]: account("Builds and deploys", "prod") },
  };
}

/** One account for each area whose policies are tried out before they are attached. */
export const policyStaging = (area: string): Accounts => ({
  [`policy-staging-${area.toLowerCase()}`]: { purpose: "Tries policies out", stage: "test", owner: "platform" },
});
