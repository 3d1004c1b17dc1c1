import { describe, expect, it } from "vitest";
import { blueprintOrganization } from "../../test/kit/blueprint-organization.ts";
import { type Organization, type OrganizationalUnit } from "../organization/index.ts";
import { full } from "./full.ts";
import { smbStarter } from "./smb-starter.ts";

/** OUs with a slash, accounts below their OU, policies in brackets. */
function figure(organization: Organization): string {
  const lines = (name: string, node: OrganizationalUnit, margin: string): string[] => [
    `${margin}${name}/${node.policies ? ` [${node.policies.join(", ")}]` : ""}`,
    ...Object.entries(node.accounts ?? {}).map(([key, { stage }]) => `${margin}  ${key}${stage ? ` (${stage})` : ""}`),
    ...Object.entries(node.ous ?? {}).flatMap(([child, ou]) => lines(child, ou, `${margin}  `)),
  ];
  return lines("root", { ...organization.root, ous: organization.ous }, "").join("\n");
}

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

  it("full has nine OUs, with SDLC and Prod in Security, Infrastructure, Workloads and Deployments", () => {
    expect(figure(blueprintOrganization(full))).toBe(
      `root/ [deny-leave-organization, deny-root-user, region-allow-list, protect-foundation, protect-audit]
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
