import { describe, expect, it } from "vitest";
import type { Imported } from "../importer.ts";
import { DENY_LEAVE, importSmall, leftOf, scp } from "./testing/configuration.ts";

const importPolicies = (entries: string, files: Record<string, string> = {}): Promise<Imported> =>
  importSmall({ "organization-config.yaml": `organizationalUnits:\n  - name: Security\nserviceControlPolicies:\n${entries}`, ...files });

const TO_ROOT = "organizationalUnits: [Root]";

describe("policies of a Landing Zone Accelerator configuration", () => {
  it("become files beside the organization file, in their own layout without a byte order mark", async () => {
    const text = DENY_LEAVE.replaceAll("{", "{\r\n  ");
    const { organization, files, counts } = await importPolicies(scp("DenyLeave", TO_ROOT, "    description: >\n      Stay\n      here\n"), { "scps/DenyLeave.json": `\uFEFF${text}` });
    expect(organization.policies).toEqual({ "deny-leave": { type: "scp", name: "DenyLeave", description: "Stay here", file: "policies/deny-leave.json" } });
    expect(files).toEqual([{ path: "policies/deny-leave.json", text }]);
    expect([organization.root, counts.policy.carried, counts.attachment.carried]).toEqual([{ policies: ["deny-leave"] }, 1, 1]);
  });

  it("are filled in, with a note about what the configuration does not state", async () => {
    const { files, notes } = await importPolicies(scp("A", TO_ROOT), { "scps/A.json": DENY_LEAVE.replace('"*"', '"arn:${PARTITION}:s3:::${ACCELERATOR_PREFIX}"') });
    expect(files[0]?.text).toContain("arn:aws:s3:::AWSAccelerator");
    expect(notes.map(({ text }) => text)).toEqual(["In policies the prefix of LZA's own resources is AWSAccelerator, which LZA's installer proposes; the configuration does not state it."]);
  });

  it("are left with a value that is not known, since AWS would take the placeholder for text", async () => {
    const imported = await importPolicies(scp("A", TO_ROOT), { "scps/A.json": DENY_LEAVE.replace('"*"', '"arn:aws:organizations::*:account/${ORG_ID}/*"') });
    expect(imported.organization.policies).toBeUndefined();
    expect(leftOf(imported, "policy")).toEqual(["A: its document scps/A.json holds ${ORG_ID} (line 1: the id of the organization is not known before it exists); AWS would take that text as it stands, and the policy would not do what is meant"]);
    expect(leftOf(imported, "attachment")).toEqual(["A > Root: the policy A is not carried"]);
  });

  it("are offered the ids that the configuration states, as a hint only", async () => {
    const { notCarried } = await importSmall({
      "organization-config.yaml": `organizationalUnits: []
organizationalUnitIds:
  - {name: Root, id: r-abcd, arn: "arn:aws:organizations::111111111111:root/o-abcdefghij/r-abcd"}
serviceControlPolicies:
${scp("A", TO_ROOT)}`,
      "accounts-config.yaml": "mandatoryAccounts:\n  - {name: Management, email: m@acme.example}\naccountIds:\n  - {email: M@acme.example, accountId: '111111111111'}\n",
      "scps/A.json": DENY_LEAVE.replace('"*"', '"arn:aws:organizations::${MANAGEMENT_ACCOUNT_ID}:account/${ORG_ID}/*"'),
    });
    expect(notCarried.find(({ kind }) => kind === "policy")?.hint).toMatch(/If you stay in the organization that LZA governs, the configuration says 111111111111 for \$\{MANAGEMENT_ACCOUNT_ID\}, o-abcdefghij for \$\{ORG_ID\}\.$/);
  });

  it.each([
    ["whose file is missing", scp("A", TO_ROOT), {}, "A: its file scps/A.json cannot be read: the file does not exist"],
    ["whose file lies outside", "  - {name: A, policy: ../../etc/passwd}\n", {}, "A: its file ../../etc/passwd cannot be read: the path leads out of the configuration's folder"],
    ["that name no file", "  - {name: A}\n", {}, "A: it names no policy file"],
    ["without a name", "  - {policy: a.json}\n", { "a.json": DENY_LEAVE }, "(without a name): it has no name"],
    ["of AWS", "  - {name: FullAWSAccess, policy: a.json}\n", { "a.json": DENY_LEAVE }, "FullAWSAccess: AWS attaches its own policies itself"],
    ["said to be AWS's", "  - {name: A, type: awsManaged, policy: a.json}\n", { "a.json": DENY_LEAVE }, "A: AWS attaches its own policies itself"],
    ["with too long a name", `  - {name: ${"x".repeat(129)}, policy: a.json}\n`, { "a.json": DENY_LEAVE }, "its name has 129 characters, and AWS allows 128"],
  ])("%s are left", async (_, entries, files, why) => {
    expect(leftOf(await importPolicies(entries, files), "policy")[0]).toContain(why);
  });

  it("that AWS's grammar refuses are left, with the line", async () => {
    const [left] = leftOf(await importPolicies(scp("A", TO_ROOT), { "scps/A.json": '{\n  "Version": "2012-10-17",\n  "Statement": [{ "Effect": "Forbid", "Action": "*", "Resource": "*" }]\n}' }), "policy");
    expect(left).toMatch(/^A: AWS would refuse its document scps\/A\.json: LF3\d{3} line 3: /);
  });

  it("are carried pretty-printed beyond the limit, and left when they are too large without white space", async () => {
    const statement = (name: string): object => ({ Effect: "Deny", Action: "s3:*", Resource: `arn:aws:s3:::${name}` });
    const large = { Version: "2012-10-17", Statement: Array.from({ length: 60 }, (_, i) => statement(`${"x".repeat(80)}-${i}`)) };
    const pretty = JSON.stringify(large, null, 8);
    expect([pretty.length > 10_240, JSON.stringify(large).length <= 10_240]).toEqual([true, true]);
    const carried = await importPolicies(scp("A", TO_ROOT), { "scps/A.json": pretty });
    expect(carried.files[0]?.text).toBe(pretty);
    const tooLarge = { ...large, Statement: [...large.Statement, ...large.Statement] };
    const [left] = leftOf(await importPolicies(scp("A", TO_ROOT), { "scps/A.json": JSON.stringify(tooLarge) }), "policy");
    expect(left).toMatch(/has \d+ characters without white space, and AWS allows 10240/);
  });

  it("of one name are carried once per type", async () => {
    const imported = await importSmall({
      "organization-config.yaml": "serviceControlPolicies:\n  - {name: A, policy: a.json}\n  - {name: A, policy: a.json}\nresourceControlPolicies:\n  - {name: A, policy: b.json}\n",
      "a.json": DENY_LEAVE,
      "b.json": JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }] }),
    });
    expect(imported.organization.policies).toEqual({ a: { type: "scp", name: "A", file: "policies/a.json" }, "a-2": { type: "rcp", name: "A", file: "policies/a-2.json" } });
    expect(leftOf(imported, "policy")).toEqual(["A: a policy of that name and type stands above"]);
  });

  it("stay away when LZA would not have made them", async () => {
    const imported = await importSmall({ "organization-config.yaml": `enable: false\nserviceControlPolicies:\n${scp("A", TO_ROOT)}`, "scps/A.json": DENY_LEAVE });
    expect(leftOf(imported, "policy")).toEqual(["A: `enable: false` keeps LZA from creating it"]);
  });

  it("are found by a name in another case, with a note", async () => {
    const { notes, files } = await importPolicies(scp("A", TO_ROOT), { "SCPs/a.JSON": DENY_LEAVE });
    expect(files).toHaveLength(1);
    expect(notes[0]?.text).toMatch(/^Policy A: its file is spelled .*SCPs\/a\.JSON in the folder\.$/);
  });

  it("have their description cut where AWS would, with a note", async () => {
    const { organization, notes } = await importPolicies(scp("A", TO_ROOT, `    description: ${"word ".repeat(110)}\n`), { "scps/A.json": DENY_LEAVE });
    expect(organization.policies?.["a"]?.description?.length).toBeLessThanOrEqual(512);
    expect(notes[0]?.text).toBe("The description of policy A was cut to the 512 characters that AWS allows.");
  });
});
