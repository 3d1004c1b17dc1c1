import { describe, expect, it } from "vitest";
import { accountsOf, emailOf } from "../../organization/index.ts";
import type { Imported } from "../importer.ts";
import { isEmail } from "../emails.ts";
import { accountsConfig, importSmall } from "./testing/configuration.ts";

const importEmails = (emails: Record<string, string>, more: Record<string, string> = {}): Promise<Imported> =>
  importSmall({ "accounts-config.yaml": accountsConfig(Object.entries(emails).map(([name, email]) => `  - name: ${name}\n    email: ${email}\n`).join("")), ...more });

const addresses = ({ organization }: Imported): Record<string, string | undefined> =>
  Object.fromEntries(accountsOf(organization).map(({ key, account }) => [key, emailOf(organization, key, account)]));

describe("e-mail addresses of accounts", () => {
  it("are taken as given", async () => {
    const imported = await importEmails({ a: "Team+A@Acme.example", b: "b@acme.example" });
    expect(addresses(imported)).toEqual({ a: "Team+A@Acme.example", b: "b@acme.example" });
    expect([imported.organization.accountEmail, imported.notes]).toEqual([undefined, []]);
  });

  it("come from the organization's rule where a sample holds a blank, with the old text in a note", async () => {
    const imported = await importEmails({ "log-archive": "<log-archive>@acme.example  <----- UPDATE EMAIL ADDRESS", net: "<<network-email>>" });
    expect(imported.organization.accountEmail).toBe("aws+{account}@acme.example");
    expect(addresses(imported)).toEqual({ "log-archive": "aws+log-archive@acme.example", net: "aws+net@acme.example" });
    expect(imported.notes[0]).toMatchObject({
      text: "Account log-archive: AWS cannot take the e-mail address `<log-archive>@acme.example  <----- UPDATE EMAIL ADDRESS`. It gets aws+log-archive@acme.example; correct it, or `accountEmail`, before you apply.",
      place: { line: 6, column: 12 },
    });
  });

  it("take their domain from the good addresses", async () => {
    const imported = await importEmails({ a: "a@one.example", b: "b@two.example", c: "c@two.example", d: "<d>@three.example" });
    expect(addresses(imported)["d"]).toBe("aws+d@two.example");
  });

  it("are filled in from replacements-config.yaml", async () => {
    const imported = await importEmails({ a: "'{{Mail}}'", b: "{{Other}}" }, {
      "replacements-config.yaml": "globalReplacements:\n  - key: Mail\n    type: String\n    value: a@acme.example\n",
    });
    expect(addresses(imported)).toEqual({ a: "a@acme.example", b: "aws+b@acme.example" });
    expect(imported.notes.map(({ text }) => text)[0]).toContain("`{{Other}}`");
  });

  it("are never used twice, in whatever case, the management account's included", async () => {
    const imported = await importSmall({
      "accounts-config.yaml": `mandatoryAccounts:
  - name: Management
    email: root@acme.example
workloadAccounts:
  - {name: a, email: ROOT@acme.example}
  - {name: b, email: b@acme.example}
  - {name: c, email: B@acme.example}
  - {name: d, email: aws+c@acme.example}
`,
    });
    expect(addresses(imported)).toEqual({ a: "aws+a@acme.example", b: "b@acme.example", c: "aws+c-2@acme.example", d: "aws+c@acme.example" });
    expect(imported.notes.map(({ text }) => text.split(". ")[0])).toEqual([
      "Account a: ROOT@acme.example is the address of the management account already",
      "Account c: B@acme.example is the address of the account b already",
    ]);
  });

  it("made by the rule fit into AWS's 64 characters", async () => {
    const name = "a".repeat(50);
    const imported = await importEmails({ [name]: "none@accounts.acme.example.with-a-long-domain.example <-- UPDATE" });
    expect(addresses(imported)[name]).toHaveLength(64);
  });

  it.each(["a@b.c", "x".repeat(60) + "@b.example", "a b@c.example", "a@localhost", ".a@b.example", "a..b@c.example", "a,b@c.example", "a@-b.example", "a@b_c.example", "ä@b.example"])("are refused like AWS would: %s", (text) => {
    expect(isEmail(text)).toBe(false);
  });
});
