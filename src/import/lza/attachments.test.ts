import { describe, expect, it } from "vitest";
import type { Imported } from "../importer.ts";
import { ALLOW_EC2, accountsConfig, DENY_LEAVE, importSmall, leftOf, scp } from "./testing/configuration.ts";

const importAttached = (entries: string, files: Record<string, string> = {}): Promise<Imported> =>
  importSmall({
    "organization-config.yaml": `organizationalUnits:\n  - name: Security\n  - name: Security/Prod\n  - name: Gone\n    ignore: true\nserviceControlPolicies:\n${entries}`,
    "accounts-config.yaml": accountsConfig("  - name: Net\n    email: net@acme.example\n    organizationalUnit: Security\n"),
    "scps/A.json": DENY_LEAVE,
    "scps/Allow.json": ALLOW_EC2,
    ...files,
  });

describe("attachments of a Landing Zone Accelerator configuration", () => {
  it("go to the root, to OUs by their path and to accounts", async () => {
    const { organization, counts } = await importAttached(scp("A", "organizationalUnits: [Root, Security/Prod]\n      accounts: [Net]"));
    expect(organization.root?.policies).toEqual(["a"]);
    expect(organization.ous?.["Security"]).toMatchObject({ accounts: { net: { policies: ["a"] } }, ous: { Prod: { policies: ["a"] } } });
    expect(counts.attachment).toEqual({ found: 3, carried: 3, notCarried: 0, implied: 0 });
  });

  it("come from a list in replacements-config.yaml too, unquoted in its brackets", async () => {
    const { organization, counts } = await importAttached(scp("A", "organizationalUnits: [{{Core}}]"), {
      "replacements-config.yaml": "globalReplacements:\n  - key: Core\n    type: StringList\n    value: [Root, Security]\n",
    });
    expect([organization.root?.policies, organization.ous?.["Security"]?.policies, counts.attachment.carried]).toEqual([["a"], ["a"], 2]);
  });

  it("are left when their target is not carried, is unknown, is bound by nothing or stands there twice", async () => {
    const imported = await importAttached(scp("A", 'organizationalUnits: [Gone, Securty, Security, Security, "{{Nothing}}"]\n      accounts: [Management, Nett]'));
    expect(leftOf(imported, "attachment")).toEqual([
      "A > Gone: the OU Gone is not carried: `ignore: true` keeps it out of LZA's hands",
      "A > Securty: the OU Securty is not carried: organization-config.yaml declares no such OU",
      "A > Security: the policy is attached there already",
      "A > {{Nothing}}: the OU {{Nothing}} is not carried: organization-config.yaml declares no such OU",
      "A > Management: service and resource control policies do not bind the management account",
      "A > Nett: accounts-config.yaml has no account Nett",
    ]);
    expect(imported.notCarried.filter(({ kind }) => kind === "attachment").map(({ hint }) => hint)).toEqual([
      undefined, "Did you mean Security?", undefined, undefined, undefined, "Did you mean Net?",
    ]);
  });

  it("of an allow list take FullAWSAccess away from their targets alone", async () => {
    const { organization } = await importAttached(scp("Allow", "organizationalUnits: [Security]\n      accounts: [Net]", "    strategy: allow-list\n") + scp("A", "organizationalUnits: [Root]", "    strategy: deny-list\n"));
    expect(organization.root?.fullAwsAccess).toBeUndefined();
    expect(organization.ous?.["Security"]).toMatchObject({ fullAwsAccess: false, policies: ["allow"], accounts: { net: { fullAwsAccess: false, policies: ["allow"] } } });
  });

  it("leave FullAWSAccess where the allow list could not be carried, with a note", async () => {
    const { organization, notes } = await importAttached(scp("Allow", "organizationalUnits: [Security]", "    strategy: allow-list\n"), { "scps/Allow.json": "{}" });
    expect(organization.ous?.["Security"]?.fullAwsAccess).toBeUndefined();
    expect(notes.map(({ text }) => text)).toEqual(["Policy Allow is an allow list and could not be carried; its targets keep FullAWSAccess."]);
  });

  it("beyond AWS's limit on one target are left: ten service control policies, FullAWSAccess among them", async () => {
    const names = Array.from({ length: 11 }, (_, i) => `P${i}`);
    const files = Object.fromEntries(names.map((name) => [`scps/${name}.json`, DENY_LEAVE]));
    const imported = await importAttached(names.map((name) => scp(name, "organizationalUnits: [Root]")).join(""), files);
    expect(imported.organization.root?.policies).toHaveLength(9);
    expect(leftOf(imported, "attachment")).toEqual(["P9 > Root", "P10 > Root"].map((name) => `${name}: AWS allows 10 of a service control policy on one target, FullAWSAccess among them`));
    expect(imported.counts.policy.carried).toBe(11);
  });

  it("keep the allow list when a target has more than AWS takes", async () => {
    const names = Array.from({ length: 10 }, (_, i) => `P${i}`);
    const files = Object.fromEntries(names.map((name) => [`scps/${name}.json`, DENY_LEAVE]));
    const entries = names.map((name) => scp(name, "organizationalUnits: [Root]")).join("") + scp("Allow", "organizationalUnits: [Root]", "    strategy: allow-list\n");
    const { organization } = await importAttached(entries, files);
    expect([organization.root?.policies?.length, organization.root?.policies?.includes("allow"), organization.root?.fullAwsAccess]).toEqual([10, true, false]);
  });
});
