import { describe, expect, it } from "vitest";
import { readShape } from "./shape.ts";

const base = { name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1", "us-east-1"] };
/** What is told about an organization with these parts besides the required ones. */
const tell = (parts: object): string[] => readShape({ ...base, ...parts }).diagnostics.map(({ code, summary }) => `${code} ${summary}`);
const account = (value: unknown): object => ({ ous: { Workloads: { ous: { Prod: { accounts: { shop: value } } } } } });
const parsed = (text: string): object => JSON.parse(text) as object;

describe("a right organization", () => {
  it("is given back as it is", () => {
    const value = { ...base, ...account({ stage: "prod", tags: { team: "a b" }, state: "held", new: true, id: "012345678901" }) };
    const { organization, diagnostics } = readShape(value);
    expect(diagnostics).toEqual([]);
    expect(organization).toBe(value);
  });

  it("may name things as AWS lets people name them", () => {
    const names = { policies: { 'say "no"\n': { type: "rcp", document: {} } }, ous: { "R&D / Ünïcode": {}, constructor: {}, "1e3": {}, hasOwnProperty: {} } };
    expect(tell(names)).toEqual([]);
  });
});

describe("mistakes", () => {
  it("are all told in one go, with the user's own names", () => {
    const value = {
      nmae: "acme",
      regions: [],
      accountEmail: "aws@acme.example",
      policies: { deny: { type: "spc", document: {}, file: "deny.json" }, empty: { type: "scp" } },
      root: { policies: "deny", ous: {} },
      ous: { A: { accounts: { "log-archive": { stagee: "prod", email: "nobody", id: "123", state: "actve", tags: { "aws:x": "1" } }, x: null }, ous: { "": {} } } },
    };
    expect(readShape(value).diagnostics.map(({ code, summary }) => `${code} ${summary}`)).toEqual([
      "LF1102 The organization has no `name`.",
      "LF1102 The organization has no `homeRegion`.",
      "LF1114 `regions` of the organization is empty.",
      'LF1107 The rule for e-mail addresses of the organization lacks the placeholder {account}, so every account would get the same address: "aws@acme.example".',
      'LF1105 `type` of policy "deny" cannot be "spc".',
      "LF1103 `policies` of the root must be a list, not text.",
      'LF1101 The root has an unknown key "ous".',
      'LF1106 The e-mail address of account "log-archive" has no @: "nobody".',
      'LF1109 The id of account "log-archive" does not have 12 digits: "123".',
      'LF1105 `state` of account "log-archive" cannot be "actve".',
      'LF1101 Account "log-archive" has an unknown key "stagee".',
      'LF1103 Account "x" must be an object, not null (no value).',
      'LF1101 The organization has an unknown key "nmae".',
      'LF1112 Policy "deny" states both `document` and `file`.',
      'LF1112 Policy "empty" states neither `document` nor `file`.',
      'LF1111 The tag key of account "log-archive" begins with aws:, which is reserved: "aws:x".',
      'LF1110 The name of OU "A/" is empty.',
    ]);
  });

  it("in waivers are told with the number of the waiver (LF1121)", () => {
    const whole = { code: "LF2105", at: "account:a", reason: "r", owner: "o", until: "2027-06-30" };
    expect(tell({ growth: "foundations", waivers: [whole] })).toEqual([]);
    expect(tell({ growth: "small", waivers: [whole, { ...whole, code: "2105", reason: "", until: "2027-13-01", day: 1 }, { code: "LF2105" }] })).toEqual([
      'LF1105 `growth` of the organization cannot be "small".',
      'LF1121 The code of waiver 2 is not the code of a rule: "2105".',
      "LF1121 The reason of waiver 2 is empty.",
      'LF1121 The day of waiver 2 is not a day: "2027-13-01".',
      'LF1101 Waiver 2 has an unknown key "day".',
      "LF1102 Waiver 3 has no `reason`.",
      "LF1102 Waiver 3 has no `owner`.",
      "LF1102 Waiver 3 has no `until`.",
    ]);
  });

  it("give no organization", () => {
    expect(readShape({ ...base, extra: 1 }).organization).toBeUndefined();
  });

  it.each([[null], [7], ["text"], [[]], [undefined], [true]])("are told when the whole value is %j", (value) => {
    expect(readShape(value).diagnostics[0]?.code).toMatch(/^LF110[23]$/);
  });

  it("carry the path of the mistake, and whether the key is meant", () => {
    const [wrong, unknown] = readShape({ ...base, ...account({ state: 1, stagee: "x" }) }).diagnostics;
    const at = ["ous", "Workloads", "ous", "Prod", "accounts", "shop"];
    expect(wrong).toMatchObject({ path: [...at, "state"] });
    expect(unknown).toMatchObject({ path: [...at, "stagee"], about: "key", suggestion: "stage", fix: "Write `stage`." });
  });

  it("of keys that stand elsewhere say where", () => {
    expect(readShape({ ...base, accounts: {} }).diagnostics[0]?.fix).toBe("Accounts stand in an OU, under `ous`, or directly below the root, under `root.accounts`.");
  });
});

describe("numbers where text is meant", () => {
  it("are told with the text to write, an account id with its leading zeros", () => {
    const [id, stage] = readShape({ ...base, ...account({ id: 12345678901, stage: 1000 }) }).diagnostics;
    expect(id).toMatchObject({ code: "LF1104", fix: 'Put it in quotes: "012345678901" (check the leading zeros).' });
    expect(stage).toMatchObject({ code: "LF1104", summary: '`stage` of account "shop" is a number, but must be text.', fix: 'Put it in quotes: "1000".' });
  });

  it("are told in lists and tags too", () => {
    expect(tell({ ...account({ tags: { cost: 7 }, policies: [1] }) })).toEqual([
      'LF1104 Tag "cost" of account "shop" is a number, but must be text.',
      'LF1104 The 1st entry of `policies` of account "shop" is a number, but must be text.',
    ]);
  });
});

describe("e-mail addresses", () => {
  it.each([
    ["ab.example.com", "has no @"],
    ["a@b@example.com", "has more than one @"],
    ["a b@example.com", "has white space or characters outside ASCII"],
    ["ü@example.com", "has white space or characters outside ASCII"],
    [".a@example.com", "has no valid part before the @"],
    ["a,b@example.com", "has the character , before the @, which AWS does not take"],
    ["abcd@localhost", "has no dot in its domain"],
    ["abc@-example.com", "has a domain that is not valid"],
    ["abc@example.com.", "has a domain that is not valid"],
    ["a@b.c", "has 5 characters, fewer than 6"],
    [`${"a".repeat(60)}@b.example`, "has 70 characters, more than 64"],
  ])("like %s are refused", (email, reason) => {
    expect(tell(account({ email }))[0]).toContain(`LF1106 The e-mail address of account "shop" ${reason}`);
  });

  it("may have what AWS takes", () => {
    expect(tell(account({ email: "aws+shop-prod.1_x!#$*=?^`{}~/@sub.example-1.com" }))).toEqual([]);
  });

  it.each([
    ["aws+{acount}@x.example", "has the unknown placeholder {acount}"],
    ["aws@x.example", "lacks the placeholder {account}"],
    ["{account}", "makes addresses that AWS does not take, because one has no @"],
    ["{account @x.example", "has the unknown placeholder {account @x.example"],
  ])("are not made by the rule %s", (accountEmail, reason) => {
    expect(tell({ accountEmail })[0]).toContain(reason);
  });

  it("are made by rules with both placeholders anywhere", () => {
    expect(tell({ accountEmail: "root@{account}.aws.{organization}.example" })).toEqual([]);
  });
});

describe("contacts", () => {
  it("LF1120: are refused part by part, wherever they stand", () => {
    const security = { name: "", title: "CISO", email: "nobody", phone: "x123" };
    expect(tell({ contacts: { security }, ...account({ contacts: { billing: { name: "A", title: "B", email: "a@b.example" }, secrity: {} } }) })).toEqual([
      "LF1120 The name of the security contact of the organization is empty.",
      'LF1120 The e-mail address of the security contact of the organization is no e-mail address that AWS takes: "nobody".',
      'LF1120 The phone number of the security contact of the organization has characters other than digits, spaces, parentheses, plus and hyphen: "x123".',
      'LF1102 The billing contact of account "shop" has no `phone`.',
      'LF1101 The contacts of account "shop" has an unknown key "secrity".',
    ]);
  });
});

describe("names, Regions and tags", () => {
  it("refuses Regions that are no codes, and warns of codes it does not know", () => {
    const { organization, diagnostics } = readShape({ ...base, regions: ["eu-west-1", "eu-wst-1"] });
    expect(diagnostics).toMatchObject([{ code: "LF1116", severity: "warning", suggestion: "eu-west-1", path: ["regions", 1] }]);
    expect(organization).toBeDefined();
    expect(tell({ homeRegion: "Ireland" })).toEqual(['LF1108 The home Region of the organization is not the code of a Region: "Ireland".']);
  });

  it("warns of a Region that is listed twice (LF1119)", () => {
    const { organization, diagnostics } = readShape({ ...base, regions: ["eu-west-1", "us-east-1", "eu-west-1"] });
    expect(diagnostics).toMatchObject([{ code: "LF1119", severity: "warning", summary: 'The Region "eu-west-1" is listed twice.', path: ["regions", 2] }]);
    expect(organization).toBeDefined();
  });

  it("takes account keys that are good tag values, and account names that AWS takes", () => {
    const accounts = { "a&b": {}, ["x".repeat(51)]: {}, ["y".repeat(51)]: { name: "y" }, ok: { name: "Ünïcode" } };
    const [name, key, long, ...more] = tell({ root: { accounts } });
    expect(name).toBe('LF1110 The name of account "ok" has characters that are not printable ASCII: "Ünïcode".');
    expect(key).toBe('LF1110 The key of account "a&b" has characters other than ASCII letters, digits, spaces and _ . : / = + - @.');
    expect(long).toContain(`LF1110 The name of account "${"x".repeat(51)}" has 51 characters, more than 50.`);
    expect(more).toEqual([]);
  });

  it("counts tags, and takes no reserved keys and no characters AWS refuses", () => {
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, ""]));
    expect(tell({ tags: many })).toEqual(["LF1111 `tags` of the organization has 51 tags, more than 50."]);
    expect(tell({ tags: { "landfall:address": "x" } })[0]).toContain("begins with landfall:, which is reserved");
    expect(tell({ tags: { AWS: "fine", k: "a&b" } })).toEqual(['LF1111 The value of tag "k" of the organization has characters that AWS does not take in a tag: "a&b".']);
    expect(tell(account({ owner: "a&b" }))).toEqual(['LF1111 The owner of account "shop" has characters that AWS does not take in a tag: "a&b".']);
  });

  it("limits the description of a policy", () => {
    expect(tell({ policies: { p: { type: "scp", document: {}, description: "x".repeat(513) } } })[0]).toContain("LF1113 The description of policy");
  });
});

describe("hostile values", () => {
  it("are looked into also under a key called __proto__", () => {
    const value = parsed(`{ "name": "acme", "homeRegion": "eu-west-1", "regions": ["eu-west-1"], "__proto__": 1,
      "ous": { "__proto__": { "x": 1, "accounts": { "__proto__": { "stagee": 1 } } } } }`);
    expect(readShape(value).diagnostics.map(({ summary }) => summary)).toEqual([
      'Account "__proto__" has an unknown key "stagee".',
      'OU "__proto__" has an unknown key "x".',
      'The organization has an unknown key "__proto__".',
    ]);
  });

  it("nested without end are refused, not followed", () => {
    const cycle: Record<string, unknown> = { ...base };
    cycle["ous"] = cycle;
    expect(readShape(cycle).diagnostics.map(({ code }) => code)).toEqual(["LF1115"]);
    let deep: unknown = {};
    for (let i = 0; i < 50_000; i++) deep = [deep];
    expect(readShape({ ...base, ous: deep }).diagnostics.map(({ code }) => code)).toEqual(["LF1115"]);
  });
});

describe("statements about what exists", () => {
  it("name things by their address (LF1117)", () => {
    const { diagnostics } = readShape({ ...base, moved: { "account:a": "b" }, adopt: ["ou:X", 7], remove: ["nonsense"] });
    expect(diagnostics.map(({ code, path }) => [code, path?.join(".")])).toEqual(
      expect.arrayContaining([["LF1117", "moved.account:a"], ["LF1117", "remove.0"]]),
    );
    expect(diagnostics).toHaveLength(3);
    const remove = ["trusted-access:ram.amazonaws.com", "delegated-administrator:a.amazonaws.com>account:x", "policy-type:s3", "attachment:scp/x>root"];
    expect(readShape({ ...base, remove }).diagnostics).toEqual([]);
  });
});

describe("services", () => {
  it("are named by their principal (LF1118)", () => {
    const { diagnostics } = readShape({ ...base, trustedAccess: ["ram.amazonaws.com", "CloudTrail"] });
    expect(diagnostics.map(({ code, path }) => [code, path?.join(".")])).toEqual([["LF1118", "trustedAccess.1"]]);
  });
});
