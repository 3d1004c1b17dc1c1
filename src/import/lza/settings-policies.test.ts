import { describe, expect, it } from "vitest";
import type { Imported } from "../importer.ts";
import { accountsConfig, DENY_LEAVE, importSmall, leftOf, scp, TAGS } from "./testing/configuration.ts";

const json = (value: object): string => JSON.stringify(value);
const BACKUP = json({ plans: { Daily: { regions: { "@@append": ["eu-west-1"] }, selections: { tags: { All: { iam_role_arn: { "@@assign": "arn:${PARTITION}:iam::$account:role/Backup" } } } } } } });
const CHAT = json({ chatbot: { default: { client: { "@@assign": "disabled" } } } });
const EC2 = json({ ec2_attributes: { serial_console_access: { status: { "@@assign": "disabled" } } } });

const importLists = (organization: string, files: Record<string, string> = {}): Promise<Imported> =>
  importSmall({
    "organization-config.yaml": `organizationalUnits:\n  - name: Security\n${organization}`,
    "accounts-config.yaml": accountsConfig("  - name: Net\n    email: net@acme.example\n    organizationalUnit: Security\n"),
    ...files,
  });

const importTag = (text: string, entry = scp("A", "organizationalUnits: [Root]")): Promise<Imported> => importLists(`taggingPolicies:\n${entry}`, { "scps/A.json": text });

describe("policies of settings in a Landing Zone Accelerator configuration", () => {
  it("become policies of their types, each key once in the file and with AWS's name kept", async () => {
    const lists = ["serviceControlPolicies", "declarativePolicies", "taggingPolicies", "chatbotPolicies", "backupPolicies"];
    const entries = lists.map((list) => `${list}:\n  - {name: A, policy: ${list}.json, deploymentTargets: {organizationalUnits: [Root]}}\n`).join("");
    const texts = [DENY_LEAVE, EC2, TAGS, CHAT, BACKUP];
    const { organization, counts, files } = await importLists(entries, Object.fromEntries(lists.map((list, i) => [`${list}.json`, texts[i] ?? ""])));
    expect(Object.entries(organization.policies ?? {}).map(([key, { type, name }]) => [key, type, name])).toEqual([
      ["a", "scp", "A"], ["a-2", "ec2", "A"], ["a-3", "tag", "A"], ["a-4", "chat", "A"], ["a-5", "backup", "A"],
    ]);
    expect(organization.root?.policies).toEqual(["a", "a-2", "a-3", "a-4", "a-5"]);
    expect([counts.policy, counts.attachment].map(({ found, carried }) => [found, carried])).toEqual([[5, 5], [5, 5]]);
    expect(files.at(-1)?.text).toContain("arn:aws:iam::$account:role/Backup");
  });

  it("are left with a placeholder whose value is not known", async () => {
    expect(leftOf(await importTag(TAGS.replace("Ada", "${ORG_ID}")), "policy")[0]).toContain("holds ${ORG_ID} (line 1: the id of the organization is not known before it exists)");
  });

  it.each([
    ["that AWS's grammar refuses, with the line", '{\n  "tags": {\n    "a": {"tag_key": {"@@assign": ["A"]}}\n  }\n}', "AWS would refuse its document scps/A.json: LF3041 line 3: tags/a/tag_key: This takes a single value."],
    ["without the key of the type", "{}", "LF3041 line 1: A policy of this type has one key at its top: tags."],
    ["that are no JSON", '{\n  "tags": ,\n}', "AWS would refuse its document scps/A.json: LF3001 line 2: "],
    ["of another type", EC2, "its document scps/A.json is that of another type: declarative policy for EC2, not tag policy"],
    ["that are too large", json({ tags: Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`k${i}`, { tag_key: { "@@assign": `Key number ${i} of many` } }])) }), "characters without white space, and AWS allows 10000 in a tag policy"],
  ])("are left when their documents are those %s", async (_, text, why) => {
    const imported = await importTag(text);
    expect(leftOf(imported, "policy")[0]).toContain(why);
    expect(leftOf(imported, "attachment")).toEqual(["A > Root: the policy A is not carried"]);
  });

  it("that declare something else than EC2's settings are left, with the type to use", async () => {
    const { notCarried } = await importLists(`declarativePolicies:\n${scp("A", "organizationalUnits: [Root]")}`, { "scps/A.json": '{"s3_attributes": {}}' });
    expect(notCarried[0]?.hint).toBe('If that is what you want, add it to the organization file with `type: "s3"`.');
  });

  it("are left when they are said to be AWS's, which has none", async () => {
    expect(leftOf(await importTag(TAGS, "  - {name: A, policy: scps/A.json, type: awsManaged}\n"), "policy")).toEqual(["A: AWS has no tag policy of its own"]);
  });

  it("are attached up to AWS's limit, without a place for a policy of AWS's", async () => {
    const names = Array.from({ length: 12 }, (_, i) => `P${i}`);
    const imported = await importLists(`taggingPolicies:\n${names.map((name) => scp(name, "organizationalUnits: [Root]")).join("")}`, Object.fromEntries(names.map((name) => [`scps/${name}.json`, TAGS])));
    expect(imported.organization.root?.policies).toHaveLength(10);
    expect(leftOf(imported, "attachment")).toEqual(["P10", "P11"].map((name) => `${name} > Root: AWS allows 10 of a tag policy on one target`));
  });

  it("are attached to accounts too, where LZA would pass them over, and never to the management account itself", async () => {
    const imported = await importTag(TAGS, scp("A", "accounts: [Net, Management]"));
    expect(imported.organization.ous?.["Security"]?.accounts?.["net"]?.policies).toEqual(["a"]);
    expect(leftOf(imported, "attachment")).toEqual(["A > Management: the organization file attaches nothing to the management account itself"]);
    expect(imported.notes.map(({ text }) => text)).toEqual(["Policy A: LZA attaches a tag policy to OUs only and passes over the accounts it names; here it is attached to them."]);
  });

  it("have their exclusions and strategies listed", async () => {
    const imported = await importTag(TAGS, scp("A", "organizationalUnits: [Root]\n      excludedAccounts: [Net]\n      excludedRegions: [eu-west-1]", "    strategy: allow-list\n"));
    expect(imported.notCarried.map(({ name, why, hint }) => [name, why.slice(0, 40), hint])).toEqual([
      ["A: excludedAccounts Net", "AWS holds every account of an OU to the ", "Attach a policy to the account that assigns other values, or move the account to an OU of its own."],
      ["A: excludedRegions eu-west-1", "organization policies have no Region, an", undefined],
      ["A: strategy", "a tag policy grants and denies nothing", undefined],
    ]);
    expect(imported.organization.root?.fullAwsAccess).toBeUndefined();
  });
});
