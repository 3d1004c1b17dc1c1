import { describe, expect, it } from "vitest";
import { accountsOf } from "../../organization/index.ts";
import { accountsConfig, importSmall, leftOf } from "./testing/configuration.ts";

const importAccounts = (workload: string, more: Record<string, string> = {}): ReturnType<typeof importSmall> =>
  importSmall({ "accounts-config.yaml": accountsConfig(workload), ...more });

describe("accounts of a Landing Zone Accelerator configuration", () => {
  it("get a slug for a key and keep their name, purpose and address", async () => {
    const { organization } = await importAccounts(`  - name: LogArchive
    description: >
      The log archive account. Do not change the name field for this
      mandatory account. Note, the account name key does not need to match the
      AWS account name.
    email: logs@acme.example
    organizationalUnit: Security
  - name: audit
    email: audit@acme.example
    organizationalUnit: " Security "
`);
    expect(organization.ous).toEqual({
      Security: {
        accounts: {
          "log-archive": { name: "LogArchive", email: "logs@acme.example", purpose: "The log archive account." },
          audit: { email: "audit@acme.example" },
        },
      },
    });
  });

  it("stand in the root when they name it, or nothing", async () => {
    const { organization } = await importAccounts("  - name: A\n    email: a@acme.example\n    organizationalUnit: Root\n  - name: B\n    email: b@acme.example\n");
    expect(Object.keys(organization.root?.accounts ?? {})).toEqual(["a", "b"]);
  });

  it("count the management account, which becomes `managementAccount`", async () => {
    const { organization, counts } = await importSmall();
    expect([organization.managementAccount, counts.account.carried]).toEqual([{}, 1]);
  });

  it("are noted when none of them is the management account", async () => {
    const imported = await importSmall({ "accounts-config.yaml": "workloadAccounts: []\n" });
    expect(imported.organization.managementAccount).toBeUndefined();
    expect(imported.notes.map(({ text }) => text)).toEqual(["No account is named Management; the organization file says nothing about the management account."]);
  });

  it("never get the key of the management account's address", async () => {
    const { organization } = await importAccounts("  - name: management\n    email: a@acme.example\n");
    expect(accountsOf(organization).map(({ key, account }) => [key, account.name])).toEqual([["management-2", "management"]]);
  });

  it("are left when their OU is not carried, with the reason and the nearest name", async () => {
    const imported = await importAccounts("  - name: A\n    organizationalUnit: Securty\n  - name: B\n    organizationalUnit: Suspended\n", {
      "organization-config.yaml": "organizationalUnits:\n  - name: Security\n  - name: Suspended\n    ignore: true\n",
    });
    expect(leftOf(imported, "account")).toEqual([
      "A: it belongs to the OU Securty: organization-config.yaml declares no such OU",
      "B: it belongs to the OU Suspended: `ignore: true` keeps it out of LZA's hands",
    ]);
    expect(imported.notCarried.find(({ name }) => name === "A")?.hint).toBe("Did you mean Security?");
  });

  it("are left when AWS would not take their name", async () => {
    const imported = await importAccounts(`  - name: ${"x".repeat(51)}\n  - name: Zürich\n  - name: A\n  - name: A\n  - name: Management\n  - email: x@acme.example\n  - name: "{{Missing}}"\n`);
    expect(leftOf(imported, "account")).toEqual([
      `${"x".repeat(51)}: its name has 51 characters, and AWS allows 50`,
      "Zürich: AWS takes plain ASCII characters only in an account's name",
      "A: an account of that name stands above",
      "Management: an account of that name stands above",
      "(without a name): it has no name",
      "{{Missing}}: nothing in the configuration gives a value to {{Missing}}",
    ]);
  });

  it("come from included files too", async () => {
    const { organization } = await importSmall({
      "accounts-config.yaml": "mandatoryAccounts:\n  - name: Management\nworkloadAccounts: !include more/list.yaml\n",
      "more/list.yaml": "- !include one.yaml\n",
      "more/one.yaml": "name: Net\nemail: net@acme.example\norganizationalUnit: Security\n",
    });
    expect(accountsOf(organization).map(({ key, parent }) => [key, ...parent.names])).toEqual([["net", "Security"]]);
  });

  it("in GovCloud are noted as made elsewhere", async () => {
    const { notes } = await importAccounts("  - name: A\n    email: a@acme.example\n", { "global-config.yaml": "homeRegion: us-gov-west-1\n" });
    expect(notes[0]?.text).toContain("CreateGovCloudAccount");
  });
});
