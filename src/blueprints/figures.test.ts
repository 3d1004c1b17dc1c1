import { describe, expect, it } from "vitest";
import { blueprintOrganization } from "../../test/kit/blueprint-organization.ts";
import { figure } from "../../test/kit/figure.ts";
import { fiveAccount } from "./five-account.ts";
import { full } from "./full.ts";
import { smb } from "./smb.ts";
import { smbStarter } from "./smb-starter.ts";
import { starter } from "./starter.ts";
import { team } from "./team.ts";

const ROOT = "root/ [deny-leave-organization, deny-root-user, region-allow-list, protect-foundation, protect-audit]";

describe("The figures of the blueprints", () => {
  it("smb-starter has four accounts and no OU", () => {
    expect(figure(blueprintOrganization(smbStarter))).toBe(
      `root/ [deny-leave-organization, deny-root-user, region-allow-list, protect-foundation]
  network
  workloads
  images
  operations`,
    );
  });

  it("smb adds the two foundational accounts, and OUs with production apart from acceptance tests", () => {
    expect(figure(blueprintOrganization(smb))).toBe(
      `${ROOT}
  Security/ [protect-log-archive]
    log-archive (prod)
    security-tooling (prod)
  Infrastructure/
    network (prod)
    images (prod)
    operations (prod)
  Workloads/
    Prod/ [protect-production]
      workloads (prod)
    Test/
      workloads-preprod (preprod)
      workloads-test (test)
      workloads-dev (dev)
  Sandbox/ [sandbox-boundaries]
    sandbox (sandbox)`,
    );
  });

  it("five-account has four accounts beside the management account, non-production apart from production", () => {
    expect(figure(blueprintOrganization(fiveAccount))).toBe(
      `${ROOT}
  Security/ [protect-log-archive]
    log-archive (prod)
  Infrastructure/
    shared-services (prod)
  Workloads/ [require-encryption]
    NonProd/
      non-prod (nonprod)
    Prod/ [protect-production]
      production (prod)`,
    );
  });

  it("team has an OU for each environment, with audit, sec, shared and a sandbox for each team", () => {
    expect(figure(blueprintOrganization(team))).toBe(
      `${ROOT}
  Security/ [protect-log-archive]
    audit (prod)
    sec (prod)
  Infrastructure/
    shared (prod)
  Workloads/
    Dev/
      workload-dev (dev)
    Stage/
      workload-stage (stage)
    Prod/ [protect-production]
      workload-prod (prod)
  Sandbox/ [sandbox-boundaries]
    sandbox-developers (sandbox)
    sandbox-platform (sandbox)`,
    );
  });

  it("starter has exactly Security, Infrastructure, Workloads and Sandbox", () => {
    expect(figure(blueprintOrganization(starter))).toBe(
      `${ROOT}
  Security/ [protect-log-archive, organization-only-data]
    SDLC/
      security-tooling-test (test)
    Prod/ [protect-production]
      log-archive (prod)
      security-read-only (prod)
      security-break-glass (prod)
      security-tooling (prod)
  Infrastructure/ [organization-only-data]
    SDLC/
      network-test (test)
      shared-services-test (test)
    Prod/ [protect-production]
      network (prod)
      shared-services (prod)
  Workloads/
    SDLC/
      foo-dev (dev)
      foo-beta (beta)
      foo-qa (qa)
    Prod/ [protect-production, organization-only-data]
      foo-prod (prod)
  Sandbox/ [sandbox-boundaries]
    sandbox-platform (sandbox)`,
    );
  });

  it("full has nine OUs, with SDLC and Prod in Security, Infrastructure, Workloads and Deployments", () => {
    expect(figure(blueprintOrganization(full))).toBe(
      `${ROOT}
  Security/ [protect-log-archive, organization-only-data]
    SDLC/
      security-tooling-test (test)
    Prod/ [protect-production]
      log-archive (prod)
      security-read-only (prod)
      security-break-glass (prod)
      security-tooling (prod)
  Infrastructure/ [organization-only-data]
    SDLC/
      network-test (test)
      shared-services-test (test)
    Prod/ [protect-production]
      network (prod)
      shared-services (prod)
  Workloads/
    SDLC/
      foo-dev (dev)
      foo-beta (beta)
      foo-qa (qa)
    Prod/ [protect-production, organization-only-data]
      foo-prod (prod)
  Deployments/ [organization-only-data]
    SDLC/
    Prod/ [protect-production]
      foo-deployment (prod)
  Sandbox/ [sandbox-boundaries]
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
  Suspended/ [deny-everything]`,
    );
  });

  it("full gives the accounts of its service the name one answers", () => {
    const answers = { name: "acme", accountEmail: "aws+{account}@acme.example", homeRegion: "eu-west-1", regions: ["eu-west-1"], service: "shop" };
    const text = figure(blueprintOrganization(full, answers));
    expect(text).toContain("shop-deployment (prod)");
    expect(text).not.toContain("foo");
  });
});
