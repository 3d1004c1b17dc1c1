import * as fc from "fast-check";
import type { Organization } from "../../src/organization/index.ts";

/** Names and texts that have broken writers and readers of files before. */
export const HOSTILE = [
  "__proto__", "constructor", "toString", "1e3", "012", "0x10", "yes", "no", "on", "null", "~", "true", ".5", "-",
  "- a", "a: b", "a #b", "#a", "&a", "*a", "!a", "%a", "@a", "`a`", "'", "', ", ", ", ", ", ", ", ", ", ", ",
  ", ", ", ", ", ", ", ", ", ", ", ", ", ", ", ", ", ", ", ", ", ", ", ", ", ", ", ", ", ", ", ", ", ", ", ",
  ", ", ", ", ", ", ", ", ", ",
];

const anyText = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary", maxLength: 40 }), fc.string({ maxLength: 120 }));
const name = anyText.filter((text) => text !== "" && Array.from(text).length <= 128);
const tagText = fc.oneof(fc.constantFrom("yes", "null", "1e3", "012", " a ", "a: b", "=", "-", ""), fc.stringMatching(/^[a-zA-Z0-9 _.:/=+@-]{0,40}$/));
const tagKey = fc.oneof(fc.constantFrom("__proto__", "constructor", "1e3", "yes", "-", "=", "123", "a: b"), fc.stringMatching(/^[b-zA-Z0-9_.]{1,40}$/));
/** Objects with own keys only, also for `__proto__`. */
const named = <T>(key: fc.Arbitrary<string>, value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.array(fc.tuple(key, value), { maxLength: 4 }).map((entries) => Object.fromEntries(entries));
const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

const tags = some(named(tagKey, tagText));
const contactText = (most: number): fc.Arbitrary<string> => anyText.filter((text) => text !== "" && Array.from(text).length <= most);
const contact = fc.record({ name: contactText(64), title: contactText(50), email: fc.constant("a@b.example"), phone: fc.constantFrom("012", "+49 30 1", "-") });
const contacts = some(fc.record({ billing: some(contact), operations: some(contact), security: some(contact) }));
const account = fc.record({
  name: fc.constant("n"),
  purpose: some(anyText),
  stage: some(tagText),
  owner: some(tagText),
  tags,
  contacts,
  state: some(fc.constantFrom("active" as const, "held" as const)),
  policies: some(fc.array(anyText, { maxLength: 3 })),
});
const accountKey = fc.oneof(fc.constantFrom("__proto__", "1e3", "yes", "-", "= a", "12"), fc.stringMatching(/^[a-zA-Z0-9 _.:/=+@-]{1,50}$/));
const accounts = some(named(accountKey, account));
const ou = fc.letrec<{ ou: NonNullable<Organization["ous"]>[string] }>((tie) => ({
  ou: fc.record({
    description: some(anyText),
    fullAwsAccess: some(fc.boolean()),
    tags,
    contacts,
    accounts,
    ous: fc.oneof({ depthSize: "small", withCrossShrink: true }, fc.constant(undefined), named(name, tie("ou"))),
  }),
})).ou;
const policy = fc.record({ type: fc.constant("scp" as const), name: fc.constant("p"), description: some(anyText), file: fc.constant("policy.json") });
/** Organizations of the right shape with names and texts of all kinds; every policy's document is in policy.json. */
export const anyOrganization: fc.Arbitrary<Organization> = fc.record({
  name: fc.constant("acme"),
  homeRegion: fc.constant("eu-west-1"),
  regions: fc.constant(["eu-west-1"]),
  tags,
  contacts,
  rootAccess: some(fc.subarray(["RootCredentialsManagement" as const, "RootSessions" as const])),
  policies: some(named(name, policy)),
  root: some(fc.record({ tags, accounts })),
  ous: some(named(name, ou)),
});
