import { describe, expect, it } from "vitest";
import { DENY_LEAVE, importSmall, leftOf, scp } from "./testing/configuration.ts";

const names = (left: readonly string[]): string[] => left.map((text) => text.slice(0, text.indexOf(":", text.lastIndexOf(": ") - 1)));

describe("settings of a Landing Zone Accelerator configuration", () => {
  it("of an account are listed, and carried where they ask for nothing", async () => {
    const imported = await importSmall({
      "accounts-config.yaml": `mandatoryAccounts:
  - name: Management
    email: root@acme.example
    description: pays
    organizationalUnit: Security
workloadAccounts:
  - {name: A, email: a@acme.example, warm: true, enableGovCloud: true, accountAlias: acme-a, color: red}
  - {name: B, email: b@acme.example, warm: false, enableGovCloud: false, accountAlias: null}
accountIds:
  - {email: a@acme.example, accountId: "111111111111"}
  - {email: b@acme.example, accountId: "222222222222 <----- UPDATE"}
`,
    });
    expect(names(leftOf(imported, "setting"))).toEqual([
      "accountIds a@acme.example", "accountIds b@acme.example",
      "Management: email", "Management: description", "Management: organizationalUnit",
      "A: warm", "A: enableGovCloud", "A: accountAlias", "A: color",
    ]);
    expect(imported.counts.setting).toMatchObject({ found: 14, carried: 5 });
    expect(imported.notCarried.filter(({ name }) => name.startsWith("accountIds")).map(({ hint }) => hint)).toEqual([
      'If the account exists already, write `id: "111111111111"` into it.',
      "If the account exists already, write its id into it.",
    ]);
  });

  it("of the organization are listed one by one", async () => {
    const imported = await importSmall({
      "organization-config.yaml": `enable: false
quarantineNewAccounts: {enable: true, scpPolicyName: Quarantine}
organizationalUnits: []
organizationalUnitIds:
  - {name: Root, id: r-abcd, arn: x}
  - {name: Security, id: ou-abcd-12345678, arn: x}
surprise: 1
`,
    });
    expect(names(leftOf(imported, "setting"))).toEqual(["enable", "quarantineNewAccounts", "organizationalUnitIds Root", "organizationalUnitIds Security", "surprise"]);
  });

  it("are carried when they say what landfall does anyway", async () => {
    const imported = await importSmall({ "organization-config.yaml": "enable: true\nquarantineNewAccounts:\n  enable: false\n" });
    expect([leftOf(imported, "setting"), imported.counts.setting.carried]).toEqual([[], 4]);
  });

  it("of deployment targets are listed account by account and Region by Region", async () => {
    const imported = await importSmall({
      "organization-config.yaml": `serviceControlPolicies:\n${scp("A", "organizationalUnits: [Root]\n      excludedAccounts: [Net, Log]\n      excludedRegions: [eu-west-1]")}`,
      "scps/A.json": DENY_LEAVE,
    });
    expect(names(leftOf(imported, "setting"))).toEqual(["A: excludedAccounts Net", "A: excludedAccounts Log", "A: excludedRegions eu-west-1"]);
    expect(imported.organization.root?.policies).toEqual(["a"]);
  });

  it("that a resource control policy cannot have are listed", async () => {
    const imported = await importSmall({ "organization-config.yaml": "resourceControlPolicies:\n  - {name: R, policy: r.json, strategy: allow-list}\n" });
    expect(leftOf(imported, "setting")).toEqual(["R: strategy: a resource control policy cannot allow, and AWS never detaches RCPFullAWSAccess"]);
  });

  it("of global-config.yaml are listed key by key, at their place", async () => {
    const imported = await importSmall({ "global-config.yaml": "homeRegion: eu-west-1\nenabledRegions:\n  - eu-west-1\ncontrolTower:\n  enable: true\nbackup: {}\n" });
    expect(imported.notCarried.map(({ name, place }) => `${name} ${place.line}:${place.column}`)).toEqual(["controlTower 4:1", "backup 6:1"]);
  });

  it("in other files are listed file by file", async () => {
    const imported = await importSmall({ "network-config.yaml": "{ this is: [not YAML", "iam-config.yaml": "", "Security-Config.YML": "x: 1" });
    expect(leftOf(imported, "file")).toEqual([
      expect.stringMatching(/^network-config.yaml: landfall does not build networks from it, and reads only which accounts administer IPAM and Firewall Manager; it cannot be read: /),
      "iam-config.yaml: landfall takes permission sets, assignments and roles from it, with their policies, and not users, groups, secrets and directories",
      "Security-Config.YML: landfall does not take over security services from it, and reads only which accounts administer them",
    ]);
  });
});
