import { describe, expect, it } from "vitest";
import { trustedService } from "../../limits/index.ts";
import type { Imported } from "../importer.ts";
import { DELEGATION_RULES } from "./delegation-rules.ts";
import { accountsConfig, importSmall, leftOf } from "./testing/configuration.ts";

const ACCOUNTS = accountsConfig(["Audit", "CentralSecurity", "Network"].map((name) => `  - {name: ${name}, email: ${name.toLowerCase()}@acme.example, organizationalUnit: Security}\n`).join(""));

const importWith = (files: Readonly<Record<string, string>>): Promise<Imported> => importSmall({ "accounts-config.yaml": ACCOUNTS, ...files });

const central = (services: string, account = "CentralSecurity"): string => `centralSecurityServices:\n  delegatedAdminAccount: ${account}\n${services}`;

describe("delegated administrators of a Landing Zone Accelerator configuration", () => {
  it("are known to AWS by services that take one", () => {
    expect(DELEGATION_RULES.filter(({ service }) => trustedService(service)?.delegatedAdministrator !== true)).toEqual([]);
  });

  it("are those that LZA registers, each for the services that are enabled", async () => {
    const imported = await importWith({
      "security-config.yaml": `${central("  guardduty: {enable: true}\n  macie: {enable: false}\n  securityHub: {enable: true, excludeRegions: [us-east-1]}\n  detective: {}\n")}
accessAnalyzer: {enable: true}
awsConfig: {aggregation: {enable: true, delegatedAdminAccount: Audit}}
`,
      "network-config.yaml": "centralNetworkServices:\n  delegatedAdminAccount: Network\n  ipams: [{name: ipam}]\nfirewallManagerService: {delegatedAdminAccount: Audit}\n",
      "iam-config.yaml": "identityCenter: {name: center, delegatedAdminAccount: Audit}\n",
    });
    expect(imported.organization.delegatedAdministrators).toEqual({
      "access-analyzer.amazonaws.com": ["audit"],
      "config.amazonaws.com": ["audit"],
      "fms.amazonaws.com": ["audit"],
      "guardduty.amazonaws.com": ["central-security"],
      "ipam.amazonaws.com": ["network"],
      "securityhub.amazonaws.com": ["central-security"],
      "sso.amazonaws.com": ["audit"],
    });
    expect(imported.counts.delegation).toEqual({ found: 7, carried: 7, notCarried: 0, implied: 0 });
    expect(imported.notes.map(({ text }) => text)).toEqual([
      "Delegated administrators are registered with AWS Organizations. LZA also tells some services themselves, which landfall leaves to you: fms:AssociateAdminAccount, guardduty:EnableOrganizationAdminAccount, ec2:EnableIpamOrganizationAdminAccount, securityhub:EnableOrganizationAdminAccount.",
    ]);
  });

  it("are nobody where the configuration asks for none", async () => {
    const imported = await importWith({
      "security-config.yaml": `${central("  guardduty: {enable: false}\n")}accessAnalyzer: {enable: false}\nawsConfig: {aggregation: {enable: true}}\n`,
      "network-config.yaml": "centralNetworkServices:\n  delegatedAdminAccount: Network\n  ipams: []\n",
      "iam-config.yaml": "policySets: []\n",
    });
    expect([imported.organization.delegatedAdministrators, imported.counts.delegation.found]).toEqual([undefined, 0]);
  });

  it("of Identity Center are those of the security services unless it names its own", async () => {
    const { organization } = await importWith({ "security-config.yaml": central(""), "iam-config.yaml": "identityCenter: {name: center}\n" });
    expect(organization.delegatedAdministrators).toEqual({ "sso.amazonaws.com": ["central-security"] });
  });

  it.each([
    ["without an account", "centralSecurityServices:\n  guardduty: {enable: true}\n", "guardduty.amazonaws.com > (no account): nothing names the account that administers it"],
    ["with an account that is not there", central("  guardduty: {enable: true}\n", "Netwrk"), "guardduty.amazonaws.com > Netwrk: accounts-config.yaml has no account Netwrk"],
    ["with the management account", central("  guardduty: {enable: true}\n", "Management"), "guardduty.amazonaws.com > Management: AWS does not take the management account for a delegated administrator"],
    ["of a service that may be enabled", central('  guardduty: {enable: "{{On}}"}\n'), "guardduty.amazonaws.com > CentralSecurity: `enable` of guardduty is neither true nor false"],
    ["of a service that is excluded everywhere", central("  guardduty: {enable: true, deploymentTargets: {excludedRegions: [eu-west-1, us-east-1]}}\n"), "guardduty.amazonaws.com > CentralSecurity: the configuration excludes every Region from the service"],
  ])("%s are listed", async (_, security, left) => {
    const imported = await importWith({ "security-config.yaml": security });
    expect(leftOf(imported, "delegation")).toEqual([left]);
    expect(imported.organization.delegatedAdministrators).toBeUndefined();
  });

  it("of an account that is not carried are listed with the reason, and the nearest name is offered", async () => {
    const accounts = accountsConfig("  - {name: Audit, email: a@acme.example, organizationalUnit: Gone}\n  - {name: Network, email: n@acme.example, organizationalUnit: Security}\n");
    const security = `${central("  macie: {enable: true}\n", "Netwrk")}accessAnalyzer: {enable: true}\n`;
    const imported = await importWith({ "accounts-config.yaml": accounts, "security-config.yaml": security });
    expect(leftOf(imported, "delegation")[0]).toBe("access-analyzer.amazonaws.com > Audit: the account Audit is not carried: it belongs to the OU Gone: organization-config.yaml declares no such OU");
    expect(imported.notCarried.find(({ name }) => name.startsWith("macie"))?.hint).toBe("Did you mean Network?");
  });

  it.each([
    ["of Config under Control Tower", { "global-config.yaml": "homeRegion: eu-west-1\ncontrolTower: {enable: true}\n", "security-config.yaml": "awsConfig: {aggregation: {enable: true, delegatedAdminAccount: Audit}}\n" }, "config.amazonaws.com > Audit: with Control Tower, LZA leaves the administrator of Config to it"],
    ["of Identity Center in China", { "global-config.yaml": "homeRegion: cn-north-1\n", "iam-config.yaml": "identityCenter: {delegatedAdminAccount: Audit}\n" }, "sso.amazonaws.com > Audit: LZA does not delegate Identity Center in China"],
    ["of an organization that LZA leaves alone", { "organization-config.yaml": "enable: false\norganizationalUnits: [{name: Security}]\n", "security-config.yaml": "accessAnalyzer: {enable: true}\n" }, "access-analyzer.amazonaws.com > Audit: `enable: false` keeps LZA from delegating"],
  ])("%s are listed, as LZA would not register them", async (_, files, left) => {
    expect(leftOf(await importWith(files), "delegation")).toEqual([left]);
  });
});
