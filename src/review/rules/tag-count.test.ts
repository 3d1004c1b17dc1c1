import { expect, it } from "vitest";
import { organization, scp, told } from "../../../test/kit/review.ts";
import { tagCount } from "./tag-count.ts";

const tags = (number: number, prefix: string) => Object.fromEntries(Array.from({ length: number }, (_, index) => [`${prefix}${index}`, "x"]));

it("50 tags fit, landfall's own among them", () => {
  expect(told(tagCount, organization({ tags: tags(20, "org"), root: { accounts: { a: { tags: tags(28, "own"), stage: "dev" } } } }))).toEqual([]);
});

it("one more does not fit an account, an OU or a policy (LF2017)", () => {
  const full = organization({
    tags: tags(20, "org"),
    root: { accounts: { a: { tags: tags(28, "own"), stage: "dev", owner: "me" } } },
    ous: { A: { tags: tags(30, "own") } },
    policies: { p: { ...scp(), tags: tags(30, "own") } },
  });
  expect(told(tagCount, full)).toEqual([
    "ous.A: ou:A gets 51 tags with those of the organization and landfall's own; AWS allows 50.",
    "root.accounts.a: account:a gets 51 tags with those of the organization and landfall's own; AWS allows 50.",
    "policies.p: policy:scp/p gets 51 tags with those of the organization and landfall's own; AWS allows 50.",
  ]);
});

it("a tag that overrides one of the organization counts once", () => {
  expect(told(tagCount, organization({ tags: tags(49, "same"), ous: { A: { tags: tags(49, "same") } } }))).toEqual([]);
});
