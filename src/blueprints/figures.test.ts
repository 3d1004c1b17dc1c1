import { describe, expect, it } from "vitest";
import { blueprintOrganization } from "../../test/kit/blueprint-organization.ts";
import { figure } from "../../test/kit/figure.ts";
import { fiveAccount } from "./five-account.ts";
import { full } from "./full.ts";
import { smb } from "./smb.ts";
import { smbStarter } from "./smb-starter.ts";
import { starter } from "./starter.ts";
import { team } from "./team.ts";

const PROD = "deny-iam-users-and-keys, deny-federation-changes, deny-public-s3-requests, deny-public-snapshots-amis, require-ebs-encryption, min-30-day-window";
const CHANGE = "prod-change-only-by-pipeline, people-read-only, deny-new-ways-in";
const DATA = "org-identities-only, confused-deputy";
const WATCH = "protect-detection-settings, protect-config-rules";
const ROOT = "root/ [deny-leave-organization, deny-root-user, region-allow-list, deny-region-enable, protect-org-roles, deny-idc-account-instance, protect-cloudtrail, protect-config, protect-guardduty, protect-securityhub, protect-access-analyzer, protect-macie, protect-inspector, protect-detective]";

describe("The figures of the blueprints", () => {
  it("smb-starter has four accounts and no OU", () => {
    expect(figure(blueprintOrganization(smbStarter))).toBe(
      `root/ [deny-leave-organization, deny-root-user, region-allow-list, deny-region-enable, protect-org-roles, deny-idc-account-instance]
  network
  workloads
  images
  operations`,
    );
  });

  it("smb adds the two foundational accounts, and OUs with production apart from acceptance tests", () => {
    expect(figure(blueprintOrganization(smb))).toBe(
      `${ROOT}
  Security/ [protect-log-archive, keep-archived-logs]
    log-archive (prod)
    security-tooling (prod)
  Infrastructure/ [${WATCH}]
    network (prod)
    images (prod)
    operations (prod)
  Workloads/ [${WATCH}]
    Prod/ [${PROD}]
      workloads (prod)
    Test/ [stay-in-account]
      workloads-preprod (preprod)
      workloads-test (test)
      workloads-dev (dev)
  Sandbox/ [sandbox-boundaries, stay-in-account, ${WATCH}]
    sandbox (sandbox)`,
    );
  });

  it("five-account has four accounts beside the management account, non-production apart from production", () => {
    expect(figure(blueprintOrganization(fiveAccount))).toBe(
      `${ROOT}
  Security/ [protect-log-archive, keep-archived-logs]
    log-archive (prod)
  Infrastructure/ [${WATCH}]
    shared-services (prod)
  Workloads/ [require-ebs-encryption, require-rds-encryption, ${WATCH}]
    NonProd/ [stay-in-account]
      non-prod (nonprod)
    Prod/ [${PROD}, ${CHANGE}, ${DATA}]
      production (prod)`,
    );
  });

  it("team has an OU for each environment, with audit, sec, shared and a sandbox for each team", () => {
    expect(figure(blueprintOrganization(team))).toBe(
      `${ROOT}
  Security/ [protect-log-archive, keep-archived-logs]
    audit (prod)
    sec (prod)
  Infrastructure/ [${WATCH}]
    shared (prod)
  Workloads/ [${WATCH}]
    Dev/ [stay-in-account]
      workload-dev (dev)
    Stage/ [stay-in-account]
      workload-stage (stage)
    Prod/ [${PROD}, ${CHANGE}, ${DATA}]
      workload-prod (prod)
  Sandbox/ [sandbox-boundaries, stay-in-account, ${WATCH}]
    sandbox-developers (sandbox)
    sandbox-platform (sandbox)`,
    );
  });

  it("starter has exactly Security, Infrastructure, Workloads and Sandbox", () => {
    expect(figure(blueprintOrganization(starter))).toBe(
      `${ROOT}
  Security/ [protect-log-archive, keep-archived-logs, ${DATA}]
    SDLC/
      security-tooling-test (test)
    Prod/ [${PROD}]
      log-archive (prod)
      security-read-only (prod)
      security-break-glass (prod)
      security-tooling (prod)
  Infrastructure/ [${DATA}, ${WATCH}]
    SDLC/
      network-test (test)
      shared-services-test (test)
    Prod/ [${PROD}]
      network (prod)
      shared-services (prod)
  Workloads/ [${WATCH}]
    SDLC/ [stay-in-account]
      foo-dev (dev)
      foo-beta (beta)
      foo-qa (qa)
    Prod/ [${PROD}, ${CHANGE}, ${DATA}]
      foo-prod (prod)
  Sandbox/ [sandbox-boundaries, stay-in-account, ${WATCH}]
    sandbox-platform (sandbox)`,
    );
  });

  it("full has nine OUs, with SDLC and Prod in Security, Infrastructure, Workloads and Deployments", () => {
    expect(figure(blueprintOrganization(full))).toBe(
      `${ROOT}
  Security/ [protect-log-archive, keep-archived-logs, ${DATA}]
    SDLC/
      security-tooling-test (test)
    Prod/ [${PROD}]
      log-archive (prod)
      security-read-only (prod)
      security-break-glass (prod)
      security-tooling (prod)
  Infrastructure/ [${DATA}, ${WATCH}]
    SDLC/
      network-test (test)
      shared-services-test (test)
    Prod/ [${PROD}]
      network (prod)
      shared-services (prod)
  Workloads/ [${WATCH}]
    SDLC/ [stay-in-account]
      foo-dev (dev)
      foo-beta (beta)
      foo-qa (qa)
    Prod/ [${PROD}, ${CHANGE}, ${DATA}]
      foo-prod (prod)
  Deployments/ [${DATA}, ${WATCH}]
    SDLC/
    Prod/ [${PROD}]
      foo-deployment (prod)
  Sandbox/ [sandbox-boundaries, stay-in-account, ${WATCH}]
    sandbox-platform (sandbox)
  IndividualBusinessUsers/ [business-users-only]
  PolicyStaging/
    Security/
      policy-staging-security (test)
    Infrastructure/
      policy-staging-infrastructure (test)
    Workloads/
      policy-staging-workloads (test)
    Deployments/
      policy-staging-deployments (test)
  Exceptions/
  Suspended/ [suspended-deny-all]`,
    );
  });

  it("full gives the accounts of its service the name one answers", () => {
    const answers = { name: "acme", accountEmail: "aws+{account}@acme.example", homeRegion: "eu-west-1", regions: ["eu-west-1"], service: "shop" };
    const text = figure(blueprintOrganization(full, answers));
    expect(text).toContain("shop-deployment (prod)");
    expect(text).not.toContain("foo");
  });
});
