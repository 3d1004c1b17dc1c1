import { describe, expect, it } from "vitest";
import { type Fingerprint, fingerprintFrom } from "../../plan/index.ts";
import { expand } from "../../inventory/index.ts";
import { openedText, readTexts, textsOf } from "./pack.ts";

const AT = "2026-11-20T08:00:00.000Z";
const ORGANIZATION = "o-ab12cd34ef";

/** What a run leaves in an organization with so many accounts, each with tags, in OUs with an SCP. */
function left(accounts: number): Fingerprint {
  const many = Object.fromEntries(Array.from({ length: accounts }, (_, index) => [`account-${index}`, { tags: { owner: `team-${index % 9}` } }]));
  const deny = { type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "s3:*", Resource: "*" }] } } as const;
  const items = [...expand({ name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"], accountEmail: "aws+{account}@acme.example", policies: { deny }, ous: { Lab: { policies: ["deny"], fullAwsAccess: false, accounts: many } } }).values()];
  return fingerprintFrom({ run: "20261120-0800-3f9a", at: AT, items, others: ["account:222222222222"], unknown: ["policy:scp/failed"] });
}

const textsFor = (accounts: number): string[] => textsOf(left(accounts), ORGANIZATION) ?? [];

describe("the parameters of a fingerprint", () => {
  it.each([0, 1, 300, 2_000])("say again what was put into them, with %i accounts", (accounts) => {
    expect(readTexts(textsFor(accounts))).toEqual({ state: "closed", organizationId: ORGANIZATION, fingerprint: left(accounts) });
  });

  it.each([[30, 1], [300, 1], [600, 3], [10_000, 29]])("of %i accounts are %i, none above the 4 KB of a standard parameter", (accounts, parameters) => {
    const texts = textsFor(accounts);
    expect(texts).toHaveLength(parameters);
    expect(Math.max(...texts.map((text) => Buffer.byteLength(text)))).toBeLessThanOrEqual(4_096);
    // AWS takes no value that looks like a reference to another parameter.
    expect(texts.join("")).not.toMatch(/\{\{|acme|account-1/);
  });

  it("are none where there is more than they hold", () => {
    expect(textsOf({ ...left(0), items: new Map(Array.from({ length: 60_000 }, (_, index) => [index * 70_000, [1]])) }, ORGANIZATION)).toBeUndefined();
  });

  it("but the header and that of the address stay the same when one thing changes", () => {
    const before = left(10_000);
    const [first = 0] = before.items.keys();
    const after = textsOf({ ...before, items: new Map([...before.items, [first, [12]]]) }, ORGANIZATION) ?? [];
    expect(textsFor(10_000).filter((text, index) => text !== after[index])).toHaveLength(2);
  });

  it("say which run is at work while they are open", () => {
    const open = { run: "20261121-0900-77aa", at: "2026-11-21T09:00:00.000Z" };
    const [first = "", ...rest] = textsFor(2_000);
    expect(readTexts([openedText(first, open), ...rest])).toEqual({ state: "open", organizationId: ORGANIZATION, ...open });
    expect(openedText("{}", open)).toBeUndefined();
  });
});

describe("parameters that were tampered with", () => {
  const [only = ""] = textsFor(300);
  it.each([
    ["something else", "do not touch"],
    ["nothing of use", "null"],
    ["a cut", only.slice(0, 2_000)],
    ["a cut in the header", only.slice(0, 100)],
    ["another organization in the header", only.replace(ORGANIZATION, "o-zzzzzzzzzz")],
    ["another time in the header", only.replace("2026-11-20", "2027-11-20")],
    ["another letter in the body", `${only.slice(0, -9)}AAAA${only.slice(-5)}`],
  ])("are told from a fingerprint: %s", (_what, text) => {
    expect(readTexts([text])).toMatchObject({ state: "damaged", why: expect.stringContaining("damaged or cut short") as string });
  });

  it("leave unknown what the parts that are missing or cut were about, and nothing else", () => {
    const texts = textsFor(2_000);
    const read = readTexts(texts.map((text, index) => (index === 1 ? undefined : index === 2 ? text.slice(0, 80) : text)));
    if (read.state !== "closed") throw new TypeError(read.state);
    const { fingerprint: { lost, items } } = read;
    expect(lost).toHaveLength(2);
    const isLost = (hash: number): boolean => lost.some(([from, to]) => hash >= from && hash < to);
    const all = [...left(2_000).items.keys()];
    expect(new Set(items.keys())).toEqual(new Set(all.filter((hash) => !isLost(hash))));
    expect(items.size).toBeLessThan(all.length);
  });
});
